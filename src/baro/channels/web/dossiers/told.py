"""A dossier as a line of a list: its state, its days, who holds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from baro.channels.wording.signals import signals_of
from baro.records.queries.dossier_lists import Line
from baro.rules.counted.reports.case_told import STATES
from baro.rules.judged.deadlines.classes import HolderKind, TimeClass
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import VEIL, hides
from baro.rules.prescribed.zones import VIETNAM, local_time

_LATE = (TimeClass.LATE, TimeClass.PENDING_LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A dossier as the list draws it. Moments are Vietnam's."""

    id: str
    code: str
    procedure: str
    procedure_name: str
    unit: str
    received: datetime | None
    due: date | None
    ended: datetime | None
    state: str
    word: str
    late_days: int
    holder: str
    holder_person: str
    holder_unit: str
    deviations: int
    signals: tuple[str, ...]
    conflicts: int
    source: str
    as_of: datetime


def shown(line: Line, seen: Decision, named: Mapping[str, str] | None = None) -> ShownLine:
    """Tell a line to somebody who may see so much of it; `named`: procedures by code."""
    state, word = state_of(line)
    return ShownLine(
        id=line.id, code=line.code, procedure=line.procedure,
        procedure_name=(named or {}).get(line.procedure, ""), unit=line.unit, received=_local(line.received_at),
        due=line.due_on, ended=_local(line.ended_at), state=state, word=word, late_days=line.late_days,
        holder=holder_told(line, seen), holder_person=_person_told(line, seen), holder_unit=line.holder_unit,
        deviations=line.deviation_count, signals=signals_of(line.signals), conflicts=line.conflict_count,
        source=line.source, as_of=local_time(line.as_of, VIETNAM),
    )  # fmt: skip


def state_of(line: Line) -> tuple[str, str]:
    """The state and its words, as in the reports."""
    state, word = STATES[TimeClass(line.time_class)]
    if line.time_class in _LATE:
        return state, f"{word} {line.late_days} ngày" if line.late_days else word
    return ("paused", "Tạm dừng thời hạn") if line.is_suspended else (state, word)


class Held(Protocol):
    """What says who holds a dossier, or several."""

    @property
    def holder_kind(self) -> int: ...
    @property
    def holder_unit(self) -> str: ...
    @property
    def holder_person(self) -> str: ...


def holder_told(line: Held, seen: Decision) -> str:
    """Who holds an open dossier: a person only where the asker may see who."""
    if line.holder_kind < 0:
        return ""
    if line.holder_kind == HolderKind.APPLICANT:
        return "Người nộp hồ sơ"
    return ", ".join(filter(None, (_person_told(line, seen), line.holder_unit))) or "không rõ"


def _person_told(line: Held, seen: Decision) -> str:
    return line.holder_person and (VEIL if hides(seen, "dossier", "holder_person") else line.holder_person)


def _local(at: datetime | None) -> datetime | None:
    return None if at is None else local_time(at, VIETNAM)
