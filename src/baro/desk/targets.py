"""Targets: given, their plan changed by a document, what was reached reported, withdrawn if given by mistake."""

from datetime import date, datetime
from decimal import Decimal

from baro.desk import permission
from baro.desk.by import By, act_of, require
from baro.desk.directives import check_bodies
from baro.records.ids_made import new_id
from baro.records.queries.targets import target, targets_between
from baro.records.recording import record
from baro.records.row_security.session import acting
from baro.rules.judged.targets import TargetNow, target_on
from baro.rules.observed.acts import Value
from baro.rules.observed.targets import Target, check_reported, check_revised, check_target, check_withdrawn
from baro.rules.prescribed.amounts import plain
from baro.rules.prescribed.refusals import Refused

READ, SET, REPORT = "target.read", "target.set", "target.report"
_FIRST, _LAST = 1990, 2100


def year_of(word: str) -> int:
    """Read a year of targets, as an address writes it; 0 for what is none."""
    is_year = word.isdecimal() and word.isascii() and len(word) == 4 and _FIRST <= int(word) <= _LAST
    return int(word) if is_year else 0


def targets_of_year(year: int, on: date) -> list[TargetNow]:
    """The targets whose period meets a year, as they stand on a day; those withdrawn are left out."""
    return [target_on(one, on) for one in targets_between(date(year, 1, 1), date(year, 12, 31))]


@acting()
def set_target(told: Target, by: By, at: datetime) -> str:
    """Give a target; one without an id gets one, which is given. Raises `Refused("access.…" | "target.…" |
    "task.body_not_in_force")`."""
    require(by, SET, told.assigner, at)
    check_target(told)
    check_bodies((told.body,), permission.day_of(at))
    made = told.id or new_id(at)
    data: dict[str, Value] = {
        "target": made, "body": told.body, "assigner": told.assigner, "directive": told.directive, "code": told.code.strip(),
        "name": told.name.strip(), "unit": told.unit.strip(), "first": told.first.isoformat(),
        "last": told.last.isoformat(), "baseline": "" if told.baseline is None else plain(told.baseline),
        "plan": plain(told.plan), "direction": told.direction.value, "source": told.source.strip(),
    }  # fmt: skip
    record(act_of(by, "target.set", f"target/{made}", at, data), at=at)
    return made


@acting()
def revise_target(target_id: str, plan: Decimal, document: str, by: By, at: datetime) -> None:
    """Change the plan of a target by a document; the plan first given stays beside it. Raises `Refused("access.…" | "target.…")`."""
    found = _held(target_id)
    require(by, SET, found.assigner, at)
    check_revised(found, plan, document)
    data: dict[str, Value] = {
        "target": found.id, "number": len(found.revisions) + 1, "plan": plain(plan), "document": document.strip(),
    }  # fmt: skip
    record(act_of(by, "target.revised", f"target/{found.id}", at, data), at=at)


@acting()
def report_target(target_id: str, upto: date, value: Decimal, source: str, by: By, at: datetime) -> None:
    """Report what was reached up to a day; told again for the same day, both stay and the later stands. Raises
    `Refused("access.…" | "target.…")`."""
    found = _held(target_id)
    require(by, REPORT, found.body, at)
    check_reported(found, upto, source, permission.day_of(at))
    data: dict[str, Value] = {
        "target": found.id, "number": len(found.actuals) + 1, "upto": upto.isoformat(), "value": plain(value),
        "source": source.strip(),
    }  # fmt: skip
    record(act_of(by, "target.reported", f"target/{found.id}", at, data), at=at)


@acting()
def withdraw_target(target_id: str, reason: str, by: By, at: datetime) -> None:
    """Withdraw a target that was given by mistake. Raises `Refused("access.…" | "target.…")`."""
    found = _held(target_id)
    require(by, SET, found.assigner, at)
    check_withdrawn(found, reason)
    data: dict[str, Value] = {"target": found.id}
    record(act_of(by, "target.withdrawn", f"target/{found.id}", at, data, {"reason": reason.strip()}), at=at)


def _held(target_id: str) -> Target:
    found = target(target_id, held=(f"target/{target_id}",))
    if found is None:
        raise Refused("access.not_found")
    return found
