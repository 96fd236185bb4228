"""The catalogue of procedures: what a publication changes, and its faults."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from baro.desk.by import By, act_of, require
from baro.records.queries.procedures import latest_procedures, procedures_on, stamp_of_procedures
from baro.records.recording import record_all
from baro.records.row_security.session import acting
from baro.rules.judged.catalogue.lints import Fault, faults_of
from baro.rules.observed.acts import Act, Value
from baro.rules.prescribed.procedures import ChannelTerms, Procedure, PublishedVersion, check_procedure
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What taking over a publication recorded: how many procedures were new, changed, as they were; and the codes of those
    that are held and that it does not name."""

    new: int
    changed: int
    same: int
    unnamed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """A version in force, and its faults."""

    version: PublishedVersion
    faults: tuple[Fault, ...]


@acting()
def publish_procedures(told: Sequence[Procedure], valid_from: date, by: By, at: datetime) -> Published:
    """Record procedures as published from a day on, all or none; one that is as it was records nothing. Those that are not
    named stay as they are.

    Raises `Refused("access.…" | "procedure.no_code" | "procedure.no_name" | "procedure.twice" | "procedure.before_last")`.
    """
    require(by, "catalogue.record", by.unit, at)
    seen: set[str] = set()
    known = latest_procedures()
    acts: list[Act] = []
    new = 0
    for one in told:
        check_procedure(one)
        if one.code in seen:
            raise Refused("procedure.twice", code=one.code)
        seen.add(one.code)
        last = known.get(one.code)
        if last is None or last.procedure != one:
            acts.append(_act(one, last, valid_from, by, at))
            new += last is None
    record_all(acts, at=at)
    return Published(
        new=new, changed=len(acts) - new, same=len(told) - len(acts), unnamed=tuple(sorted(known.keys() - seen))
    )


def linted_procedures(on: date) -> tuple[Linted, ...]:
    """The versions in force on a day with their faults, by code. Found once for a day and a state of the catalogue."""
    return _linted(on, *stamp_of_procedures())


@lru_cache(maxsize=8)
def _linted(on: date, _count: int, _last: date | None) -> tuple[Linted, ...]:
    return tuple(Linted(version=one, faults=faults_of(one.procedure, on)) for one in procedures_on(on))


def _act(told: Procedure, last: PublishedVersion | None, valid_from: date, by: By, at: datetime) -> Act:
    if last is not None and valid_from < last.valid_from:
        raise Refused("procedure.before_last", code=told.code, last=f"{last.valid_from:%d/%m/%Y}")
    data: dict[str, Value] = {
        "code": told.code, "version": last.version + 1 if last else 1, "name": told.name, "decision": told.decision,
        "field": told.field, "levels": list(told.levels), "channels": [_terms(one) for one in told.channels],
        "steps": told.steps, "agencies": told.agencies, "bases": list(told.bases), "valid_from": valid_from.isoformat(),
    }  # fmt: skip
    return act_of(by, "procedure.published", f"procedure/{told.code}", at, data)


def _terms(told: ChannelTerms) -> list[Value]:
    limit = (str(told.limit.value), told.limit.unit.value) if told.limit else ("", "")
    return [told.channel.value, told.written, *limit, told.fee, told.more]
