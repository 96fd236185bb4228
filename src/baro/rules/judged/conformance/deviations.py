"""The kinds of deviation from an approved process, and what each one carries."""

from dataclasses import dataclass
from enum import IntEnum

from baro.rules.prescribed.processes import Step


class DeviationKind(IntEnum):
    """The first four come from the optimal alignment, the others from who and when."""

    SKIPPED = 0  # bỏ bước
    INSERTED = 1  # thêm bước ngoài quy trình
    REPEATED = 2  # lặp bước quá số lần quy trình cho phép
    OUT_OF_ORDER = 3  # sai thứ tự (một bước bỏ và làm ở chỗ khác: cost 2)
    WRONG_ROLE = 4  # người thực hiện không giữ chức danh mà bước đòi hỏi
    NO_COMPETENCE = 5  # ngày đó không có chức vụ, ủy quyền nào
    OVER_STEP_LIMIT = 6  # quá thời hạn của bước


class Move(IntEnum):
    """One move of an alignment."""

    SYNCHRONOUS = 0
    LOG = 1  # an event that the process does not foresee here (inserted); cost 1
    MODEL = 2  # a step that the process foresees and the log lacks (skipped); cost 1


@dataclass(frozen=True, slots=True)
class AlignedMove:
    """A move with its activity; `position` is the index of the event in the trace, or for a model move the index of
    the event before which the step was missing (trace length at the end)."""

    move: Move
    activity: str
    position: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """An optimal alignment: fewest log and model moves (silent moves are free)."""

    cost: int
    moves: tuple[AlignedMove, ...]


@dataclass(frozen=True, slots=True)
class TraceDeviation:
    """A deviation that depends on the trace alone: kind, activity, and the position of its event (for SKIPPED the
    position before which it was missing). `cost` sums over a trace's deviations to the alignment's cost."""

    kind: DeviationKind
    activity: str
    position: int
    cost: int


@dataclass(frozen=True, slots=True)
class Deviation:
    """A deviation of one case as told: the event's source row (0 for a skipped step), person, unit, clause."""

    kind: DeviationKind
    activity: str
    step: Step | None
    row: int = 0
    person: str = ""
    unit: str = ""
    minutes: int = 0  # over the step's limit, in working minutes
    cost: int = 0
