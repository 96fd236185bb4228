"""Simplifications of procedures: the list, one with what it did, proposing, deciding."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.coordination.forms import BackForm, DecidedForm, SimplificationForm, ToldForm
from baro.channels.web.coordination.told import Named, shown_told
from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.named import namer
from baro.channels.wording.coordination import SIMPLIFIED_STATES
from baro.channels.wording.coordination_address import Asked, asked_of, period_choices
from baro.channels.wording.coordination_found import (
    SIMPLIFIED_WORDS,
    simplifications_asked,
    simplifications_in_state,
)
from baro.channels.wording.dossier_spans import days_word
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.followed import Telling
from baro.desk.permission import Asker
from baro.desk.simplifications import (
    RECORD,
    decide_simplification,
    effect_of,
    propose_simplification,
    simplification_now,
    simplifications_on,
    take_back_decision,
)
from baro.records.queries.followed import followed, simplification
from baro.rules.counted.effects import SPANS, USUAL, Effect, EffectSide
from baro.rules.counted.reports.words import decimal
from baro.rules.judged.simplified import SimplificationNow, SimplifiedState
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.simplifications import Simplification

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_VIEWS = {"": "Tất cả"} | {state.value: word.capitalize() for state, word in SIMPLIFIED_STATES.items()}
_DRAWN = {
    SimplifiedState.PROPOSED: "unknown", SimplifiedState.DECIDED: "soon", SimplifiedState.IN_FORCE: "on_time",
    SimplifiedState.DECLINED: "closed",
}  # fmt: skip
_TITLES = (
    "Mã thủ tục", "Tên thủ tục", "Cắt giảm", "Giấy tờ", "Bước", "Ngày", "Chi phí (đồng)", "Lý do", "Đề xuất", "Ngày đề xuất",
    "Tình trạng", "Quyết định", "Áp dụng từ", "Trung vị ngày, trước", "Trung vị ngày, sau", "Đúng hạn trước, %",
    "Đúng hạn sau, %",
)  # fmt: skip
_MOST_MEASURED = 100
_DECISIONS = {"quyet-dinh": FollowedKind.DECIDED, "khong-duyet": FollowedKind.DECLINED}
_LATE_TOLD = "Ghi muộn một mình thì tính từ ngày ghi; ngày của văn bản vẫn giữ bên cạnh."


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSimplification:
    """A simplification as a line: what is cut, in words, and where it stands."""

    now: SimplificationNow
    unit: str
    cuts: tuple[str, ...]
    state: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """A figure before and after: its name, both in words, the change in words, the addresses of both lists ("": none)."""

    name: str
    before: str
    after: str
    change: str
    before_list: str = ""
    after_list: str = ""


@require_safe
@asks
def simplifications(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the simplifications that the address asks for."""
    named = namer()
    asked, found, every = _asked(request, who)
    in_force = [one.told for one in every if one.state is SimplifiedState.IN_FORCE]
    told = {
        "asked": asked,
        "views": [
            (
                asked.changed(tinh_trang=word),
                name,
                len(simplifications_in_state(found, word)),
                word == asked.words["tinh_trang"],
            )
            for word, name in _VIEWS.items()
        ],
        "total": len(every),
        "in_force": len(in_force),
        "cut": {name: sum(getattr(one, name) for one in in_force) for name in ("papers", "steps", "days", "cost")},
        "periods": period_choices(one.told.signed_on for one in every),
        "may_record": permission.allows(who, RECORD),
    } | asked.page(
        simplifications_in_state(found, asked.words["tinh_trang"]), lambda one: shown_simplification(one, named)
    )
    return render(request, "coordination/simplifications.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The simplifications that the address asks for, as a workbook; what they did, of the first hundred in force."""
    asked, found, _ = _asked(request, who)
    named = namer()
    lines = [shown_simplification(one, named) for one in simplifications_in_state(found, asked.words["tinh_trang"])]
    measured = [one.now.told.id for one in lines if one.now.state is SimplifiedState.IN_FORCE][:_MOST_MEASURED]
    effects = {one.now.told.id: effect_of(one.now, USUAL, who) for one in lines if one.now.told.id in measured}
    rows = (_cells(one, effects.get(one.now.told.id)) for one in lines)
    about = [
        ("Danh sách", "Phương án đơn giản hóa thủ tục"), ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số phương án", str(len(lines))),
        ("Trước, sau", f"Hồ sơ tiếp nhận {USUAL} tuần trước và {USUAL} tuần từ ngày áp dụng"),
    ]  # fmt: skip
    return workbook(request, "don-gian-hoa.xlsx", _TITLES, rows, about)


@require_safe
@asks
def one_simplification(request: HttpRequest, who: Asker, simplification: str) -> HttpResponse:
    """Show one simplification: what is cut, what was decided, what it did."""
    found = _now(who, simplification)
    written = request.GET.get("tuan", "")
    weeks = int(written) if written in {str(one) for one in SPANS} else USUAL
    effect, named = effect_of(found, weeks, who), namer()
    may = permission.allows(who, RECORD, Subject(unit=found.told.unit))
    told = {
        "shown": shown_simplification(found, named),
        "effect": effect,
        "figures": shown_effect(effect, found.told.procedure, may_open=permission.allows(who, "dossier.read"))
        if effect
        else [],
        "spans": [(f"?tuan={one}", f"{one} tuần", one == weeks) for one in SPANS],
        "told": shown_told(followed(f"simplification/{found.told.id}"), {}, named, may_take_back=may),
        "may_decide": may and found.decision is None,
    }
    return render(request, "coordination/simplification.html", told)


@_FORM
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Record what is proposed to be cut."""
    form = SimplificationForm(request.POST or None, initial={"unit": by_of(who, RECORD).unit})

    def do(said: dict[str, Any]) -> str:
        told = Simplification(id="", **said)
        made = propose_simplification(told, by_person(who, unit=told.unit), now())
        return reverse("simplification", args=[made])

    page = Page(
        title="Ghi phương án đơn giản hóa", back=reverse("simplifications"), lead=_LATE_TOLD,
        trail=(("Đơn giản hóa", reverse("simplifications")),),
    )  # fmt: skip
    return act(request, page, form, do, "Đã ghi phương án.")


@_FORM
@asks
def decide(request: HttpRequest, who: Asker, simplification: str, word: str) -> HttpResponse:
    """Record that it was decided, or declined."""
    found, back = _kept(who, simplification)
    kind = _DECISIONS.get(word)
    if kind is None:
        raise Http404
    is_decided = kind is FollowedKind.DECIDED
    form = (DecidedForm if is_decided else ToldForm)(request.POST or None, initial={"on": who.on})

    def do(said: dict[str, Any]) -> str:
        decide_simplification(found.told.id, Telling(kind=kind, **said), by_person(who, unit=found.told.unit), now())
        return back

    title = "Ghi quyết định" if is_decided else "Ghi là không được duyệt"
    page = Page(title=title, lead=f"{found.told.name}. {_LATE_TOLD}", back=back, trail=_trail(found))
    return act(request, page, form, do, "Đã ghi.")


@_FORM
@asks
def take_back(request: HttpRequest, who: Asker, simplification: str, number: int) -> HttpResponse:
    """Record that a decision was told by mistake."""
    found, back = _kept(who, simplification)

    def do(said: dict[str, Any]) -> str:
        take_back_decision(found.told.id, number, said["document"], by_person(who, unit=found.told.unit), now())
        return back

    lead = "Điều đã ghi vẫn giữ, gạch ngang, và không tính nữa."
    page = Page(title="Rút điều ghi nhầm", lead=lead, back=back, trail=_trail(found))
    return act(request, page, BackForm(request.POST or None), do, "Đã rút.")


def shown_simplification(one: SimplificationNow, named: Named) -> ShownSimplification:
    """Tell a simplification in a line."""
    told = one.told
    cuts = [f"{n} {word}" for n, word in ((told.papers, "giấy tờ"), (told.steps, "bước"), (told.days, "ngày")) if n]
    cuts += [f"{told.cost:,} đồng".replace(",", ".")] if told.cost else []
    return ShownSimplification(
        now=one,
        unit=named(told.unit),
        cuts=tuple(cuts),
        state=_DRAWN[one.state],
        word=SIMPLIFIED_STATES[one.state],
    )


def shown_effect(effect: Effect, procedure: str, *, may_open: bool) -> list[ShownFigure]:
    """Tell what changed: each figure before and after; counts open their lists for whoever may open dossiers."""

    def counted(name: str, column: str, word: str) -> ShownFigure:
        before, after = getattr(effect.before, column), getattr(effect.after, column)
        lists = [
            _list(side, procedure, word) if may_open and n else ""
            for side, n in ((effect.before, before), (effect.after, after))
        ]
        return ShownFigure(
            name=name, before=_whole(before), after=_whole(after), change="", before_list=lists[0], after_list=lists[1]
        )

    def lasted(name: str, column: str, change: float | None, unit: str) -> ShownFigure:
        before, after = (_told(getattr(side, column), unit) for side in (effect.before, effect.after))
        return ShownFigure(name=name, before=before, after=after, change=_signed(change))

    return [
        counted("Hồ sơ tiếp nhận", "received", "tiep-nhan"),
        counted("Xong trước và đúng hạn", "in_time", "xong-dung"),
        counted("Xong quá hạn", "late", "xong-tre"),
        counted("Chưa xong", "open", "chua-xong"),
        lasted("Số ngày từ tiếp nhận đến xong, trung vị", "median", effect.median_change, ""),
        lasted("Số ngày từ tiếp nhận đến xong, trung bình", "mean", effect.mean_change, ""),
        lasted("Tỷ lệ đúng hạn", "on_time", effect.on_time_change, " %"),
    ]  # fmt: skip


def _list(side: EffectSide, procedure: str, word: str) -> str:
    words = {"thu-tuc": procedure, "nhan": days_word(side.first, side.last), "viec": word}
    return f"{reverse('dossiers')}?{urlencode(words)}"


def _whole(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def _told(value: float | None, unit: str) -> str:
    return "dưới 5 hồ sơ" if value is None else f"{decimal(value)}{unit}"


def _signed(change: float | None) -> str:
    if change is None:
        return ""
    change = round(change, 1)  # no sign before what is told as nought
    return f"{'+' if change > 0 else '−' if change < 0 else ''}{decimal(abs(change))}"


def _cells(one: ShownSimplification, effect: Effect | None) -> tuple[Any, ...]:
    told, decision = one.now.told, one.now.decision
    return (
        told.procedure, told.name, told.what, *told.cuts, told.reason, told.document, told.signed_on, one.word,
        decision.document if decision else "", one.now.in_force_from, effect and effect.before.median,
        effect and effect.after.median, effect and effect.before.on_time, effect and effect.after.on_time,
    )  # fmt: skip


def _asked(request: HttpRequest, who: Asker) -> tuple[Asked, list[SimplificationNow], list[SimplificationNow]]:
    asked = asked_of(request.GET.dict(), SIMPLIFIED_WORDS)
    if asked.words["tinh_trang"] not in _VIEWS:
        asked = Asked(words={**asked.words, "tinh_trang": ""}, start=asked.start)
    every = simplifications_on(who.on)
    found = simplifications_asked(every, asked)
    return asked, found, every


def _now(who: Asker, simplification_id: str) -> SimplificationNow:
    told = simplification(simplification_id)
    if told is None:
        raise Http404
    return simplification_now(told, who.on)


def _kept(who: Asker, simplification_id: str) -> tuple[SimplificationNow, str]:
    found = _now(who, simplification_id)
    if not permission.allows(who, RECORD, Subject(unit=found.told.unit)):
        raise Http404
    return found, reverse("simplification", args=[found.told.id])


def _trail(found: SimplificationNow) -> tuple[tuple[str, str], ...]:
    there = reverse("simplification", args=[found.told.id])
    return (("Đơn giản hóa", reverse("simplifications")), (found.told.procedure, there))
