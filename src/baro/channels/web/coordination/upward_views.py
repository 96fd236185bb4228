"""Proposals to the upper level: the list with whom each waits, one, making one, telling what became of it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.coordination.forms import (
    BackForm,
    RoutedForm,
    ToldForm,
    UntilForm,
    UpwardForm,
)
from baro.channels.web.coordination.told import Named, ShownTold, shown_told
from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.named import body_named, namer
from baro.channels.wording.coordination import UPWARD_STATES
from baro.channels.wording.coordination_address import Asked, asked_of, period_choices
from baro.channels.wording.coordination_found import ALL, LATE, OPEN, UPWARD_WORDS, upwards_asked, upwards_in_view
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.followed import Telling
from baro.desk.permission import Asker
from baro.desk.upward import (
    WORK,
    make_upward,
    take_back_upward,
    tell_upward,
    upward_now,
    upward_tellers,
    upwards_on,
)
from baro.records.queries.followed import followed, upward_proposal
from baro.rules.counted.upward import waiting_by_body
from baro.rules.judged.upward import UpwardNow, UpwardState, may_follow
from baro.rules.observed.followed import FollowedKind
from baro.rules.observed.upward import UpwardProposal
from baro.rules.prescribed.policy.standing import Subject

_VIEWS = {OPEN: "Đang chờ", LATE: "Quá ngày hẹn trả lời"}
_VIEWS |= {state.value: word.capitalize() for state, word in UPWARD_STATES.items()} | {ALL: "Tất cả"}
_DRAWN = {
    UpwardState.SENT: "unknown", UpwardState.ROUTED: "on_time", UpwardState.AGAIN: "soon", UpwardState.ANSWERED: "soon",
    UpwardState.RESOLVED: "closed",
}  # fmt: skip
_TITLES = (
    "Số, ký hiệu", "Ngày ký", "Kiến nghị về", "Nơi kiến nghị", "Gửi", "Đang ở", "Tình trạng", "Từ ngày",
    "Số ngày làm việc đã chờ", "Hẹn trả lời", "Văn bản sau cùng",
)  # fmt: skip
_FORM = require_http_methods(["GET", "HEAD", "POST"])
_WORDS: dict[str, tuple[FollowedKind, str, type[forms.Form]]] = {
    "chuyen": (FollowedKind.ROUTED, "Ghi việc chuyển", RoutedForm),
    "tra-loi": (FollowedKind.ANSWERED, "Ghi trả lời", ToldForm),
    "da-giai-quyet": (FollowedKind.ACCEPTED, "Ghi là đã giải quyết", ToldForm),
    "chua-giai-quyet": (FollowedKind.NOT_ACCEPTED, "Ghi là chưa giải quyết được", UntilForm),
}
_LATE_TOLD = "Ghi muộn một mình thì tính từ ngày ghi; ngày của văn bản vẫn giữ bên cạnh."


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownUpward:
    """A proposal as a line: who made it, to whom, with whom it waits."""

    now: UpwardNow
    asker: str
    to: str
    holder: str
    state: str
    word: str


@require_safe
@asks
def upwards(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the proposals that the address asks for: those that wait, unless it asks for others."""
    named = namer()
    asked, found, every = _asked(request, who, named)
    told = {
        "asked": asked,
        "views": [
            (asked.changed(xem=word), name, len(upwards_in_view(found, word)), word == asked.words["xem"])
            for word, name in _VIEWS.items()
        ],
        "total": len(every),
        "open": sum(one.is_open for one in every),
        "late": sum(one.is_late for one in every),
        "askers": _bodies({one.told.unit for one in every}, named),
        "holders": _bodies({one.holder for one in every if one.is_open}, named),
        "periods": period_choices(one.told.signed_on for one in every),
        "waiting": sorted(
            (named(one.body), one, asked.changed(xem="", dang_o=one.body)) for one in waiting_by_body(found)
        ),
        "may_make": permission.allows(who, WORK),
    } | asked.page(upwards_in_view(found, asked.words["xem"]), lambda one: shown_upward(one, named))
    return render(request, "coordination/upwards.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The proposals that the address asks for, as a workbook."""
    named = namer()
    asked, found, _ = _asked(request, who, named)
    lines = [shown_upward(one, named) for one in upwards_in_view(found, asked.words["xem"])]
    rows = (
        (
            one.now.told.document, one.now.told.signed_on, one.now.told.about, one.asker, one.to, one.holder, one.word,
            one.now.since, one.now.waited, one.now.until, one.now.last.document if one.now.last else "",
        )
        for one in lines
    )  # fmt: skip
    about = [
        ("Danh sách", "Kiến nghị với cấp trên"),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số kiến nghị", str(len(lines))),
    ]
    return workbook(request, "kien-nghi.xlsx", _TITLES, rows, about)


@require_safe
@asks
def upward(request: HttpRequest, who: Asker, upward: str) -> HttpResponse:
    """Show one proposal: where it is, and what became of it."""
    found = _now(who, upward)
    told = {
        "shown": shown_upward(found, namer()),
        "told": _told(who, found),
        "links": [
            (reverse("upward_tell", args=[found.told.id, word]), title)
            for word, (kind, title, _) in _WORDS.items()
            if kind in may_follow(found) and _teller(who, found, kind)
        ],
    }
    return render(request, "coordination/upward.html", told)


@_FORM
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Record a proposal."""
    form = UpwardForm(request.POST or None, initial={"unit": by_of(who, WORK).unit})

    def do(said: dict[str, Any]) -> str:
        made = make_upward(UpwardProposal(id="", **said), by_person(who, unit=said["unit"]), now())
        return reverse("upward", args=[made])

    page = Page(
        title="Ghi kiến nghị với cấp trên", back=reverse("upwards"), lead=_LATE_TOLD,
        trail=(("Kiến nghị", reverse("upwards")),),
    )  # fmt: skip
    return act(request, page, form, do, "Đã ghi kiến nghị.")


@_FORM
@asks
def tell(request: HttpRequest, who: Asker, upward: str, word: str) -> HttpResponse:
    """Record what became of a proposal."""
    found = _now(who, upward)
    kind, title, kind_of_form = _WORDS.get(word, (None, "", ToldForm))
    teller = _teller(who, found, kind) if kind else ""
    if kind is None or not teller or kind not in may_follow(found):
        raise Http404
    form, back = kind_of_form(request.POST or None, initial={"on": who.on}), reverse("upward", args=[found.told.id])

    def do(said: dict[str, Any]) -> str:
        tell_upward(found.told.id, Telling(kind=kind, **said), by_person(who, unit=teller), now())
        return back

    lead = f"{found.told.about}. {body_named(teller)} ghi. {_LATE_TOLD}"
    return act(request, Page(title=title, lead=lead, back=back, trail=_trail(found)), form, do, "Đã ghi.")


@_FORM
@asks
def take_back(request: HttpRequest, who: Asker, upward: str, number: int) -> HttpResponse:
    """Record that the last that was told was told by mistake."""
    found = _now(who, upward)
    if not any(one.one.number == number and one.may_take_back for one in _told(who, found)):
        raise Http404
    teller, back = found.stands[-1].teller, reverse("upward", args=[found.told.id])

    def do(said: dict[str, Any]) -> str:
        take_back_upward(found.told.id, number, said["document"], by_person(who, unit=teller), now())
        return back

    lead = "Điều đã ghi vẫn giữ, gạch ngang, và không tính nữa."
    page = Page(title="Rút điều ghi nhầm", lead=lead, back=back, trail=_trail(found))
    return act(request, page, BackForm(request.POST or None), do, "Đã rút.")


def shown_upward(one: UpwardNow, named: Named) -> ShownUpward:
    """Tell a proposal in a line."""
    word = UPWARD_STATES[one.state]
    return ShownUpward(
        now=one, asker=named(one.told.unit), to=named(one.told.to),
        holder=named(one.holder) if one.is_open else "", state="late" if one.is_late else _DRAWN[one.state],
        word=word,
    )  # fmt: skip


def _asked(request: HttpRequest, who: Asker, named: Named) -> tuple[Asked, list[UpwardNow], list[UpwardNow]]:
    """What the address asks for but the view, and everything."""
    asked = asked_of(request.GET.dict(), UPWARD_WORDS)
    if asked.words["xem"] not in _VIEWS:
        asked = Asked(words={**asked.words, "xem": OPEN}, start=asked.start)
    every = upwards_on(who.on)
    found = upwards_asked(every, asked, named)
    return asked, found, every


def _bodies(ids: set[str], named: Named) -> list[tuple[str, str]]:
    return sorted(((body, named(body)) for body in ids), key=lambda line: line[1])


def _now(who: Asker, upward_id: str) -> UpwardNow:
    told = upward_proposal(upward_id)
    if told is None:
        raise Http404
    return upward_now(told, who.on)


def _told(who: Asker, found: UpwardNow) -> list[ShownTold]:
    """What was told; the last that stands may be taken back by the body that told it."""
    last = found.last
    may = last is not None and permission.allows(who, WORK, Subject(unit=last.teller))
    lines = shown_told(followed(f"upward/{found.told.id}"), {}, namer(), may_take_back=False)
    return [
        one.with_taking_back() if may and last is not None and one.one.number == last.number else one for one in lines
    ]


def _teller(who: Asker, found: UpwardNow, kind: FollowedKind) -> str:
    may = (body for body in upward_tellers(found, kind) if permission.allows(who, WORK, Subject(unit=body)))
    return next(may, "")


def _trail(found: UpwardNow) -> tuple[tuple[str, str], ...]:
    return (("Kiến nghị", reverse("upwards")), (found.told.document, reverse("upward", args=[found.told.id])))
