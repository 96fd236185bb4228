"""The coordination rules with what was kept, one rule, one obligation, each time that something was owed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.coordination.told import (
    Named,
    period_named,
    shown_obligation,
    shown_owed,
    shown_rule,
    shown_told,
    since_told,
)
from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.named import namer
from baro.channels.wording.coordination import STATES
from baro.channels.wording.coordination_address import Asked, asked_of, period_choices
from baro.channels.wording.coordination_found import (
    BREACH,
    ENDED,
    HELD,
    OWED_WORDS,
    RULE_WORDS,
    is_rule_in_view,
    owed_asked,
    owed_in_state,
    rules_asked,
    times_by_rule,
)
from baro.desk import permission
from baro.desk.obligations import KEEP, WORK, OwedTime, owed_until, tellers
from baro.desk.permission import Asker
from baro.records.queries.followed import followed, obligation, obligations
from baro.records.queries.joint_rules import coordination_rule, coordination_rules
from baro.rules.counted.owed import OwedCounts, count_owed, counted_by
from baro.rules.counted.periods import QUARTER, period_of
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation, Rhythm
from baro.rules.prescribed.policy.standing import Subject

_STATES = {BREACH: "Không đúng hạn"} | {state.value: word.capitalize() for state, word in STATES.items()}
_RULES = {"": "Tất cả", HELD: "Đang có hiệu lực", ENDED: "Đã hết hiệu lực", BREACH: "Có lần không đúng hạn"}
_TITLES = (
    "Quy chế", "Văn bản", "Bên có nghĩa vụ", "Việc", "Điều khoản", "Bên được hưởng", "Yêu cầu, kỳ", "Hạn",
    "Ngày thực hiện, từ chối", "Văn bản thực hiện", "Tình trạng", "Số ngày làm việc quá hạn",
)  # fmt: skip


@require_safe
@asks
def rules(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the coordination rules that the address asks for, with how often what they oblige to was kept."""
    asked = asked_of(request.GET.dict(), RULE_WORDS)
    every, named = coordination_rules(), namer()
    times = owed_until(who.on, every)
    held = rules_asked(every, asked, named)
    mine = times_by_rule(every, times, asked.period)
    shown = [rule for rule in held if is_rule_in_view(rule, mine[rule.id], asked.words["hieu_luc"], who.on)]
    numbers = _numbers(obligations())
    counted = [one for rule in shown for one in mine[rule.id]]
    told = {
        "asked": asked,
        "views": [
            (asked.changed(hieu_luc=word), name, sum(is_rule_in_view(rule, mine[rule.id], word, who.on) for rule in held),
             word == asked.words["hieu_luc"])
            for word, name in _RULES.items()
        ],
        "total": len(every),
        "counts": count_owed(one.owed for one in counted),
        "partners": sorted({(p, named(p)) for rule in every for p in rule.partners}, key=lambda one: one[1]),
        "periods": period_choices(one.owed.due for one in times),
        "may_record": permission.allows(who, KEEP),
    } | asked.page(shown, lambda rule: shown_rule(
        rule, mine[rule.id], numbers.get(rule.id, 0), who.on, named, _owed_words(asked).changed(quy_che=rule.id)
    ))  # fmt: skip
    return render(request, "coordination/rules.html", told | _tables(counted, asked, named))


