"""How the processes of one work differ, in words and in tables."""

import pytest

from baro.rules.counted.behaviour_tables import behaviour_tables
from baro.rules.counted.harmonised import (
    difference_words,
    reasons,
    span_of_limits,
    span_of_steps,
    total_reason,
)
from baro.rules.counted.harmonised_tables import tables_of, works_table
from baro.rules.judged.harmonising.differences import compare
from baro.rules.judged.harmonising.harmonised import harmonise
from baro.rules.judged.harmonising.variants import variants_of, works_of
from rules.judged.harmonising.tables import held, line_of, step
from rules.judged.harmonising.test_behaviour import compared
from rules.judged.harmonising.test_harmonised import USUAL, side_by_side, steps_of

SHORT = line_of(*steps_of(USUAL, 0, 2, 3), total=4)


def words(other) -> list[str]:
    (one,), (two,) = variants_of([held(1, USUAL)]), variants_of([held(2, other)])
    return [difference_words(d, one, two) for d in compare(one, two).differences]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (SHORT, ["thiếu bước “Phân công”", "thời hạn chung 4 ngày làm việc (bản giữa: 5 ngày làm việc)"]),
        (line_of(*USUAL.steps, step("Lưu trữ")), ["thêm bước “Lưu trữ”"]),
        (line_of(*steps_of(USUAL, 1, 2, 0, 3)), ["bước “Tiếp nhận” đứng chỗ khác"]),
        (line_of(step("Tiếp nhận", "", 1), *USUAL.steps[1:]), ["bước “Tiếp nhận” chưa ghi ai làm (bản giữa: Văn thư)"]),
        (line_of(step("Tiếp nhận", "Bộ phận Một cửa"), *USUAL.steps[1:]), ["bước “Tiếp nhận”: người làm là Bộ phận Một cửa (bản giữa: Văn thư)"]),
        (line_of(step("Tiếp nhận", limit=None), *USUAL.steps[1:]), ["bước “Tiếp nhận”: thời hạn chưa ghi (bản giữa: 1 ngày làm việc)"]),
        (line_of(*USUAL.steps, total=None), ["thời hạn chung chưa ghi (bản giữa: 5 ngày làm việc)"]),
        (side_by_side(USUAL), ["cùng các bước nhưng thứ tự, nhánh rẽ khác"]),
    ],
)  # fmt: skip
def test_each_difference_has_its_sentence(other, said):
    assert words(other) == said


def test_reasons_tell_how_many_have_a_step_and_what_they_tell_of_it():
    longer = line_of(step("Tiếp nhận", "Văn thư", 3), *USUAL.steps[1:])
    (work,) = works_of(held(n, one) for n, one in enumerate((USUAL, USUAL, longer, SHORT)))
    common = harmonise(work).common
    assert reasons(common.steps[0], 4) == (
        "4/4 cơ quan có bước này", "4/4 cơ quan giao cho Văn thư",
        "3/4 cơ quan để thời hạn 1 ngày làm việc (từ 1 ngày làm việc đến 3 ngày làm việc)",
    )  # fmt: skip
    assert reasons(common.steps[1], 4)[0] == "3/4 cơ quan có bước này"
    assert total_reason(common) == "Bằng tổng các bước; 3/4 cơ quan nay ghi 5 ngày làm việc."
    assert (span_of_limits(work.held).least, span_of_limits(work.held).most) == ("4 ngày làm việc", "5 ngày làm việc")
    assert span_of_steps(work.held) == (3, 4)


def test_the_tables_of_a_work_have_a_cell_for_each_column():
    (work,) = works_of([*(held(n, one) for n, one in enumerate((USUAL, USUAL, SHORT))), held(9, None)])
    variants, steps, common, left_out = tables_of(harmonise(work), {"xa-00": "Xã Mẫu"})
    for table in (variants, steps, common, left_out, works_table([work])):
        assert all(len(row) == len(table.columns) for row in table.rows)
    assert variants.rows[0][-1] == "Xã Mẫu, xa-01"
    assert variants.note == "Chưa có bảng bước nên chưa so: xa-09."
    assert steps.rows[1] == ("Phân công", "Lãnh đạo; 1 ngày làm việc", "– [thiếu bước]")
    assert common.rows[-1][1:4] == ("Thời hạn chung", "", "5 ngày làm việc")
    assert works_table([work]).rows[0] == ("Sao lục", 4, 3, 2, 3, 4, "4 ngày làm việc", "5 ngày làm việc")


def test_the_tables_of_behaviour_tell_each_log_and_where_they_differ():
    behaviour = compared([("Tiếp nhận", "Trả")] * 5, [("Tiếp nhận", "Thẩm định", "Trả"), ("Trả", "Tiếp nhận")])
    logs, pairs, only_some, shares, orders, traces = behaviour_tables(behaviour)
    for table in (logs, pairs, only_some, shares, orders, traces):
        assert all(len(row) == len(table.columns) for row in table.rows)
    assert [row[:6] for row in logs.rows] == [("l0", 5, 10, 2, 1, 1.0), ("l1", 2, 5, 3, 2, 0.5)]
    assert pairs.rows == (("l0", "l1", 2, 0, 1, 0, 1, 0, 0.0, 0.0),)
    assert only_some.rows == (("Thẩm định", 0, 1),)
    assert orders.rows == (("Tiếp nhận", "Trả", "→ (5)", "← (1)"),)
    assert traces.rows == (("Tiếp nhận → Trả", 5, 0),)
