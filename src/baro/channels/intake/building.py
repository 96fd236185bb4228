"""Build the event log of a table: names, kinds, cases, distinct traces; say what was assumed on the way."""

from typing import Any

import numpy as np
import numpy.typing as npt

from baro.channels.intake.assembling import Table
from baro.channels.intake.case_columns import applicant_digests, dossier_codes, limits_of, one_per_case
from baro.channels.intake.checking import check_receipt
from baro.channels.intake.collecting import FLAG_BITS
from baro.channels.intake.column_names import Role
from baro.channels.intake.doubts import Cell, Doubts
from baro.channels.intake.mapping import Mapping
from baro.channels.intake.moment_words import moment_words
from baro.records.ids import Ids
from baro.rules.observed.kind_names import PHRASES, kind_of
from baro.rules.observed.log import NO_TIME, NONE, Cases, EventLog, Events, Names
from baro.rules.observed.quality import Doubt
from baro.rules.observed.traces import distinct_traces
from baro.rules.prescribed.folding import fold_words, tidy

Array = npt.NDArray[Any]
_DIFFERS = "Giá trị khác với dòng đầu tiên của hồ sơ; giá trị đầu tiên được dùng."
_NO_LIMIT = "Không hiểu được thời hạn (cần số và đơn vị, ví dụ “15 ngày làm việc”); ô bị coi là trống."