@require_safe
@asks
def owed(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show each time that something was owed, as the address asks."""
    named = namer()
    asked, found, every = _owed_asked(request, who, named)
    told = {
        "asked": asked,
        "states": [
            (asked.changed(tinh_trang=word), name, n, word == asked.words["tinh_trang"])
            for word, name, n in _state_counts(found)
        ],
        "total": len(every),
        "rules": sorted({(one.rule.id, one.rule.name) for one in every}, key=lambda one: one[1]),
        "partners": sorted({(p, named(p)) for p in {one.obligation.debtor for one in every}}, key=lambda one: one[1]),
        "periods": period_choices(one.owed.due for one in every),
    } | asked.page(owed_in_state(found, asked.words["tinh_trang"]), lambda one: shown_owed(one, named))
    return render(request, "coordination/owed.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The times that the address asks for, as a workbook."""
    named = namer()
    asked, found, _ = _owed_asked(request, who, named)
    lines = [shown_owed(one, named) for one in owed_in_state(found, asked.words["tinh_trang"])]
    rows = (
        (
            one.rule.name, one.rule.number, one.debtor, one.obligation.task, one.obligation.article, one.creditor, one.since,
            one.owed.due, one.owed.ended.told_on if one.owed.ended else None,
            one.owed.ended.document if one.owed.ended else "", one.word, one.days_late,
        )
        for one in lines
    )  # fmt: skip
    about = [
        ("Danh sách", "Nghĩa vụ theo quy chế phối hợp, từng lần"),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số lần", str(len(lines))),
    ]
    return workbook(request, "nghia-vu-phoi-hop.xlsx", _TITLES, rows, about)


@require_safe
@asks
def rule(request: HttpRequest, who: Asker, rule: str) -> HttpResponse:
    """Show one rule: its document, its obligations, how they were kept."""
    found = coordination_rule(rule)
    if found is None:
        raise Http404
    times = owed_until(who.on, (found,))
    may_keep, named = permission.allows(who, KEEP, Subject(unit=found.unit)), namer()
    told = {
        "shown": shown_rule(found, times, 0, who.on, named),
        "lines": [shown_obligation(one, found, times, who.on, named) for one in obligations(found.id)],
        "may_keep": may_keep,
        "may_end": may_keep and found.last_on is None,
    }
    return render(request, "coordination/rule.html", told | _tables(times, Asked(words={"quy_che": found.id}), named))


@require_safe
@asks
def one_obligation(request: HttpRequest, who: Asker, obligation: str) -> HttpResponse:
    """Show one obligation: each time it was owed, and what was told of it."""
    told, held = held_now(obligation)
    times = [one for one in owed_until(who.on, (held,)) if one.obligation.id == told.id]
    may_keep = permission.allows(who, KEEP, Subject(unit=held.unit))
    named, may_end = namer(), bool(teller_of(who, told, held, FollowedKind.DONE))
    abouts = {one.owed.key: since_told(told, one.owed) for one in times}
    shown_here = {
        "rule": held,
        "shown": shown_obligation(told, held, times, who.on, named),
        "lines": [shown_owed(one, named, may_end=may_end) for one in reversed(times)],
        "told": shown_told(followed(f"obligation/{told.id}"), abouts, named, may_take_back=may_keep),
        "may_keep": may_keep,
        "may_ask": told.rhythm is Rhythm.ASKED and bool(teller_of(who, told, held, FollowedKind.ASKED)),
    }
    return render(request, "coordination/obligation.html", shown_here)


def held_now(obligation_id: str) -> tuple[Obligation, CoordinationRule]:
    """An obligation and its rule; one that is not there gives no page."""
    told = obligation(obligation_id)
    held = coordination_rule(told.rule) if told else None
    if told is None or held is None:
        raise Http404
    return told, held


def teller_of(who: Asker, told: Obligation, held: CoordinationRule, kind: FollowedKind) -> str:
    """The body for which the asker may tell this; "" for none."""
    may = (body for body in tellers(told, held, kind) if permission.allows(who, WORK, Subject(unit=body)))
    return next(may, "")


def _owed_asked(request: HttpRequest, who: Asker, named: Named) -> tuple[Asked, list[OwedTime], list[OwedTime]]:
    """What the address asks for but the state, and everything."""
    asked = asked_of(request.GET.dict(), OWED_WORDS)
    if asked.words["tinh_trang"] not in _STATES:
        asked = Asked(words={**asked.words, "tinh_trang": ""}, start=asked.start)
    every = owed_until(who.on)
    found = owed_asked(every, asked, named)
    found.sort(key=lambda one: (one.owed.due, one.obligation.id), reverse=True)
    return asked, found, every


def _state_counts(found: Sequence[OwedTime]) -> list[tuple[str, str, int]]:
    return [("", "Tất cả", len(found))] + [
        (word, name, len(owed_in_state(found, word))) for word, name in _STATES.items()
    ]


def _numbers(told: Iterable[Obligation]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for one in told:
        numbers[one.rule] = numbers.get(one.rule, 0) + 1
    return numbers


def _owed_words(asked: Asked) -> Asked:
    """What the list of times shares with the list of rules."""
    return Asked(words={name: asked.words.get(name, "") for name in ("quy_che", "ky")})


def _tables(times: Sequence[OwedTime], asked: Asked, named: Named) -> dict[str, Any]:
    """The counts by partner and by quarter, each with the address of what it counts."""
    base = _owed_words(asked)

    def lines(
        counts: dict[Any, OwedCounts], name: Callable[[Any], str], changed: Callable[[Any], str]
    ) -> list[tuple[str, OwedCounts, str]]:
        return [(name(key), told, changed(key)) for key, told in counts.items()]

    by_partner = counted_by((one.obligation.debtor, one.owed) for one in times)
    quarters = counted_by((period_of(one.owed.due, QUARTER), one.owed) for one in times)
    ordered = dict(sorted(quarters.items(), key=lambda line: line[0].first, reverse=True))
    return {
        "by_partner": sorted(lines(by_partner, named, lambda key: base.changed(ben=key))),
        "by_period": lines(ordered, period_named, lambda key: base.changed(ky=key.written)),
    }
