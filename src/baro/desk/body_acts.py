"""The acts of organising as they are written into the ledger: names, codes and days; notes are free text and kept aside."""

from datetime import date, datetime

from baro.desk.by import By, act_of
from baro.rules.observed.acts import Act, Value
from baro.rules.prescribed.bodies import Body, BodyTerm
from baro.rules.prescribed.body_changes import term_key
from baro.rules.prescribed.successions import Succession


def created_act(body: Body, first: BodyTerm, by: By, at: datetime) -> Act:
    """A body began, with its first term."""
    data = {"kind": body.kind.value, **_term_data(first)}
    return act_of(by, "body.created", f"body/{body.id}", at, data, {"note": first.note})


def changed_act(new: BodyTerm, closes: BodyTerm | None, by: By, at: datetime) -> Act:
    """From a day on a body is something else."""
    data = {"closes": term_key(closes) if closes else "", **_term_data(new)}
    return act_of(by, "body.changed", f"body/{new.body}", at, data, {"note": new.note})


def corrected_act(right: BodyTerm, reason: str, by: By, at: datetime) -> Act:
    """A term was told wrongly."""
    personal = {"note": right.note, "reason": reason}
    return act_of(by, "body.corrected", f"body/{right.body}", at, _term_data(right), personal)


def ended_act(term: BodyTerm, last: date, basis: str, by: By, at: datetime) -> Act:
    """A body ended."""
    data = {"body": term.body, "term": term_key(term), "last": last.isoformat(), "basis": basis}
    return act_of(by, "body.ended", f"body/{term.body}", at, data)


def succeeded_act(new: Succession, closes: BodyTerm | None, succession: str, by: By, at: datetime) -> Act:
    """Something of a body went to another."""
    data: dict[str, Value] = {
        "succession": succession,
        "predecessor": new.predecessor,
        "successor": new.successor,
        "kind": new.kind.value,
        "effective_on": new.effective_on.isoformat(),
        "basis": new.basis,
        "verified": new.verified,
        "function": new.function,
        "closes": term_key(closes) if closes else "",
    }
    return act_of(by, "body.succeeded", f"body/{new.predecessor}", at, data, {"note": new.note})


def day_text(day: date | None) -> str | None:
    """Write a day into an entry; None is open."""
    return day.isoformat() if day else None


def _term_data(term: BodyTerm) -> dict[str, Value]:
    return {
        "body": term.body,
        "term": term_key(term),
        "code": term.code,
        "name": term.name,
        "level": term.level.value,
        "parent": term.parent,
        "valid_from": day_text(term.term.valid_from),
        "valid_to": day_text(term.term.valid_to),
        "external": term.external,
        "basis": term.basis,
        "verified": term.verified,
    }