class Builder:
    """Builds one log; `columns` are the source's names of the columns, for telling doubts."""

    def __init__(self, table: Table, columns: dict[Role, str], mapping: Mapping, doubts: Doubts, salt: bytes) -> None:
        self._table, self._columns, self._mapping, self._doubts, self._salt = table, columns, mapping, doubts, salt

    def build(self) -> EventLog:
        """Give the log; case columns leave the table as they are told per case."""
        table = self._table
        activities, kinds = self._activities()
        present = self._present()
        cases = self._cases()
        known = cases["recorded_received"]
        check_receipt(table, kinds, known if bool((known != NO_TIME).any()) else None, self._columns, self._doubts)
        traces, trace = distinct_traces(table.columns[Role.ACTIVITY], table.offsets)
        prefixes, prefix, day, sequence = dossier_codes(table.values[Role.CASE])
        units, cases["unit"], event_unit = self._units(cases["unit"])
        names = Names(
            activities=activities,
            kinds=kinds,
            persons=self._names(Role.ACTOR),
            units=units,
            roles=self._names(Role.ROLE),
            procedures=self._names(Role.PROCEDURE),
            channels=self._names(Role.CHANNEL),
            code_prefixes=prefixes,
        )
        return EventLog(
            names=names,
            traces=traces,
            cases=Cases(
                ids=Ids.of(table.values[Role.CASE]),
                trace=trace,
                code_prefix=prefix,
                code_day=day,
                code_sequence=sequence,
                **cases,
            ),
            events=self._events(event_unit),
            offsets=table.offsets,
            present=present | ({"dossier_code"} if prefixes else frozenset()),
        )

    def _activities(self) -> tuple[tuple[str, ...], npt.NDArray[np.int8]]:
        """The names of activities with their kinds; of a source that tells every kind, one name too for each that it has not
        told yet."""
        names, kinds = self._names(Role.ACTIVITY), self._kinds()
        if not self._mapping.every_kind:
            return names, kinds
        known = set(kinds.tolist())
        more = {phrases[0]: kind for kind, phrases in PHRASES.items() if kind not in known and phrases[0] not in names}
        return (*names, *more), np.concatenate([kinds, np.array(list(more.values()), np.int8)])

    def _kinds(self) -> npt.NDArray[np.int8]:
        said = {tidy(label): kind for label, kind in self._mapping.kinds.items()}
        folded = {fold_words(label): kind for label, kind in said.items()}
        labels = self._names(Role.ACTIVITY)
        return np.array([int(said.get(a, folded.get(fold_words(a), kind_of(a)))) for a in labels], np.int8)

    def _present(self) -> frozenset[str]:
        """The optional columns that hold something; a flag's column holds something even where it is empty."""
        table = self._table
        held = {role.value for role in table.columns if role in table.values and len(table.values[role])}
        held |= {
            role.value
            for role, column in table.columns.items()
            if role not in table.values and bool((column != NO_TIME).any())
        }
        held |= {role.value for role in FLAG_BITS if role in self._columns}
        return frozenset(held - {Role.CASE.value, Role.ACTIVITY.value, Role.TIME.value})

    def _cases(self) -> dict[str, Array]:
        procedure, unit, channel, applicant, limit = (
            self._text_per_case(role)
            for role in (Role.PROCEDURE, Role.CASE_UNIT, Role.CHANNEL, Role.APPLICANT, Role.LIMIT)
        )
        value, unit_of_limit = self._limits(limit)
        return {
            "procedure": procedure,
            "unit": unit,
            "channel": channel,
            "applicant": self._applicants(applicant),
            "limit_value": value,
            "limit_unit": unit_of_limit,
            "recorded_received": self._per_case(Role.RECORDED_RECEIVED, NO_TIME, np.int64),
            "recorded_due": self._per_case(Role.RECORDED_DUE, NO_TIME, np.int64),
            "recorded_ended": self._per_case(Role.RECORDED_ENDED, NO_TIME, np.int64),
        }

    def _text_per_case(self, role: Role) -> Array:
        return self._per_case(role, NONE, np.int32)

    def _per_case(self, role: Role, absent: int, dtype: npt.DTypeLike) -> Array:
        table = self._table
        if role not in table.columns:
            return np.broadcast_to(np.array(absent, dtype), (len(table.offsets) - 1,))
        value, differing = one_per_case(table.columns[role], absent, table.offsets)
        self._doubts.add(Doubt.INCONSISTENT, differing, lambda k: self._cell(k, role), _DIFFERS)
        del table.columns[role]
        return value

    def _cell(self, position: int, role: Role) -> Cell:
        table = self._table
        value = int(table.columns[role][position])
        told = table.values[role][value].as_py() if role in table.values else moment_words(value)
        return table.cell(position, self._columns[role], told)

    def _applicants(self, codes: Array) -> Array:
        values = self._table.values.pop(Role.APPLICANT, None)
        if values is None:
            return np.broadcast_to(np.int64(0), codes.shape)
        return applicant_digests(codes, values, self._salt)

    def _limits(self, codes: Array) -> tuple[Array, Array]:
        values = self._table.values.get(Role.LIMIT)
        if values is None:
            return codes, np.broadcast_to(np.int8(NONE), codes.shape)
        column = self._columns[Role.LIMIT]
        value, unit, bad = limits_of(codes, values, column, self._mapping.limit_unit)
        starts = self._table.offsets[:-1]
        rows = np.flatnonzero(bad)

        def tell(case: int) -> Cell:
            return self._table.cell(int(starts[case]), column, values[int(codes[case])].as_py())

        self._doubts.add(Doubt.BAD_CELL, rows, tell, _NO_LIMIT)
        return value, unit

    def _units(self, of_cases: Array) -> tuple[tuple[str, ...], Array, Array]:
        """One dictionary for the units of events and of cases: those of events first."""
        events = self._names(Role.UNIT)
        number = {name: k for k, name in enumerate(events)}
        own = self._names(Role.CASE_UNIT)
        table = np.array([number.setdefault(name, len(number)) for name in own] + [NONE], np.int32)
        per_case = table[of_cases] if own else of_cases
        return tuple(number), per_case, self._table.codes(Role.UNIT)

    def _events(self, unit: Array) -> Events:
        table = self._table
        flags = np.broadcast_to(np.uint8(0), table.rows.shape) if table.flags is None else table.flags
        return Events(
            activity=table.columns[Role.ACTIVITY],
            at=table.columns[Role.TIME],
            actor=table.codes(Role.ACTOR),
            unit=unit,
            role=table.codes(Role.ROLE),
            recorded_at=table.times(Role.RECORDED_AT),
            due=table.times(Role.DUE),
            flags=flags,
            row=table.rows,
        )

    def _names(self, role: Role) -> tuple[str, ...]:
        values = self._table.values.get(role)
        return () if values is None else tuple(values.to_pylist())
