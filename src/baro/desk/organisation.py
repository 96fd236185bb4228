"""Organising: a body is created, changes, is corrected, ends; something of it goes to another. Nothing is deleted.

Every function checks the policy and the rules, records one act, and returns what others will call the thing by.
"""

from dataclasses import replace
from datetime import date, datetime

from baro.desk.body_acts import changed_act, corrected_act, created_act, ended_act
from baro.desk.by import By, require, require_over
from baro.desk.closing import close, preview
from baro.records.ids_made import new_id
from baro.records.queries.organisation import bodies
from baro.records.recording import record
from baro.rules.prescribed.bodies import Body, BodyKind, BodyTerm
from baro.rules.prescribed.body_changes import (
    closed_by,
    corrected,
    term_key,
    with_body,
    with_term,
)
from baro.rules.prescribed.body_checks import check_end, check_term
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession


def create_body(kind: BodyKind, first: BodyTerm, by: By, at: datetime) -> str:
    """Record a body with its first term, and return its id; `first.body` "" lets the desk choose one.

    Raises `Refused("body.exists" | "body.…")`.
    """
    require(by, "organisation.record", first.parent, at)
    known = bodies()
    term = first if first.body else replace(first, body=new_id(at))
    if term.body in known.by_id:
        raise Refused("body.exists", body=term.body)
    body = Body(id=term.body, kind=kind)
    check_term(with_body(known, body, term), term)
    record(created_act(body, term, by, at), at=at)
    return body.id


def change_body(new: BodyTerm, by: By, at: datetime) -> None:
    """Record what a body is from a day on: another name, code, level or superior; the term before ends on the day before.

    Raises `Refused("body.unknown" | "body.no_first_day" | "body.…")`.
    """
    known = bodies()
    require_over(by, "organisation.record", known, new.body, at)
    if new.body in known.by_id and new.term.valid_from is None:
        raise Refused("body.no_first_day")
    check_term(with_term(known, new), new)
    record(changed_act(new, closed_by(known, new), by, at), at=at)


def correct_body(right: BodyTerm, reason: str, by: By, at: datetime) -> None:
    """Record that a term was told wrongly, and what is right; the first day says which term is meant. What was said
    before stays in the ledger.

    Raises `Refused("body.no_such_term" | "body.no_reason" | "body.…")`.
    """
    known = bodies()
    require_over(by, "organisation.record", known, right.body, at)
    if all(term_key(told) != term_key(right) for told in known.terms):
        raise Refused("body.no_such_term")
    if not reason.strip():
        raise Refused("body.no_reason")
    check_term(corrected(known, right), right)
    record(corrected_act(right, reason.strip(), by, at), at=at)


def end_body(body: str, last: date, basis: str, by: By, at: datetime) -> None:
    """Record the last day of a body that leaves no heir. Raises `Refused("body.not_in_force" | "body.has_bodies_below")`."""
    known = bodies()
    require_over(by, "organisation.record", known, body, at)
    check_end(known, body, last)
    term = known.term_on(body, last)
    assert term is not None
    record(ended_act(term, last, basis, by, at), at=at)


def succeed(new: Succession, by: By, at: datetime, *, whole: bool = False) -> None:
    """Record that something of a body goes to another from a day on, handing nothing over (see `closing.close`).

    Raises `Refused("succession.…" | "body.has_bodies_below")`.
    """
    close(preview((new,), by, at, whole=whole), {}, "", by, at)
