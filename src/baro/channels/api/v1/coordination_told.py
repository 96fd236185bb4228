"""Coordination rules, what they oblige to and each time it is owed, in codes, days and counts."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from baro.desk.late_entry import CALENDAR
from baro.desk.obligations import OwedTime, tellers
from baro.rules.counted.owed import count_owed
from baro.rules.judged.owed import days_late
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation, Rhythm

_OBLIGATION = ("id", "rule", "debtor", "creditor", "task", "article", "rhythm", "valid_from", "last_on")
_ENDS = (FollowedKind.DONE, FollowedKind.DECLINED)


def rule_told(rule: CoordinationRule, times: Sequence[OwedTime], obligations: int, on: date) -> dict[str, Any]:
    """A rule with how many obligations it holds and how some times were kept."""
    counts = asdict(count_owed(one.owed for one in times))
    return asdict(rule) | {"holds": rule.holds(on), "obligation_count": obligations, "counts": counts}


def obligation_told(told: Obligation, rule: CoordinationRule, times: Sequence[OwedTime], on: date) -> dict[str, Any]:
    """An obligation with how it was kept."""
    mine = (one.owed for one in times if one.obligation.id == told.id)
    return {name: getattr(told, name) for name in _OBLIGATION} | {
        "limit": describe(told.limit), "holds": told.holds(rule, on), "counts": asdict(count_owed(mine)),
    }  # fmt: skip


def time_told(one: OwedTime) -> dict[str, Any]:
    """One time that something is owed."""
    owed = one.owed
    return {
        "rule": one.rule.id, "obligation": one.obligation.id, "key": owed.key, "since": owed.since, "due": owed.due,
        "asked_on": owed.asked.told_on if owed.asked else None, "asked_by": owed.asked.document if owed.asked else "",
        "ended_on": owed.ended.told_on if owed.ended else None, "ended_by": owed.ended.document if owed.ended else "",
        "state": owed.state, "days_late": days_late(owed, CALENDAR) if owed.is_breach else None,
    }  # fmt: skip


def steps_told(told: Obligation, rule: CoordinationRule) -> list[dict[str, Any]]:
    """What may be told of an obligation, and by whom."""
    kinds = (FollowedKind.ASKED, *_ENDS) if told.rhythm is Rhythm.ASKED else _ENDS
    return [{"kind": kind, "bodies": tellers(told, rule, kind)} for kind in kinds]
