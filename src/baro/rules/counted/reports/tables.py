"""The tables of the report: by unit along the organisation tree, procedure, month, step and person."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np

from baro.rules.counted.cases import CountedCases, Mask
from baro.rules.counted.indicators.indicator import HIDDEN_BELOW
from baro.rules.counted.reports.counted import UNKNOWN, Counted, working_days
from baro.rules.counted.told import Cell, Column, Measure, Table
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.offices import OfficeUnit

FORM_COLUMNS = (
    Column("received", "Tổng tiếp nhận", Measure.COUNT),
    Column("new", "Tiếp nhận trong kỳ", Measure.COUNT),
    Column("carried", "Kỳ trước chuyển sang", Measure.COUNT),
    Column("resolved", "Đã giải quyết", Measure.COUNT),
    Column("early", "Trước hạn", Measure.COUNT),
    Column("on_time", "Đúng hạn", Measure.COUNT),
    Column("late", "Quá hạn", Measure.COUNT),
    Column("pending", "Đang giải quyết", Measure.COUNT),
    Column("pending_on_time", "Trong hạn", Measure.COUNT),
    Column("pending_late", "Đã quá hạn", Measure.COUNT),
    Column("not_computable", "Chưa tính được hạn", Measure.COUNT),
    Column("on_time_rate", "Tỷ lệ đúng hạn", Measure.SHARE),
)


def form_sets(cases: CountedCases) -> tuple[Mask, ...]:
    """The sets behind the columns of the form, in their order (biểu II.06a)."""
    unknown = cases.of_class(TimeClass.NOT_COMPUTABLE)
    return (
        cases.received,
        cases.received_in_period,
        cases.carried_over,
        cases.resolved,
        cases.resolved & cases.of_class(TimeClass.EARLY),
        cases.resolved & cases.of_class(TimeClass.ON_TIME),
        cases.resolved & cases.of_class(TimeClass.LATE),
        cases.pending,
        cases.pending & cases.of_class(TimeClass.PENDING_ON_TIME),
        cases.pending & cases.of_class(TimeClass.PENDING_LATE),
        unknown,
    )


def form_row(counts: Sequence[int]) -> tuple[Cell, ...]:
    """Complete a row of counts with the on-time rate (hidden for fewer than five)."""
    early, on_time, late = counts[4:7]
    judged = early + on_time + late
    return (*counts, (early + on_time) / judged if judged >= HIDDEN_BELOW else None)


def by_group(counted: Counted, group: np.ndarray, size: int) -> np.ndarray:
    """Count each set of the form per group: [size + 1, 11], the last row for the unknown group (-1)."""
    places = group.astype(np.int64) % (size + 1)
    sets = form_sets(counted.cases)
    return np.stack([np.bincount(places[s], minlength=size + 1) for s in sets], axis=1)


def unit_table(counted: Counted) -> Table:
    """By unit; where the organisation is known, each unit followed by those below it, sums included."""
    counts = by_group(counted, counted.cases.unit, len(counted.names.units))
    rows = _flat_units(counted, counts) if counted.offices is None else _unit_tree(counted, counts)
    return _form_table(counted, "units", "Theo đơn vị", "Đơn vị", rows)


def procedure_table(counted: Counted) -> Table:
    """By procedure."""
    names = counted.names.procedures
    titles = {p: q.name for q in counted.processes for p in q.procedures if q.name}
    counts = by_group(counted, counted.cases.procedure, len(names))
    labels = [f"{n} {titles[n]}" if titles.get(n, n) != n else n for n in names]
    rows = _rows([*labels, UNKNOWN], counts)
    return _form_table(counted, "procedures", "Theo thủ tục", "Thủ tục", rows)


def month_table(counted: Counted) -> Table:
    """By month of the moment that counts: the end for resolved dossiers, receipt for those still open."""
    month = months_of(np.where(counted.cases.ended, counted.cases.ended_day, counted.cases.clock.key_day))
    inside = counted.cases.received
    first = int(month[inside].min()) if inside.any() else 0
    group = np.where(inside, month - first, -1)
    size = int(group.max()) + 1
    counts = by_group(counted, group, size)
    labels = [str(np.datetime64(first + k, "M")) for k in range(size)]
    rows = _rows([f"{m[5:]}/{m[:4]}" for m in labels], counts[:-1])
    note = "Hồ sơ đã xong tính vào tháng có kết quả, hồ sơ đang giải quyết tính vào tháng tiếp nhận."
    return _form_table(counted, "months", "Theo tháng", "Tháng", rows, note)


def step_table(counted: Counted) -> Table:
    """By process and step: how often, how long held, over the limit, late time carried, deviations."""
    t = counted.tallies
    columns = (
        Column("process", "Quy trình", Measure.TEXT),
        Column("step", "Bước", Measure.TEXT),
        Column("count", "Số lần thực hiện", Measure.COUNT),
        Column("held", "Thời gian giữ (ngày làm việc)", Measure.WORKING_DAYS),
        Column("over", "Lần quá hạn bước", Measure.COUNT),
        Column("late", "Thời gian trễ gánh (ngày làm việc)", Measure.WORKING_DAYS),
        *(Column(k.name.lower(), DEVIATION_WORDS[k], Measure.COUNT) for k in list(DeviationKind)[:6]),
    )
    rows: list[tuple[Cell, ...]] = []
    for p, a in np.argwhere((t.step_count[:, :-1] > 0) | (t.step_deviations[:, :-1].sum(axis=2) > 0)).tolist():
        process = counted.processes[p].code if p < len(counted.processes) else "(không có quy trình)"
        figures = (int(t.step_count[p, a]), working_days(int(t.step_held[p, a])), int(t.step_over[p, a]))
        late = working_days(int(t.step_late[p, a]))
        deviations = (int(n) for n in t.step_deviations[p, a, :6])
        rows.append((process, counted.names.activities[a], *figures, late, *deviations))
    return Table("steps", "Theo bước của quy trình", columns, tuple(rows))


DEVIATION_WORDS = {
    DeviationKind.SKIPPED: "Bỏ bước",
    DeviationKind.INSERTED: "Thêm bước",
    DeviationKind.REPEATED: "Lặp bước",
    DeviationKind.OUT_OF_ORDER: "Sai thứ tự",
    DeviationKind.WRONG_ROLE: "Sai chức danh",
    DeviationKind.NO_COMPETENCE: "Không có thẩm quyền ngày đó",
    DeviationKind.OVER_STEP_LIMIT: "Quá hạn bước",
}


def person_table(counted: Counted, most: int = 2000) -> Table:
    """By person, in order of unit and name - never of lateness: no ranking of persons."""
    t = counted.tallies
    columns = (
        Column("unit", "Đơn vị", Measure.TEXT),
        Column("person", "Người thực hiện", Measure.TEXT),
        Column("events", "Số việc", Measure.COUNT),
        Column("held", "Thời gian giữ (ngày làm việc)", Measure.WORKING_DAYS),
        Column("over", "Lần quá hạn bước", Measure.COUNT),
        Column("late", "Thời gian trễ gánh (ngày làm việc)", Measure.WORKING_DAYS),
    )
    known = [k for k in range(len(counted.names.persons)) if t.person_events[k]]
    known.sort(key=lambda k: (counted.unit(int(t.person_unit[k])), counted.names.persons[k]))
    rows = tuple(
        (
            counted.unit(int(t.person_unit[k])),
            counted.names.persons[k],
            int(t.person_events[k]),
            working_days(int(t.person_held[k])),
            int(t.person_over[k]),
            working_days(int(t.person_late[k])),
        )
        for k in known[:most]
    )
    note = "Xếp theo đơn vị và họ tên, không xếp hạng. Số liệu là câu hỏi gửi đơn vị, không phải kết luận về cá nhân."
    if len(known) > most:
        note += f" Chỉ liệt kê {most} trong số {len(known)} người."
    return Table("persons", "Theo người thực hiện", columns, rows, note=note)


def heat_table(counted: Counted) -> Table:
    """Unit × month: dossiers resolved and those late; the source of the heat map."""
    cases = counted.cases
    chosen = cases.resolved & cases.of_class(TimeClass.EARLY, TimeClass.ON_TIME, TimeClass.LATE)
    month = months_of(cases.ended_day[chosen])
    first, span = (int(month.min()), int(np.ptp(month)) + 1) if len(month) else (0, 1)
    key = (cases.unit[chosen].astype(np.int64) + 1) * span + (month - first)
    late = cases.clock.time_class[chosen] == TimeClass.LATE
    n = np.bincount(key)
    bad = np.bincount(key[late], minlength=len(n))
    cells = np.flatnonzero(n)
    columns = (
        Column("unit", "Đơn vị", Measure.TEXT),
        Column("month", "Tháng", Measure.DATE),
        Column("n", "Đã giải quyết", Measure.COUNT),
        Column("late", "Quá hạn", Measure.COUNT),
    )
    rows = tuple(
        (counted.unit(k // span - 1), _first_of(first + k % span), int(n[k]), int(bad[k])) for k in cells.tolist()
    )
    return Table("unit_month", "Đơn vị × tháng", columns, rows)


def months_of(days: np.ndarray) -> np.ndarray:
    """Turn day numbers since 1970-01-01 into month numbers since 1970-01."""
    if not len(days):
        return np.empty(0, np.int64)
    first = int(days.min())
    table = np.arange(first, int(days.max()) + 1).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    months: np.ndarray = table[days - first]
    return months


def _first_of(month: int) -> date:
    """The first day of a month."""
    return date(1970 + month // 12, month % 12 + 1, 1)


def _form_table(
    counted: Counted, key: str, title: str, label: str, rows: Sequence[tuple[Cell, ...]], note: str = ""
) -> Table:
    total = form_row([int(np.count_nonzero(s)) for s in form_sets(counted.cases)])
    columns = (Column("name", label, Measure.TEXT), *FORM_COLUMNS)
    return Table(key, title, columns, tuple(rows), ("Tổng số", *total), note)


def _rows(labels: Sequence[str], counts: np.ndarray) -> list[tuple[Cell, ...]]:
    return [(n, *form_row(c)) for n, c in zip(labels, counts.tolist(), strict=True) if c[0]]


def _flat_units(counted: Counted, counts: np.ndarray) -> list[tuple[Cell, ...]]:
    return sorted(_rows([*counted.names.units, UNKNOWN], counts), key=lambda r: str(r[0]))


def _unit_tree(counted: Counted, counts: np.ndarray) -> list[tuple[Cell, ...]]:
    assert counted.offices is not None
    offices = counted.offices
    code_of = _codes_of(counted, lambda name: offices.unit_codes.get(name, frozenset()))
    sums = {u.code: np.zeros(counts.shape[1], dtype=np.int64) for u in offices.units}
    loose: list[tuple[Cell, ...]] = []
    for k, row in enumerate(counts):
        code = code_of[k]
        if code is None and row[0]:
            loose += _rows([counted.unit(k) if k < len(counted.names.units) else UNKNOWN], row[None, :])
        for above in offices.lineage(code) if code is not None else ():
            sums[above] += row
    below: dict[str, list[OfficeUnit]] = {}
    for unit in sorted(offices.units, key=lambda u: u.name):
        below.setdefault(unit.parent, []).append(unit)
    return [*_branches(below, sums, "", 0), *loose]


def _codes_of(counted: Counted, look_up: Callable[[str], frozenset[str]]) -> list[str | None]:
    found = [look_up(fold(name)) for name in counted.names.units]
    return [*(min(f) if f else None for f in found), None]


def _branches(
    below: Mapping[str, Sequence[OfficeUnit]], sums: dict[str, np.ndarray], parent: str, depth: int
) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for unit in below.get(parent, ()):
        if sums[unit.code][0] and depth < 12:
            rows.append(("  " * depth + unit.name, *form_row(sums[unit.code].tolist())))
            rows += _branches(below, sums, unit.code, depth + 1)
    return rows
