"""A contradiction, and what became of those that somebody settles, as the API tells them."""

from collections.abc import Sequence
from typing import Any

from baro.desk.permission import Asker
from baro.desk.settling import OPERATION, Weighed
from baro.records.queries.imports import OpenConflict, outcomes_of
from baro.records.queries.proposals import Waiting, waiting_by_subject
from baro.rules.judged.improvement import Effect
from baro.rules.observed.told_values import read
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import hides

_TABLE, _CELL = "told_event", "altered_cell"
_FIGURES = ("late_days", "deviations", "questions")


def conflict_told(one: OpenConflict, waiting: Waiting | None, who: Asker, seen: Decision) -> dict[str, Any]:
    """Tell a contradiction as far as it may be seen."""
    ours, theirs = _values(one, one.ours), _values(one, one.theirs)
    hidden = sorted(name for name in ours | theirs if hides(seen, _TABLE, name))
    return {name: getattr(one, name) for name in ("id", "batch", "source", "dossier", "kind", "field", "row")} | {
        "ours": {name: None if name in hidden else value for name, value in ours.items()},
        "theirs": {name: None if name in hidden else value for name, value in theirs.items()},
        "hidden": hidden, "proposal": _proposal(waiting), "is_mine": waiting is not None and waiting.first == who.person,
    }  # fmt: skip


def outcomes_told(ids: Sequence[str], who: Asker) -> dict[str, Any]:
    """Tell what became of contradictions that the asker settles."""
    became, waiting = outcomes_of(ids), waiting_by_subject(OPERATION, ids, who.on)
    items = [{"id": one, "outcome": became.get(one) or "open", "proposal": _proposal(waiting.get(one))} for one in ids]
    return {"items": items, "waits": sum(one["outcome"] == "open" for one in items)}


def weighed_told(found: Weighed) -> dict[str, Any]:
    """Tell what taking theirs over would do."""
    return {
        "effects": [_effect(one) for one in found.effects],
        "ready": [one.id for one in found.ready],
        "waits": [one.id for one in found.unapproved],
    }


def _values(one: OpenConflict, told: str) -> dict[str, str]:
    """What is told, by field; a step that is told as its moment alone by "at"."""
    if one.kind == _CELL:
        return {one.field: told}
    return read(told) or ({"at": told} if told else {})


def _proposal(waiting: Waiting | None) -> str:
    return "none" if waiting is None else "approved" if waiting.second else "proposed"


def _effect(one: Effect) -> dict[str, Any]:
    told = {name: list(getattr(one, name)) for name in _FIGURES}
    classes = [one.before.name.lower(), one.after.name.lower()]
    return told | {"code": one.code, "time_class": classes, "improves": one.improves}
