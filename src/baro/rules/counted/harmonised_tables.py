"""One work harmonised, as tables: its variants, the steps side by side, the common version with its reasons."""

from collections.abc import Mapping, Sequence

from baro.rules.counted.harmonised import (
    BRANCHES_LOST,
    MARKS,
    activity_of,
    limit_words,
    reasons,
    span_of_limits,
    span_of_steps,
    told_differences,
    total_reason,
)
from baro.rules.counted.told import Cell, Column, Measure, Table
from baro.rules.judged.harmonising.differences import DifferenceKind
from baro.rules.judged.harmonising.draft import loses_branches
from baro.rules.judged.harmonising.harmonised import Harmonised
from baro.rules.judged.harmonising.proposing import VotedStep
from baro.rules.judged.harmonising.side_by_side import Cell as Beside
from baro.rules.judged.harmonising.variants import Variant, Work, variants_of

_NONE = "–"


def tables_of(one: Harmonised, names: Mapping[str, str]) -> tuple[Table, ...]:
    """All tables of a work; `names` are the names of bodies by id."""
    return variants_table(one, names), steps_table(one), common_table(one), left_out_table(one)


def variants_table(one: Harmonised, names: Mapping[str, str]) -> Table:
    """A row per variant: who has it, and how it differs from the one in the middle."""
    group_of = {v: k for k, group in enumerate(one.groups, start=1) for v in group}
    rows = tuple(
        (
            v + 1, group_of[v], variant.bodies, len(variant.steps), limit_words(variant.process.total_limit),
            one.distances[one.middle][v], "; ".join(told_differences(one, v)) or "bản giữa",
            ", ".join(names.get(held.body, held.body) for held in variant.holders),
        )
        for v, variant in enumerate(one.variants)
    )  # fmt: skip
    columns = (
        _count("variant", "Biến thể"), _count("group", "Nhóm gần nhau"), _count("bodies", "Số cơ quan"),
        _count("steps", "Số bước"), _text("total", "Thời hạn chung"), _count("distance", "Cách bản giữa"),
        _text("differences", "Khác bản giữa ở"), _text("who", "Cơ quan"),
    )  # fmt: skip
    return Table("variants", f"Biến thể: {one.work.name}", columns, rows, note=_without(one, names))


def steps_table(one: Harmonised) -> Table:
    """A row per line of the steps, a column per variant."""
    columns = (
        _text("activity", "Bước"),
        *(_text(f"v{v}", f"Biến thể {v} ({variant.bodies})") for v, variant in enumerate(one.variants, start=1)),
    )
    rows = tuple(
        (activity_of(one, n), *(_cell(one.variants[v], cell) for v, cell in enumerate(line.cells)))
        for n, line in enumerate(one.lines)
    )
    return Table("steps", "Các bước cạnh nhau", columns, rows)


def common_table(one: Harmonised) -> Table:
    """The common version as a draft; its limit stands in the last row."""
    rows: list[tuple[Cell, ...]] = [_proposed(voted, one.common.bodies) for voted in one.common.steps]
    rows.append(("", "Thời hạn chung", "", limit_words(one.common.total), total_reason(one.common)))
    return Table(
        "common", "Đề xuất bản chung (dự thảo)", _VOTED, tuple(rows), note=BRANCHES_LOST if loses_branches(one) else ""
    )


def left_out_table(one: Harmonised) -> Table:
    """The steps that half of the bodies or fewer have."""
    rows = tuple(_proposed(voted, one.common.bodies) for voted in one.common.left_out)
    return Table("left_out", "Bước chưa đưa vào bản chung", _VOTED, rows)


def _proposed(voted: VotedStep, bodies: int) -> tuple[Cell, ...]:
    step = voted.step
    no = step.no if voted.taken else ""
    return no, step.activity, step.role or _NONE, limit_words(step.limit), "; ".join(reasons(voted, bodies)) + "."


def _cell(variant: Variant, cell: Beside) -> str:
    marks = f" [{', '.join(MARKS[kind] for kind in cell.marks)}]" if cell.marks else ""
    if cell.step is None:
        return f"{_NONE}{marks}"
    step = variant.process.steps[cell.step]
    name = f"“{step.activity}”; " if DifferenceKind.OTHER_NAME in cell.marks else ""
    return f"{name}{step.role or _NONE}; {limit_words(step.limit)}{marks}"


def _without(one: Harmonised, names: Mapping[str, str]) -> str:
    told = ", ".join(names.get(held.body, held.body) for held in one.work.without)
    return f"Chưa có bảng bước nên chưa so: {told}." if told else ""


def _text(key: str, label: str) -> Column:
    return Column(key, label, Measure.TEXT)


def _count(key: str, label: str) -> Column:
    return Column(key, label, Measure.COUNT)


_VOTED = (
    _text("no", "Bước"), _text("activity", "Nội dung công việc"), _text("role", "Trách nhiệm thực hiện"),
    _text("limit", "Thời gian thực hiện"), _text("why", "Lý do"),
)  # fmt: skip


def works_table(works: Sequence[Work]) -> Table:
    """A row per work: how many bodies have it, how many variants, in what they range."""
    rows = []
    for work in works:
        steps, totals = span_of_steps(work.held), span_of_limits(work.held)
        rows.append(
            (
                work.name, len(work.all), len(work.held), len(variants_of(work.held)), steps[0], steps[1], totals.least,
                totals.most,
            )
        )  # fmt: skip
    columns = (
        _text("work", "Việc"), _count("bodies", "Cơ quan có quy trình"), _count("held", "Có bảng bước"),
        _count("variants", "Biến thể"), _count("fewest", "Ít bước nhất"), _count("most", "Nhiều bước nhất"),
        _text("shortest", "Thời hạn ngắn nhất"), _text("longest", "Thời hạn dài nhất"),
    )  # fmt: skip
    return Table("works", "Việc mà từ hai cơ quan trở lên có quy trình", columns, tuple(rows))
