"""What dossiers are once a person adopts the source's telling of some steps and cells: a log of its own, beside the one held.

Which step is meant is found by what was held of it: a step that has become another since the contradiction was told is
refused, never guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import numpy as np

from baro.desk.contradictions import OF_CASE, OF_EVENT, cell_value, event_value
from baro.records.loading.composing import CASE_FIELDS, EVENT_FIELDS, joined
from baro.records.queries.imports import OpenConflict
from baro.rules.observed.log import NO_TIME, NONE, EventLog, milliseconds
from baro.rules.observed.told_values import read
from baro.rules.prescribed.durations import UNITS, Unit
from baro.rules.prescribed.refusals import Refused

_LIMIT = "limit_value"


def adopted(held: EventLog, chosen: Iterable[OpenConflict]) -> EventLog:
    """Give the dossiers held with the source's telling in the place of what was held.

    Raises `Refused("import.adopt_moved" | "import.adopt_twice" | "import.adopt_nothing_left")`.
    """
    writer = _Writer(held)
    for one in chosen:
        writer.write(one)
    return writer.log()


class _Writer:
    """Copies of the columns, in which values are put in the place of others."""

    def __init__(self, held: EventLog) -> None:
        self._held = held
        self._events: dict[str, Any] = {name: getattr(held.events, name).copy() for name in EVENT_FIELDS}
        self._cases: dict[str, Any] = {name: getattr(held.cases, name).copy() for name in CASE_FIELDS}
        self._names = {t: list(getattr(held.names, t)) for t in {*OF_EVENT.values(), *OF_CASE.values()}}
        self._gone = np.zeros(held.event_count, np.bool_)
        self._place = {code: k for k, code in enumerate(held.cases.ids)}
        self._activity = {name: k for k, name in enumerate(held.names.activities)}
        self._taken: set[tuple[str, str, int]] = set()

    def write(self, one: OpenConflict) -> None:
        """Put one telling in the place of what was held."""
        case = self._place[one.code]
        if one.kind == "altered_cell":
            self._take(one, case)
            self._put_cell(one, case)
            return
        event = self._event(one, case)
        self._take(one, event)
        if one.kind == "gone_event":
            self._gone[event] = True
            return
        for name, text in read(one.theirs).items():
            self._events[name][event] = self._coded(OF_EVENT.get(name, ""), name, text)
        self._events["row"][event] = one.row

    def log(self) -> EventLog:
        """The dossiers as they are now; steps stand by moment."""
        held, lengths = self._held, np.diff(self._held.offsets)
        case = np.repeat(np.arange(held.case_count), lengths)
        left = np.bincount(case[~self._gone], minlength=held.case_count)
        if (left == 0).any():
            raise Refused("import.adopt_nothing_left", case=held.cases.ids[int(np.argmin(left))])
        names: dict[str, Any] = {name: tuple(texts) for name, texts in self._names.items()}
        told = replace(
            held,
            names=replace(held.names, **names),
            events=replace(held.events, **self._events),
            cases=replace(held.cases, **self._cases),
        )
        return joined([told], np.where(self._gone, -1, case), told)

    def _take(self, one: OpenConflict, place: int) -> None:
        """One step or cell has one telling."""
        key = ("cell", one.field, place) if one.kind == "altered_cell" else ("event", "", place)
        if key in self._taken:
            raise Refused("import.adopt_twice", case=one.code, step=one.field)
        self._taken.add(key)

    def _event(self, one: OpenConflict, case: int) -> int:
        """The step of a dossier that is as the contradiction says we hold it."""
        held, ours = self._held, read(one.ours)
        activity = self._activity.get(one.field, NONE)
        for event in range(int(held.offsets[case]), int(held.offsets[case + 1])):
            is_step = int(held.events.activity[event]) == activity and ("event", "", event) not in self._taken
            if is_step and ours and all(event_value(held, name, event) == text for name, text in ours.items()):
                return event
        raise Refused("import.adopt_moved", case=one.code, step=one.field)

    def _put_cell(self, one: OpenConflict, case: int) -> None:
        if one.field not in self._cases or cell_value(self._held, one.field, case) != one.ours:
            raise Refused("import.adopt_moved", case=one.code, step=one.field)
        if one.field == _LIMIT:
            value, _, unit = one.theirs.partition(" ")
            self._cases[_LIMIT][case], self._cases["limit_unit"][case] = int(value), UNITS.index(Unit(unit))
        elif one.field == "applicant":
            self._cases["applicant"][case] = int(one.theirs, 16)
        else:
            self._cases[one.field][case] = self._coded(OF_CASE.get(one.field, ""), one.field, one.theirs)

    def _coded(self, table: str, name: str, text: str) -> int:
        """A value as its column holds it: the code of a name, flags, or a moment."""
        if table:
            return self._name(table, text)
        if name == "flags":
            return int(text or 0)
        return milliseconds(datetime.fromisoformat(text)) if text else NO_TIME

    def _name(self, table: str, text: str) -> int:
        if not text:
            return NONE
        known = self._names[table]
        if text not in known:
            known.append(text)
        return known.index(text)


def codes_of(chosen: Sequence[OpenConflict]) -> list[str]:
    """The dossiers that contradictions are about, each once, in order."""
    return sorted({one.code for one in chosen})
