"""Coordination rules with how they were kept, one with its obligations, each time that something is owed; recorded and ended."""

from collections import Counter
from functools import partial
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import coordination_shapes as given
from baro.channels.api.v1.coordination_told import obligation_told, rule_told, time_told
from baro.channels.api.v1.obligations import WRITES, obligation_full
from baro.channels.api.v1.places import day_place, next_page, page_after, words_of_place
from baro.channels.api.v1.shapes import PROBLEMS
from baro.channels.api.v1.words import asked_as_on_page, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.channels.wording.coordination_found import (
    OWED_STATES,
    OWED_WORDS,
    RULE_VIEWS,
    RULE_WORDS,
    is_rule_in_view,
    owed_asked,
    owed_in_state,
    rules_asked,
    times_by_rule,
)
from baro.desk.by import By
from baro.desk.joint_rules import end_rule, record_rule
from baro.desk.obligations import owed_until, record_obligation
from baro.desk.permission import Asker
from baro.records.queries.followed import obligations
from baro.records.queries.joint_rules import coordination_rule as rule_of
from baro.records.queries.joint_rules import coordination_rules as every_rule
from baro.records.queries.organisation import bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.durations import parse_duration
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation, Rhythm
from baro.rules.prescribed.refusals import Refused

router, times_router = Router(tags=["Quy chế phối hợp"]), Router(tags=["Quy chế phối hợp"])
PAGE = 100
_ID = Path(..., description="Mã quy chế.")


@router.get(
    "",
    response={200: given.CoordinationRulePage, **PROBLEMS},
    summary="Danh sách quy chế phối hợp",
    description="Như trang Phối hợp, có hiệu lực gần đây nhất trước; 100 quy chế mỗi trang.",
)
def coordination_rules(request: HttpRequest, asked: Query[given.RuleQuery]) -> dict[str, Any]:
    """Give a page of the rules that the address asks for."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    after = day_place(told)
    words = asked_as_on_page(told, RULE_WORDS, {"hieu_luc": RULE_VIEWS}, words_of_place(after))
    every = every_rule()
    mine = times_by_rule(every, owed_until(who.on, every), words.period)
    found = [
        rule
        for rule in rules_asked(every, words, partial(called, bodies()))
        if is_rule_in_view(rule, mine[rule.id], words.words["hieu_luc"], who.on)
    ]
    page, last = page_after(found, lambda rule: (rule.valid_from, rule.id), after, PAGE)
    numbers = Counter(one.rule for one in obligations())
    return {
        "count": len(found),
        "items": [rule_told(rule, mine[rule.id], numbers[rule.id], who.on) for rule in page],
        "next": next_page(told, *last) if last else "",
    }


@router.get(
    "/{rule_id}",
    response={200: given.CoordinationRuleFull, **PROBLEMS},
    summary="Một quy chế phối hợp",
    description="Các nghĩa vụ của quy chế; số lần đúng hạn, muộn, chưa thực hiện đến hôm nay.",
)
def coordination_rule(request: HttpRequest, rule_id: str = _ID) -> dict[str, Any]:
    """Give one rule with its obligations."""
    return _full(request, rule_id)


@router.post(
    "",
    response={201: given.CoordinationRuleFull, **WRITES},
    summary="Ghi quy chế phối hợp đã phê duyệt",
    description="Như nút Thêm quy chế. Cơ quan chủ trì là một bên của quy chế; ghi từng nghĩa vụ sau.",
)
def add_coordination_rule(
    request: HttpRequest, asked: given.RecordRule, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record a coordination rule."""
    said = asked.model_dump(exclude={"parties", "outside"})
    outside = tuple(dict.fromkeys(" ".join(name.split()) for name in asked.outside))
    told = CoordinationRule(id="", parties=tuple(dict.fromkeys((asked.unit, *asked.parties))), outside=outside, **said)

    def act(by: By) -> str:
        return record_rule(told, by, now())

    return Status(201, _full(request, written(request, idempotency_key, asked, asked.unit, act)))


@router.post(
    "/{rule_id}/end",
    response={200: given.CoordinationRuleFull, **WRITES},
    summary="Ghi quy chế hết hiệu lực",
    description="Chỉ cơ quan chủ trì quy chế ghi được; quy chế vẫn được giữ.",
)
def end_coordination_rule(
    request: HttpRequest, asked: given.EndRule, rule_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record the last day of a coordination rule."""
    rule = _found(rule_id)

    def act(by: By) -> None:
        end_rule(rule.id, asked.last, asked.number, by, now())

    return _full(request, written_of(request, idempotency_key, asked, rule.unit, rule.id, act))


@router.post(
    "/{rule_id}/obligations",
    response={201: given.ObligationFull, **WRITES},
    summary="Ghi nghĩa vụ của quy chế",
    description="Như nút Ghi nghĩa vụ. Chỉ cơ quan chủ trì quy chế ghi được.",
)
def add_obligation(
    request: HttpRequest, asked: given.RecordObligation, rule_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record what a rule obliges to."""
    rule = _found(rule_id)
    said = asked.model_dump() | {"rhythm": Rhythm(asked.rhythm), "limit": parse_duration(asked.limit)}

    def act(by: By) -> str:
        return record_obligation(Obligation(id="", rule=rule.id, **said), by, now())

    return Status(201, obligation_full(request, written(request, idempotency_key, asked, rule.unit, act)))


@times_router.get(
    "",
    response={200: given.OwedPage, **PROBLEMS},
    summary="Từng lần có nghĩa vụ theo quy chế",
    description="Như trang Từng lần có nghĩa vụ, hạn muộn nhất trước; 100 lần mỗi trang.",
)
def obligation_times(request: HttpRequest, asked: Query[given.TimesQuery]) -> dict[str, Any]:
    """Give a page of the times that the address asks for."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    after = day_place(told)
    words = asked_as_on_page(told, OWED_WORDS, {"tinh_trang": OWED_STATES}, words_of_place(after))
    found = owed_in_state(owed_asked(owed_until(who.on), words, partial(called, bodies())), words.words["tinh_trang"])
    page, last = page_after(found, lambda one: (one.owed.due, f"{one.obligation.id}~{one.owed.key}"), after, PAGE)
    return {
        "count": len(found),
        "items": [time_told(one) for one in page],
        "next": next_page(told, *last) if last else "",
    }


def _full(request: HttpRequest, rule_id: str) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    rule = _found(rule_id)
    times, held = owed_until(who.on, (rule,)), obligations(rule.id)
    return {
        "rule": rule_told(rule, times, len(held), who.on),
        "obligations": [obligation_told(one, rule, times, who.on) for one in held],
    }


def _found(rule_id: str) -> CoordinationRule:
    found = rule_of(rule_id)
    if found is None:
        raise Refused("access.not_found")
    return found
