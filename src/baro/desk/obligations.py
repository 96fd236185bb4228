"""What coordination rules oblige to: recorded, ended, asked for, done, declined; and how each was kept until a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from baro.desk.by import By, act_of, require
from baro.desk.followed import Telling, require_teller, take_back, tell
from baro.desk.late_entry import CALENDAR
from baro.desk.permission import day_of
from baro.records.ids_made import new_id
from baro.records.ledger.heads import hold
from baro.records.queries.followed import all_followed, followed, obligation, obligations
from baro.records.queries.joint_rules import coordination_rule, coordination_rules
from baro.records.recording import record
from baro.records.round_trips import ask
from baro.records.row_security.session import acting
from baro.rules.judged.owed import Owed, check_asked, check_ended, owed_times
from baro.rules.observed.acts import Value
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation, check_obligation, check_obligation_end
from baro.rules.prescribed.refusals import Refused

WORK, KEEP = "coordination.work", "process.approve"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedTime:
    """One time that something is owed, by which obligation of which rule."""

    rule: CoordinationRule
    obligation: Obligation
    owed: Owed


def owed_until(as_of: date, rules: Iterable[CoordinationRule] | None = None) -> list[OwedTime]:
    """Every time that something was owed until a day by the rules (None: all), by rule and obligation, the first first."""
    of_rules = {rule.id: rule for rule in (coordination_rules() if rules is None else rules)}
    only = next(iter(of_rules)) if len(of_rules) == 1 else ""
    mine = [one for one in obligations(only) if one.rule in of_rules]
    told = all_followed("obligation", {one.id for one in mine} if only else None)
    return [
        OwedTime(rule=of_rules[one.rule], obligation=one, owed=owed)
        for one in mine
        for owed in owed_times(one, of_rules[one.rule], told.get(one.id, ()), as_of, CALENDAR)
    ]


@acting()
def record_obligation(told: Obligation, by: By, at: datetime) -> str:
    """Record what a coordination rule obliges to; one without an id gets one, which is given. Raises `Refused("access.…" |
    "obligation.…")`."""
    rule = coordination_rule(told.rule)
    if rule is None:
        raise Refused("access.not_found")
    require(by, KEEP, rule.unit, at)
    check_obligation(told, rule)
    made = told.id or new_id(at)
    data: dict[str, Value] = {
        "obligation": made, "rule": rule.id, "debtor": told.debtor, "creditor": told.creditor, "task": told.task.strip(),
        "article": told.article.strip(), "rhythm": told.rhythm.value, "limit_value": told.limit.value,
        "limit_unit": told.limit.unit.value, "valid_from": told.valid_from.isoformat(),
    }  # fmt: skip
    record(act_of(by, "obligation.recorded", f"obligation/{made}", at, data), at=at)
    return made


@acting()
def end_obligation(obligation_id: str, last: date, by: By, at: datetime) -> None:
    """Record the last day of an obligation. Raises `Refused("access.…" | "obligation.…")`."""
    told, rule = _held(obligation_id)
    require(by, KEEP, rule.unit, at)
    check_obligation_end(told, last)
    data = {"obligation": told.id, "last": last.isoformat()}
    record(act_of(by, "obligation.ended", f"obligation/{told.id}", at, data), at=at)


@acting()
def tell_obligation(obligation_id: str, telling: Telling, by: By, at: datetime) -> int:
    """Record that something was asked for, done or declined, by the body for which somebody acts; gives its number. Raises
    `Refused("access.…" | "obligation.…" | "followed.…" | "late_entry.future")`."""
    told, rule = _held(obligation_id)
    require_teller(by, WORK, tellers(told, rule, telling.kind), at)
    before = followed(f"obligation/{told.id}")
    if telling.kind is FollowedKind.ASKED:
        check_asked(told, rule, telling.on)
    else:
        check_ended(owed_times(told, rule, before, day_of(at), CALENDAR), telling.about, telling.on)
    return tell(f"obligation/{told.id}", before, telling, by, at)


@acting()
def take_back_told(obligation_id: str, number: int, document: str, by: By, at: datetime) -> None:
    """Record that what was told of an obligation was told by mistake; only who keeps the rule may. Raises
    `Refused("access.…" | "followed.…")`."""
    told, rule = _held(obligation_id)
    require(by, KEEP, rule.unit, at)
    take_back(f"obligation/{told.id}", followed(f"obligation/{told.id}"), number, document, by, at)


def tellers(told: Obligation, rule: CoordinationRule, kind: FollowedKind) -> tuple[str, ...]:
    """The bodies that may tell this of an obligation, whom it concerns most first: only who is owed, or keeps the rule, asks
    for it; that it was done or declined, any of the partners tells."""
    bodies = tuple(dict.fromkeys((rule.unit, *rule.parties)))
    owed = (told.creditor,) if told.creditor in bodies else ()
    if kind is FollowedKind.ASKED:
        asks = owed or (tuple(body for body in bodies if body != told.debtor) if not told.creditor else ())
        return tuple(dict.fromkeys((*asks, *([rule.unit] if rule.unit != told.debtor else []))))
    first = (told.debtor,) if told.debtor in bodies else owed
    return tuple(dict.fromkeys((*first, *owed, *bodies)))


def _held(obligation_id: str) -> tuple[Obligation, CoordinationRule]:
    ask(*hold([f"obligation/{obligation_id}"]))
    told = obligation(obligation_id)
    rule = coordination_rule(told.rule) if told else None
    if told is None or rule is None:
        raise Refused("access.not_found")
    return told, rule
