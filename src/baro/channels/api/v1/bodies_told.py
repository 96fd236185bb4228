"""A body as the API tells it, and the terms and successions that a program tells."""

from dataclasses import asdict
from datetime import date
from typing import Any

from baro.channels.api.v1 import body_shapes as given
from baro.desk.closing import Merger
from baro.records.queries.organisation import bodies
from baro.records.queries.people import service
from baro.rules.prescribed.bodies import Bodies, BodyTerm, Level
from baro.rules.prescribed.folding import tidy
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession, SuccessionKind

_TERM = ("code", "name", "parent", "external", "basis", "verified", "note")
_POST = ("person", "title", "is_head", "decision")


def body_told(known: Bodies, body: str, on: date) -> dict[str, Any]:
    """Tell a body on a day; the latest term where it is not there that day."""
    there, last = known.term_on(body, on), known.last_day(body)
    return _term(there or known.terms_of[body][-1]) | {
        "id": body, "kind": known.by_id[body].kind, "is_in_force": there is not None, "last_day": last,
        "heirs": [] if there or last is None or last >= on else list(known.mapped(body, on).heirs),
    }  # fmt: skip


def full_told(body: str, on: date, role: str) -> dict[str, Any]:
    """Tell a body with its terms, what became of it, who serves in it on a day, who is competent by a role ("" not asked).
    Raises `Refused("access.not_found")`."""
    known, serving = bodies(), service()
    if body not in known.by_id:
        raise Refused("access.not_found")
    tree = known.on(on)
    lines = sorted(
        (one for one in known.successions if body in (one.predecessor, one.successor)), key=lambda one: one.effective_on
    )
    posts = sorted((p for p in serving.posts if p.unit == body and p.term.holds(on)), key=lambda p: not p.is_head)
    return {
        "body": body_told(known, body, on),
        "above": list(reversed(tree.lineage(body)[1:])),
        "below": list(tree.children(body)),
        "terms": [_term(term) for term in reversed(known.terms_of[body])],
        "successions": [asdict(one) for one in reversed(lines)],
        "heads": [asdict(one) for one in serving.heads(body, on)],
        "posts": [{name: getattr(p, name) for name in _POST} | {"roles": list(p.roles)} | _days(p.term) for p in posts],
        "competent": [asdict(one) for one in serving.competent(body, role, on)] if role else [],
    }


def term_said(asked: given.ChangeBody, body: str) -> BodyTerm:
    """What a program tells of a body, tidied as on the page."""
    return BodyTerm(
        body=body, code=tidy(asked.code), name=" ".join(tidy(asked.name).split()), level=Level(asked.level),
        parent=asked.parent, term=Term(asked.valid_from, getattr(asked, "valid_to", None)), external=asked.external,
        basis=tidy(asked.basis), verified=asked.verified, note=tidy(asked.note),
    )  # fmt: skip


def lines_said(asked: given.PreviewClosing, body: str) -> tuple[Succession, ...]:
    """The successions that a program tells: one for each heir, one without any for a dissolution; the same of each body that
    merges too. Raises `Refused("api.malformed")` for what the kind does not take."""
    kind, heirs = SuccessionKind(asked.kind), list(dict.fromkeys(asked.successors))
    is_over = kind is SuccessionKind.DISSOLVE
    wrong = {
        "successors": bool(heirs) is is_over or (kind is SuccessionKind.MERGE and len(heirs) > 1),
        "merged": bool(asked.merged) and kind is not SuccessionKind.MERGE,
        "function": bool(asked.function.strip()) is not (kind is SuccessionKind.TRANSFER_FUNCTION),
        "entire": asked.entire and kind is not SuccessionKind.SPLIT_PART,
    }
    if any(wrong.values()):
        raise Refused("api.malformed", fields=", ".join(name for name, is_wrong in wrong.items() if is_wrong))
    return tuple(
        Succession(
            predecessor=one, successor=heir, kind=kind, effective_on=asked.effective_on, basis=tidy(asked.basis),
            verified=asked.verified, function=tidy(asked.function), note=tidy(asked.note),
        )
        for one in dict.fromkeys((body, *asked.merged))
        for heir in heirs or [""]
    )  # fmt: skip


def closing_told(found: Merger) -> dict[str, Any]:
    """Tell what would follow."""
    return {
        "bodies": [one.body for one in found.closings], "last": found.closings[0].last, "heirs": list(found.heirs),
        "count": len(found.items),
        "items": [{name: getattr(one, name) for name in ("kind", "id", "unit", "code")} for one in found.items],
    }  # fmt: skip


def _term(term: BodyTerm) -> dict[str, Any]:
    return {name: getattr(term, name) for name in _TERM} | {"level": term.level} | _days(term.term)


def _days(term: Term) -> dict[str, date | None]:
    return {"valid_from": term.valid_from, "valid_to": term.valid_to}
