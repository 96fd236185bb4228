"""The processes of one work, by body; those with equal step tables are one variant."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from baro.rules.judged.harmonising.aligning import StepTold, told_of
from baro.rules.judged.harmonising.flows import flow_of, is_plain
from baro.rules.prescribed.durations import amount_of
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.work_processes import RegisterKind

FEWEST = 2
"""A work that fewer bodies have a process for cannot be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldProcess:
    """A process of a body, with its steps (None: none were given); `since` is the day of its approval."""

    id: str
    body: str
    name: str
    kind: RegisterKind = RegisterKind.INTERNAL
    since: date = date.min
    process: ApprovedProcess | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A work that several bodies have a process for, each its latest: those with steps, and those whose steps nobody gave."""

    name: str
    kind: RegisterKind
    held: tuple[HeldProcess, ...]
    without: tuple[HeldProcess, ...]

    @property
    def all(self) -> tuple[HeldProcess, ...]:
        """Every process of the work."""
        return (*self.held, *self.without)


@dataclass(frozen=True, slots=True)
class Variant:
    """A step table and who has it, word for word without diacritics; `process` is the table as its first holder writes it.
    `total` amounts to its limit, () where none is told."""

    process: ApprovedProcess
    steps: tuple[StepTold, ...]
    total: tuple[()] | tuple[str, int]
    holders: tuple[HeldProcess, ...]

    @property
    def bodies(self) -> int:
        """How many bodies have it."""
        return len(self.holders)


def works_of(held: Iterable[HeldProcess]) -> tuple[Work, ...]:
    """Group processes by work: those for the same procedures (as their step tables name them) where they serve procedures, else
    those of a kind whose names read the same without diacritics. Of several processes of a body the latest counts."""
    groups: dict[Hashable, dict[str, HeldProcess]] = {}
    for one in sorted(held, key=lambda one: (one.since, one.id)):
        groups.setdefault(_work_of(one), {})[one.body] = one
    works = (_work(tuple(sorted(mine.values(), key=lambda one: one.id))) for mine in groups.values())
    return tuple(sorted((one for one in works if len(one.all) >= FEWEST), key=lambda one: (fold(one.name), one.kind)))


def variants_of(held: Sequence[HeldProcess]) -> tuple[Variant, ...]:
    """The distinct step tables, what most bodies have first; of equals the one whose process has the first id."""
    groups: dict[Hashable, list[HeldProcess]] = {}
    for one in sorted(held, key=lambda one: one.id):
        if one.process is not None:
            groups.setdefault(_signature(one.process), []).append(one)
    found = (_variant(mine) for mine in groups.values())
    return tuple(sorted(found, key=lambda one: (-one.bodies, one.holders[0].id)))


def _work_of(one: HeldProcess) -> Hashable:
    procedures = one.process.procedures if one.process and one.kind is RegisterKind.PROCEDURE else ()
    return one.kind, tuple(sorted(map(fold, procedures))) or fold(one.name)


def _work(mine: tuple[HeldProcess, ...]) -> Work:
    held = tuple(one for one in mine if one.process and one.process.steps)
    without = tuple(one for one in mine if one not in held)
    return Work(name=mine[0].name, kind=mine[0].kind, held=held, without=without)


def _variant(mine: list[HeldProcess]) -> Variant:
    process = mine[0].process
    assert process is not None  # `variants_of` left the others out
    return Variant(process, tuple(map(told_of, process.steps)), _total(process), tuple(mine))


def _signature(process: ApprovedProcess) -> Hashable:
    steps = tuple((told.activity, told.role, told.limit) for told in map(told_of, process.steps))
    labels = {fold(t.label) for t in process.net.transitions if t.label is not None}
    return steps, _total(process), None if is_plain(process) else flow_of(process, labels, {}) or process.net


def _total(process: ApprovedProcess) -> tuple[()] | tuple[str, int]:
    return () if process.total_limit is None else amount_of(process.total_limit)
