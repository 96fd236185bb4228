"""Tables whose rows sum to their last row: by unit along the tree, by procedure, by month, by cause."""

from collections import Counter
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.counted.reports.causes import causes_table, late_minutes_by_step
from baro.rules.counted.reports.counted import Counted
from baro.rules.counted.reports.tables import (
    heat_table,
    month_table,
    person_table,
    procedure_table,
    step_table,
    unit_table,
)
from baro.rules.counted.tallies import LateGround
from baro.rules.counted.told import Table
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.offices import Offices, OfficeUnit
from baro.rules.prescribed.processes import ApprovedProcess, Net
from rules.counted.counting import CLOSED, NAMES, Dossier, counted_of, tallies_of

OFFICE, DESK, SECTION, TAX = "VP", "MC", "TN", "CT"
TREE = Offices(
    (
        OfficeUnit(OFFICE, "Văn phòng"),
        OfficeUnit(DESK, "Một cửa", parent=OFFICE),
        OfficeUnit(SECTION, "Phòng Tài nguyên", parent=OFFICE),
        OfficeUnit("TN1", "Tổ thẩm định", parent=SECTION),
        OfficeUnit(TAX, "Chi cục Thuế", external=True),
    )
)
TREE_NAMES = replace(NAMES, units=(*NAMES.units, "Tổ thẩm định", "Đơn vị lạ"))
DAYS = st.dates(date(2024, 1, 1), date(2024, 6, 30))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier of any unit and procedure, known or not."""
    shape = draw(st.sampled_from([*CLOSED, *TimeClass]))
    ended = draw(st.dates(date(2024, 7, 1), date(2024, 12, 31))) if shape in CLOSED else None
    return Dossier(
        shape, draw(DAYS), ended, unit=draw(st.integers(-1, 4)), procedure=draw(st.integers(-1, 1)),
    )  # fmt: skip


def told(table: Table, *columns: str) -> list[tuple]:
    """Some columns of the rows."""
    places = [[c.key for c in table.columns].index(name) for name in columns]
    return [tuple(row[k] for k in places) for row in table.rows]


def counts(rows) -> np.ndarray:
    """The whole numbers of rows of a form: all but the name and the rate."""
    return np.array([row[1:-1] for row in rows], np.int64).reshape(len(rows), 11)


@pytest.mark.parametrize("make", [unit_table, procedure_table, month_table], ids=lambda f: f.__name__)
@given(st.lists(dossiers(), min_size=1, max_size=15))
def test_the_rows_sum_to_the_total(make, drawn):
    table = make(counted_of(drawn, names=TREE_NAMES))
    assert counts(table.rows).sum(axis=0).tolist() == list(table.total[1:-1])


@given(st.lists(dossiers(), max_size=15))
def test_each_unit_counts_its_own_and_what_is_below_it(drawn):
    table = unit_table(counted_of(drawn, names=TREE_NAMES, offices=TREE))
    names = {u.code: u.name for u in TREE.units}
    wanted: Counter[str] = Counter()
    for d in drawn:
        if d.time_class != TimeClass.NOT_COUNTED:
            codes = TREE.unit_codes.get(fold(TREE_NAMES.units[d.unit]) if d.unit >= 0 else "", frozenset())
            above = [names[c] for code in codes for c in TREE.lineage(code)]
            wanted.update(above or ["(không rõ)" if d.unit < 0 else TREE_NAMES.units[d.unit]])
    assert {row[0].strip(): row[1] for row in table.rows} == wanted
    tops = [row for row in table.rows if not row[0].startswith(" ")]
    assert counts(tops).sum(axis=0).tolist() == list(table.total[1:-1])


def test_units_stand_under_those_above_them_in_order_of_name():
    cases = [Dossier(unit=k) for k in (3, 3, 0, 2, 4, -1)]
    table = unit_table(counted_of(cases, names=TREE_NAMES, offices=TREE))
    assert told(table, "name", "received") == [
        ("Chi cục Thuế", 1),
        ("Văn phòng", 3),
        ("  Một cửa", 1),
        ("  Phòng Tài nguyên", 2),
        ("    Tổ thẩm định", 2),
        ("Đơn vị lạ", 1),
        ("(không rõ)", 1),
    ]


def test_without_a_list_of_units_they_are_told_as_the_log_names_them():
    table = unit_table(counted_of([Dossier(unit=1), Dossier(unit=0), Dossier(unit=-1)]))
    assert told(table, "name", "received") == [("(không rõ)", 1), ("Một cửa", 1), ("Phòng Tài nguyên", 1)]


def test_a_procedure_is_told_with_its_title_where_the_process_says_it():
    process = ApprovedProcess("QT-01", "Xóa đăng ký thuê", Net((), (), (), ()), procedures=("1.012766",))
    table = procedure_table(counted_of([Dossier(), Dossier(procedure=1), Dossier(procedure=-1)], processes=(process,)))
    assert told(table, "name") == [("1.012766 Xóa đăng ký thuê",), ("1.012783",), ("(không rõ)",)]


def test_a_dossier_is_told_in_the_month_of_its_result_or_of_its_receipt():
    cases = [
        Dossier(TimeClass.LATE, date(2023, 11, 30), date(2024, 2, 29)),
        Dossier(TimeClass.EARLY, date(2024, 1, 2), date(2024, 2, 1)),
        Dossier(TimeClass.PENDING_LATE, date(2023, 12, 31)),
        Dossier(TimeClass.NOT_COUNTED, date(2024, 1, 1)),
    ]
    table = month_table(counted_of(cases))
    assert told(table, "name", "received", "late", "pending_late") == [("12/2023", 1, 0, 1), ("02/2024", 2, 1, 0)]


def test_nothing_received_gives_tables_without_rows():
    counted = counted_of([Dossier(TimeClass.NOT_COUNTED)])
    for make in (unit_table, procedure_table, month_table, heat_table):
        assert make(counted).rows == ()


def test_the_heat_of_a_month_counts_what_was_resolved_and_what_was_late():
    july, august = date(2024, 7, 31), date(2024, 8, 1)
    cases = [
        Dossier(TimeClass.LATE, ended=july), Dossier(TimeClass.EARLY, ended=july), Dossier(ended=august),
        Dossier(TimeClass.LATE, ended=august, unit=-1), Dossier(TimeClass.PENDING_LATE),
        Dossier(TimeClass.NOT_COMPUTABLE, ended=july),
    ]  # fmt: skip
    assert sorted(heat_table(counted_of(cases)).rows) == [
        ("(không rõ)", date(2024, 8, 1), 1, 1),
        ("Một cửa", date(2024, 7, 1), 2, 1),
        ("Một cửa", date(2024, 8, 1), 1, 0),
    ]


PLACES = st.tuples(st.integers(-1, 2), st.integers(-1, 2), st.sampled_from(list(map(int, LateGround))))


@given(st.dictionaries(PLACES, st.integers(1, 10_000), max_size=30), st.integers(1, 8))
def test_the_causes_sum_exactly_to_the_whole(late, most):
    table = causes_table(counted_of([], tallies_of(late)), most)
    minutes = [m for (m,) in told(table, "minutes")]
    assert sum(minutes) == table.total[3] == sum(late.values())
    assert sum(share for (share,) in told(table, "share")) == pytest.approx(1.0 if late else 0.0)
    assert len(table.rows) <= most + 1
    listed = minutes[:most]
    assert listed == sorted(late.values(), reverse=True)[:most]


def test_a_cause_names_unit_step_and_ground_in_words():
    late = {(1, 1, LateGround.OVER_STEP_LIMIT): 960, (2, -1, LateGround.OTHER_AGENCY): 240, (-1, 1, 3): 480}
    counted = counted_of([], tallies_of(late))
    assert told(causes_table(counted), "unit", "step", "ground", "minutes", "days") == [
        ("Phòng Tài nguyên", "Thẩm định", "quá thời hạn của bước", 960, 2.0),
        ("(không rõ)", "Thẩm định", "giữ tiếp sau khi đã hết hạn", 480, 1.0),
        ("Chi cục Thuế", "(sau bước cuối cùng ghi nhận)", "cơ quan khác đang giữ", 240, 0.5),
    ]
    assert late_minutes_by_step(counted) == [("Thẩm định", 1440), ("(sau bước cuối cùng ghi nhận)", 240)]
    assert causes_table(counted, most=1).rows[-1][:1] == ("Còn lại (2 mục)",)


def test_persons_are_in_order_of_unit_and_name_never_of_lateness():
    sums = tallies_of(names=replace(NAMES, persons=("Minh", "Lan", "Hoa", "Đức")))
    sums.person_events[:] = [3, 2, 1, 0, 9]
    sums.person_late[:] = [0, 4_800, 480, 0, 0]
    sums.person_unit[:] = [1, 1, 0, 1, -1]
    counted: Counted = counted_of([], sums, names=replace(NAMES, persons=("Minh", "Lan", "Hoa", "Đức")))
    assert told(person_table(counted), "unit", "person", "events", "late") == [
        ("Một cửa", "Hoa", 1, 1.0),
        ("Phòng Tài nguyên", "Lan", 2, 10.0),
        ("Phòng Tài nguyên", "Minh", 3, 0.0),
    ]
    shortened = person_table(counted, most=1)
    assert len(shortened.rows) == 1
    assert shortened.note.endswith("Chỉ liệt kê 1 trong số 3 người.")


def test_a_step_is_told_where_it_was_done_or_found_missing():
    sums = tallies_of(deviations={(0, 2, DeviationKind.SKIPPED): 4})
    sums.step_count[0, 1] = 7
    sums.step_held[0, 1], sums.step_over[0, 1], sums.step_late[0, 1] = 4_800, 2, 960
    sums.step_count[1, 0] = 3
    columns = ("process", "step", "count", "held", "over", "late", "skipped")
    assert told(step_table(counted_of([], sums)), *columns) == [
        ("QT-01", "Thẩm định", 7, 10.0, 2, 2.0, 0),
        ("QT-01", "Trả kết quả", 0, 0.0, 0, 0.0, 4),
        ("(không có quy trình)", "Tiếp nhận", 3, 0.0, 0, 0.0, 0),
    ]
