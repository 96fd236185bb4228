"""A joint dossier, its legs and what was told of it, in codes and moments."""

from dataclasses import asdict
from typing import Any

from baro.rules.judged.joint.legs import JointNow, LegNow
from baro.rules.judged.joint.steps import steps_open
from baro.rules.observed.joint import JointEvent
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.joint import JointProcess
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import masked, plain

_DOSSIER = ("id", "code", "process", "version", "lead", "received_at", "recorded_at")
_PROCESS = ("process", "version", "lead", "rule", "decision", "signed_on", "valid_from", "last_on")
_OPEN_TO_ALL = (
    "id", "leg", "kind", "occurred_at", "recorded_at", "teller", "document", "corrects", "is_void",
)  # fmt: skip


def process_told(one: JointProcess, name: str) -> dict[str, Any]:
    """A joint process with its legs."""
    return {field: getattr(one, field) for field in _PROCESS} | {
        "name": name,
        "limit": describe(one.limit),
        "legs": [asdict(leg) | {"limit": describe(leg.limit)} for leg in one.legs],
    }


def joint_told(found: JointNow) -> dict[str, Any]:
    """A joint dossier as it stands."""
    return {name: getattr(found.dossier, name) for name in _DOSSIER} | {
        "due_on": found.due.day,
        "ended_at": found.ended.counts_at if found.ended else None,
        "is_late": found.is_late,
        "unacknowledged": [leg.leg.key for leg in found.unacknowledged],
        "late_legs": [leg.leg.key for leg in found.late_legs],
    }


def leg_told(found: JointNow, leg: LegNow) -> dict[str, Any]:
    """A leg as it stands, by the last time it was sent."""
    last = leg.rounds[-1] if leg.rounds else None
    return {
        "key": leg.leg.key,
        "agency": leg.leg.agency,
        "task": leg.leg.task,
        "state": leg.state,
        "sent_at": last.starts if last else None,
        "due_on": last.due.day if last else None,
        "ended_at": last.ends if last else None,
        "is_late": leg.is_late,
        "is_silent": leg.is_silent,
        "may_tell": list(steps_open(found, leg)),
    }


def event_told(seen: Decision, found: JointNow, event: JointEvent) -> dict[str, Any]:
    """Something told, with the moment that counts where it stands."""
    first = event.corrects or event.id
    stands = next((one for one in found.events if one.event.id == first), None)
    counts = stands.counts_at if stands and stands.event.recorded_at == event.recorded_at else None
    names = plain(masked(seen, "joint_event", {"recorded_by": event.recorded_by, "words": event.words}))
    return names | {
        **{name: getattr(event, name) for name in _OPEN_TO_ALL},
        "counts_at": counts,
        "outcome": event.outcome or "",
    }
