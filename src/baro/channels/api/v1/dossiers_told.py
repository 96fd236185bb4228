"""A dossier as the API tells it."""

from typing import Any

from baro.channels.wording.signals import signals_of
from baro.records.queries.dossier_lists import Line
from baro.rules.judged.deadlines.classes import HolderKind, TimeClass


def dossier_told(line: Line) -> dict[str, Any]:
    """A dossier in codes and numbers; who holds it, by the unit alone."""
    return {
        "id": line.id, "code": line.code, "source": line.source, "body": line.body, "unit": line.unit,
        "procedure": line.procedure, "received_at": line.received_at, "due_on": line.due_on, "ended_at": line.ended_at,
        "time_class": TimeClass(line.time_class).name.lower(), "late_days": line.late_days,
        "is_suspended": line.is_suspended,
        "holder_kind": HolderKind(line.holder_kind).name.lower() if line.holder_kind >= 0 else "",
        "holder_unit": line.holder_unit, "deviation_count": line.deviation_count,
        "signals": signals_of(line.signals), "as_of": line.as_of,
    }  # fmt: skip
