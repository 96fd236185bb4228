"""A common version as a draft: the steps that more than half of the bodies have, each with what most of them tell, and the votes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from baro.rules.judged.harmonising.differences import DifferenceKind
from baro.rules.judged.harmonising.side_by_side import Cell, Line
from baro.rules.judged.harmonising.variants import Variant
from baro.rules.prescribed.durations import Duration, amount_of
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.processes import Step

Value = TypeVar("Value")
_Steps = list[tuple[int, int]]  # (variant, place of the step in it)


@dataclass(frozen=True, slots=True)
class Vote(Generic[Value]):
    """What was chosen (None: nobody tells any), how many bodies tell just that, and how many tell any."""

    value: Value | None
    have: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VotedStep:
    """A step of the lines with how many of the bodies have it (`elsewhere` of them at another place), and what they tell of it;
    `least` and `most` are the limits that it ranges over. `taken`: it stands in the common version."""

    line: int
    step: Step
    have: int
    elsewhere: int
    role: Vote[str]
    limit: Vote[Duration]
    least: Duration | None
    most: Duration | None
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonVersion:
    """A proposal: the steps in turn, numbered anew; its limit (`added_up`: the sum of its steps, else what most bodies have);
    the vote on the limit; the steps that were left out. `keeps_order` says that its steps are those of the middle variant, so
    that its branches can be kept as they are."""

    bodies: int
    steps: tuple[VotedStep, ...]
    left_out: tuple[VotedStep, ...]
    total: Duration | None
    added_up: bool
    total_vote: Vote[Duration]
    keeps_order: bool

    @property
    def table(self) -> tuple[Step, ...]:
        """Its step table."""
        return tuple(one.step for one in self.steps)


def common_version(variants: Sequence[Variant], middle: int, lines: Sequence[Line]) -> CommonVersion:
    """Propose a version. A step that stands elsewhere in some variants counts once, where the middle has it."""
    bodies = sum(one.bodies for one in variants)
    voted = list(_voted(variants, lines, bodies))
    taken = [one for one in voted if one.taken]
    steps = tuple(replace(one, step=replace(one.step, no=str(k))) for k, one in enumerate(taken, start=1))
    totals = _limit_vote((one.process.total_limit, one.bodies) for one in variants)
    added = _added_up([one.step.limit for one in steps])
    kept = [lines[one.line].middle for one in steps]
    return CommonVersion(
        bodies=bodies, steps=steps, left_out=tuple(one for one in voted if not one.taken), total=added or totals.value,
        added_up=added is not None, total_vote=totals, keeps_order=kept == list(range(len(variants[middle].steps))),
    )  # fmt: skip


def _voted(variants: Sequence[Variant], lines: Sequence[Line], bodies: int) -> Iterator[VotedStep]:
    """A vote for each step of the middle and for each that only others have, in the order of the lines."""
    votes = [*_of_middle(lines), *_of_others(variants, lines)]
    for n, here, there in sorted(votes, key=lambda one: one[0]):
        yield _vote(n, variants, here, there, bodies)


def _of_middle(lines: Sequence[Line]) -> Iterator[tuple[int, _Steps, _Steps]]:
    """The lines of the middle: who has the step there, and who has moved it."""
    for n, line in enumerate(lines):
        if line.middle is not None:
            here = [(v, cell.step) for v, cell in enumerate(line.cells) if cell.step is not None]
            yield n, here, [(v, cell.elsewhere) for v, cell in enumerate(line.cells) if cell.elsewhere is not None]


def _of_others(variants: Sequence[Variant], lines: Sequence[Line]) -> Iterator[tuple[int, _Steps, _Steps]]:
    """The steps that the middle lacks: of the same name one step (a variant's second of it: another), though others have it in
    another line; it stands where most bodies have it."""
    found: dict[tuple[str, int], dict[int, _Steps]] = {}
    seen: Counter[tuple[str, int]] = Counter()
    for n, line in enumerate(lines):
        mine = [(v, cell.step) for v, cell in enumerate(line.cells) if cell.step is not None and _is_added(cell)]
        for v, step in mine if line.middle is None else ():
            name = variants[mine[0][0]].steps[mine[0][1]].activity
            found.setdefault((name, seen[name, v]), {}).setdefault(n, []).append((v, step))
            seen[name, v] += 1
    for by_line in found.values():
        home = max(by_line, key=lambda n: (sum(variants[v].bodies for v, _ in by_line[n]), -n))
        yield home, by_line[home], [one for n, steps in by_line.items() if n != home for one in steps]


def _is_added(cell: Cell) -> bool:
    return DifferenceKind.ADDED in cell.marks


def _vote(n: int, variants: Sequence[Variant], here: _Steps, there: _Steps, bodies: int) -> VotedStep:
    told = [(variants[v].process.steps[k], variants[v].bodies) for v, k in (*here, *there)]
    have = sum(count for _, count in told)
    limits = _limit_vote((step.limit, count) for step, count in told)
    roles = _most_common((fold(step.role), step.role.strip(), count) for step, count in told if step.role.strip())
    names = _most_common((fold(step.activity), step.activity, count) for step, count in told)
    ranked = sorted((step.limit for step, _ in told if step.limit is not None), key=amount_of)
    step = replace(told[0][0], activity=names.value or "", role=roles.value or "", limit=limits.value)
    return VotedStep(
        line=n, step=step, have=have, elsewhere=sum(variants[v].bodies for v, _ in there), role=roles, limit=limits,
        least=ranked[0] if ranked else None, most=ranked[-1] if ranked else None, taken=2 * have > bodies,
    )  # fmt: skip


def _most_common(told: Iterable[tuple[str, str, int]]) -> Vote[str]:
    """Choose what most bodies say, as the first of them writes it; of equals what was told first."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for words, text, count in told:
        counts[words] += count
        written.setdefault(words, text)
    if not counts:
        return Vote(None, 0, 0)
    words, have = counts.most_common(1)[0]
    return Vote(written[words], have, counts.total())


def _limit_vote(told: Iterable[tuple[Duration | None, int]]) -> Vote[Duration]:
    """Choose the limit that most bodies have; of equals the one that stands in the middle of all, else the shortest."""
    counts: Counter[tuple[str, int]] = Counter()
    written: dict[tuple[str, int], Duration] = {}
    for limit, count in told:
        if limit is not None:
            counts[amount_of(limit)] += count
            written.setdefault(amount_of(limit), limit)
    if not counts:
        return Vote(None, 0, 0)
    ranked = sorted(counts.elements())
    best = max(counts.values())
    chosen = min((a for a in counts if counts[a] == best), key=lambda a: (a != ranked[(len(ranked) - 1) // 2], a))
    return Vote(written[chosen], best, counts.total())


def _added_up(limits: Sequence[Duration | None]) -> Duration | None:
    """The sum of the limits, where every step has one and all are told in one unit ("trong ngày" adds nothing)."""
    told = [limit for limit in limits if limit is not None]
    units = {limit.unit for limit in told if limit.value}
    if len(told) < len(limits) or len(units) != 1:
        return None
    return Duration(sum(limit.value for limit in told), units.pop())
