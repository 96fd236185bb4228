"""An event log, twice: as columns for millions of cases, and as one case for reading.

Columns are NumPy arrays of integers with dictionaries (tuples of NFC strings) beside them. Events are sorted by case,
then by moment, then by the order of the source; a case is the slice `offsets[i]:offsets[i+1]`. Equal traces share one
entry of the trace dictionary, made at intake, exactly (never by hash alone).

Moments are instants: integer milliseconds since 1970-01-01T00:00Z; `NO_TIME` where absent. Codes are -1 where absent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
import numpy.typing as npt

from baro.rules.observed.kinds import Kind

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Flags = npt.NDArray[np.uint8]

NO_TIME = int(np.iinfo(np.int64).min)
NONE = -1

# Bits of `EventLog.flags`: what the source says was attached to an event.
HAS_DOCUMENT = 1  # a form or document number (phiếu, số văn bản)
HAS_REASON = 2
HAS_FILE = 4  # a file of the result or paper
IS_SIGNED = 8  # the file is digitally signed
HAS_COMPONENT = 16  # a new paper was handed in with this event


@dataclass(frozen=True, slots=True)
class Names:
    """The dictionaries of a log: code -> name. `kinds[a]` is the `Kind` value of activity `a`."""

    activities: tuple[str, ...]
    kinds: npt.NDArray[np.int8]
    persons: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    code_prefixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traces:
    """The distinct traces: trace `t` is `activities[offsets[t]:offsets[t+1]]` (codes of `Names.activities`)."""

    offsets: Ints
    activities: Codes

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def trace(self, t: int) -> tuple[int, ...]:
        """Give one trace as a tuple of activity codes."""
        return tuple(int(a) for a in self.activities[self.offsets[t] : self.offsets[t + 1]])


@dataclass(frozen=True, slots=True)
class Cases:
    """One value per case. `ids[i]` is the case's code as text (any sequence of str, perhaps lazy).

    `code_*` are the parts of a dossier code (`PREFIX-YYMMDD-SEQ`, TT 01/2018 art. 19): dictionary code of the prefix,
    day number since 1970-01-01, sequence; -1 where the id is not a dossier code.
    `limit_value`/`limit_unit`: the total limit given by a column (unit = index in `durations.UNITS`), -1 if none.
    `recorded_*`: what the source itself says of receipt, due date and end.
    """

    ids: Sequence[str]
    trace: Codes
    procedure: Codes
    unit: Codes
    channel: Codes
    applicant: Ints  # 64-bit salted digest, 0 = unknown; for resubmission chains only
    limit_value: Codes
    limit_unit: npt.NDArray[np.int8]
    recorded_received: Ints
    recorded_due: Ints
    recorded_ended: Ints
    code_prefix: Codes
    code_day: Codes
    code_sequence: Codes


@dataclass(frozen=True, slots=True)
class Events:
    """One value per event. `recorded_at` is when the source wrote it down (`NO_TIME` where unknown), `due` the due date
    the source showed after this event (`NO_TIME` where unknown), `row` the 1-based row of the source."""

    activity: Codes
    at: Ints
    actor: Codes
    unit: Codes
    role: Codes
    recorded_at: Ints
    due: Ints
    flags: Flags
    row: Ints


@dataclass(frozen=True, slots=True)
class EventLog:
    """A log, or a run of consecutive cases of one. `present` names the optional columns that the source has
    ("actor", "unit", "role", "recorded_at", "due", "document", "reason", "file", "signed", "component", "applicant",
    "channel", "procedure", "limit", "recorded_due", "recorded_ended", "recorded_received", "dossier_code"):
    a rule that needs an absent one is told as "not checked", never as "nothing found"."""

    names: Names
    traces: Traces
    cases: Cases
    events: Events
    offsets: Ints
    present: frozenset[str]

    @property
    def case_count(self) -> int:
        """How many cases."""
        return len(self.offsets) - 1

    @property
    def event_count(self) -> int:
        """How many events."""
        return len(self.events.at)

    def case(self, i: int) -> "ObservedCase":
        """Give case `i` in readable form."""
        c, n = self.cases, self.names
        span = range(int(self.offsets[i]), int(self.offsets[i + 1]))
        return ObservedCase(
            code=c.ids[i],
            events=tuple(self._event(k) for k in span),
            procedure=_name(n.procedures, c.procedure[i]),
            unit=_name(n.units, c.unit[i]),
            channel=_name(n.channels, c.channel[i]),
            applicant=int(c.applicant[i]),
            limit_value=int(c.limit_value[i]),
            limit_unit=int(c.limit_unit[i]),
            recorded_received=moment(int(c.recorded_received[i])),
            recorded_due=moment(int(c.recorded_due[i])),
            recorded_ended=moment(int(c.recorded_ended[i])),
            code_prefix=_name(n.code_prefixes, c.code_prefix[i]),
            code_day=int(c.code_day[i]),
            code_sequence=int(c.code_sequence[i]),
        )

    def _event(self, k: int) -> "Event":
        e, n = self.events, self.names
        at = moment(int(e.at[k]))
        assert at is not None  # intake refuses events without a moment
        return Event(
            activity=n.activities[e.activity[k]],
            kind=Kind(int(n.kinds[e.activity[k]])),
            at=at,
            actor=_name(n.persons, e.actor[k]),
            unit=_name(n.units, e.unit[k]),
            role=_name(n.roles, e.role[k]),
            recorded_at=moment(int(e.recorded_at[k])),
            due=moment(int(e.due[k])),
            flags=int(e.flags[k]),
            row=int(e.row[k]),
        )


@dataclass(frozen=True, slots=True)
class Event:
    """One event of one case; moments are aware, in UTC."""

    activity: str
    kind: Kind
    at: datetime
    actor: str = ""
    unit: str = ""
    role: str = ""
    recorded_at: datetime | None = None
    due: datetime | None = None
    flags: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class ObservedCase:
    """One case for reading: its events in order, and what the source says of it."""

    code: str
    events: tuple[Event, ...]
    procedure: str = ""
    unit: str = ""
    channel: str = ""
    applicant: int = 0
    limit_value: int = NONE
    limit_unit: int = NONE
    recorded_received: datetime | None = None
    recorded_due: datetime | None = None
    recorded_ended: datetime | None = None
    code_prefix: str = ""
    code_day: int = NONE
    code_sequence: int = NONE


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment(ms: int) -> datetime | None:
    """Turn milliseconds since 1970 into an aware moment; None for `NO_TIME`."""
    return None if ms == NO_TIME else _EPOCH + timedelta(milliseconds=ms)


def milliseconds(at: datetime | None) -> int:
    """Turn an aware moment into milliseconds since 1970; `NO_TIME` for None."""
    return NO_TIME if at is None else (at - _EPOCH) // timedelta(milliseconds=1)


def _name(names: tuple[str, ...], code: int) -> str:
    return names[code] if code >= 0 else ""
