"""Taking over many bodies at once, from shipped facts or a spreadsheet: what is not yet so is recorded, all or nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from baro.desk.body_acts import changed_act, corrected_act, created_act, ended_act, succeeded_act
from baro.desk.by import By, require
from baro.records.ids_made import new_id
from baro.records.queries.organisation import bodies
from baro.records.recording import record_all
from baro.rules.observed.acts import Act
from baro.rules.prescribed.bodies import Bodies, BodyTerm
from baro.rules.prescribed.body_changes import term_key
from baro.rules.prescribed.body_checks import check_succession, check_term
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What taking over would do: the acts, and how many bodies are new, terms new, terms told otherwise, successions new."""

    acts: tuple[Act, ...]
    created: int
    changed: int
    corrected: int
    ended: int
    succeeded: int


def check_all(target: Bodies) -> Iterator[tuple[BodyTerm | Succession, Refused]]:
    """Give every term and succession that cannot stand among the others, with the first reason against it."""
    checks: list[tuple[BodyTerm | Succession, Callable[[], None]]] = [
        *((term, partial(check_term, target, term)) for term in target.terms),
        *((line, partial(check_succession, target, line)) for line in target.successions),
    ]
    for item, check in checks:
        try:
            check()
        except Refused as refusal:
            yield item, refusal


def plan(target: Bodies, reason: str, by: By, at: datetime) -> Adoption:
    """Find the acts that lead from what is recorded to a target that includes it. Nothing is recorded yet."""
    known = bodies()
    told = {term_key(term): term for term in known.terms}
    acts: list[Act] = []
    for term in target.terms:
        before = told.get(term_key(term))
        if before is not None and before != term:
            acts.append(_told_otherwise(before, term, reason, by, at))
    acts += _new_terms(target, known, told, by, at)
    lines = [s for s in target.successions if s not in set(known.successions)]
    acts += [succeeded_act(line, None, new_id(at), by, at) for line in lines]
    counts = {name: sum(a.type == f"body.{name}" for a in acts) for name in _COUNTED}
    return Adoption(acts=tuple(acts), **counts)


def adopt(target: Bodies, by: By, at: datetime, *, reason: str = "") -> Adoption:
    """Record all that is not yet so; a second time records nothing. Raises the first `Refused` of `check_all`."""
    require(by, "organisation.record", "", at)
    for _, refusal in check_all(target):
        raise refusal
    found = plan(target, reason, by, at)
    if found.acts:
        record_all(found.acts, at=at)
    return found


_COUNTED = ("created", "changed", "corrected", "ended", "succeeded")


def _told_otherwise(before: BodyTerm, term: BodyTerm, reason: str, by: By, at: datetime) -> Act:
    """An end that is new is an end; any other difference corrects what was told."""
    last = term.term.valid_to
    if last is not None and before.term.valid_to is None and _but_end(before) == _but_end(term):
        return ended_act(term, last, term.basis, by, at)
    return corrected_act(term, reason, by, at)


def _but_end(term: BodyTerm) -> tuple[object, ...]:
    return (
        term.code, term.name, term.level, term.parent, term.term.valid_from, term.external, term.basis, term.verified,
        term.note,
    )  # fmt: skip


def _new_terms(target: Bodies, known: Bodies, told: dict[str, BodyTerm], by: By, at: datetime) -> Iterator[Act]:
    for body in target.bodies:
        fresh = [term for term in target.terms_of.get(body.id, ()) if term_key(term) not in told]
        for place, term in enumerate(fresh):
            if place == 0 and body.id not in known.by_id:
                yield created_act(body, term, by, at)
            else:
                yield changed_act(term, None, by, at)
