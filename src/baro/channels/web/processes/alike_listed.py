"""Works that several bodies have a process for, as a page asks for them; one of them, its variants side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from baro.channels.web.organisation.asking import read_day
from baro.channels.wording.register import KINDS
from baro.rules.counted.harmonised import (
    MARKS,
    NO_ROLE,
    Span,
    activity_of,
    limit_words,
    reasons,
    span_of_limits,
    span_of_steps,
    told_differences,
)
from baro.rules.judged.harmonising.differences import DifferenceKind
from baro.rules.judged.harmonising.harmonised import Harmonised
from baro.rules.judged.harmonising.proposing import VotedStep
from baro.rules.judged.harmonising.variants import Variant, Work, variants_of
from baro.rules.prescribed.folding import fold_words

TOO_FEW = "chua-du"
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeAsked:
    """What the address asks for: words to find, works that can be compared or (`TOO_FEW`) those with too few step tables, from which line on, which day."""

    words: str
    shown: str
    start: int
    day: date | None

    def changed(self, **to: str) -> str:
        """The address with other words, from the first line on."""
        told = {"tim": self.words, "xem": self.shown, "ngay": f"{self.day:%d/%m/%Y}" if self.day else ""} | to
        return "?" + urlencode({name: word for name, word in told.items() if word})


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """A work as a line: by the id of one of its processes; how many bodies have one, with steps, in how many variants."""

    id: str
    name: str
    kind: str
    bodies: int
    held: int
    variants: int
    fewest: int
    most: int
    limits: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantLine:
    """A variant as a line; `holders` are process and body, by id, with the body's name."""

    number: int
    group: int
    bodies: int
    steps: int
    limit: str
    is_middle: bool
    other_total: bool
    differences: tuple[str, ...]
    holders: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideCell:
    """A cell of the steps side by side: what the variant calls the step where it has another name, who, how long, what differs."""

    is_there: bool
    name: str
    role: str
    limit: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedLine:
    """A step of the common version, or one left out, with its reasons."""

    no: str
    activity: str
    role: str
    limit: str
    reasons: tuple[str, ...]


def alike_asked(told: Mapping[str, str]) -> AlikeAsked:
    """Read the address; what means nothing is left out."""
    words = " ".join(told.get("tim", "").replace("\0", "").split())[:_LONGEST]
    start = told.get("tu", "")
    return AlikeAsked(
        words=words, shown=TOO_FEW if told.get("xem") == TOO_FEW else "", day=read_day(told.get("ngay", "")),
        start=int(start) if start.isdecimal() and len(start) < 6 else 0,
    )  # fmt: skip


def works_found(works: Iterable[Work], asked: AlikeAsked) -> list[WorkLine]:
    """The works asked for, those with most variants first, then by name."""
    words = fold_words(asked.words).split()
    mine = (one for one in works if can_be_compared(one) is (asked.shown != TOO_FEW))
    found = [_line(one) for one in mine if all(word in fold_words(one.name) for word in words)]
    return sorted(found, key=lambda line: (-line.variants, fold_words(line.name)))


def can_be_compared(work: Work) -> bool:
    """Say whether two bodies or more told the steps of a work."""
    return len(work.held) > 1


def work_with(works: Iterable[Work], process: str) -> Work | None:
    """The work that a process is of."""
    return next((work for work in works if any(one.id == process for one in work.all)), None)


def variant_lines(one: Harmonised, names: Mapping[str, str]) -> list[VariantLine]:
    """The variants, what most bodies have first."""
    group_of = {v: k for k, group in enumerate(one.groups, start=1) for v in group}
    return [
        VariantLine(
            number=v + 1, group=group_of[v], bodies=variant.bodies, steps=len(variant.steps), is_middle=v == one.middle,
            limit=limit_words(variant.process.total_limit), other_total=variant.total != one.variants[one.middle].total,
            differences=tuple(told_differences(one, v)),
            holders=tuple((held.id, held.body, names[held.body]) for held in variant.holders),
        )
        for v, variant in enumerate(one.variants)
    ]  # fmt: skip


def beside(one: Harmonised) -> list[tuple[str, list[BesideCell]]]:
    """The steps side by side: what each line is called, and a cell per variant."""
    return [
        (activity_of(one, n), [_cell(one.variants[v], c.step, c.marks) for v, c in enumerate(line.cells)])
        for n, line in enumerate(one.lines)
    ]


def same_everywhere(one: Harmonised) -> list[str]:
    """The steps that every body has, word for word: nothing about them differs."""
    return [
        activity_of(one, n)
        for n, line in enumerate(one.lines)
        if all(cell.step is not None and not cell.marks for cell in line.cells)
    ]


def proposed(steps: Iterable[VotedStep], bodies: int) -> list[ProposedLine]:
    """Steps with their reasons."""
    return [
        ProposedLine(
            no=one.step.no, activity=one.step.activity, role=one.step.role or NO_ROLE, limit=limit_words(one.step.limit),
            reasons=reasons(one, bodies),
        )
        for one in steps
    ]  # fmt: skip


def _line(one: Work) -> WorkLine:
    fewest, most = span_of_steps(one.held)
    return WorkLine(
        id=one.all[0].id, name=one.name, kind=KINDS[one.kind], bodies=len(one.all), held=len(one.held),
        variants=len(variants_of(one.held)), fewest=fewest, most=most, limits=span_of_limits(one.held),
    )  # fmt: skip


def _cell(variant: Variant, step: int | None, marks: tuple[DifferenceKind, ...]) -> BesideCell:
    words = tuple(MARKS[kind] for kind in marks)
    if step is None:
        return BesideCell(is_there=False, name="", role="", limit="", marks=words)
    told = variant.process.steps[step]
    renamed = told.activity if DifferenceKind.OTHER_NAME in marks else ""
    return BesideCell(
        is_there=True, name=renamed, role=told.role or NO_ROLE, limit=limit_words(told.limit), marks=words
    )
