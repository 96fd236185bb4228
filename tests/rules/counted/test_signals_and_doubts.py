"""Red flags and doubtful data as lines of the report."""

import pytest

from baro.rules.counted.reports.doubts import DOUBT_WORDS, doubt_tables
from baro.rules.counted.reports.signals_told import Rises, signal_lines
from baro.rules.judged.signals.registry import SIGNALS, missing
from baro.rules.observed.kinds import Kind
from baro.rules.observed.quality import Doubt, QualityFinding, QualityReport

ALL = frozenset(n for s in SIGNALS for need in s.needs for n in need.split("|"))
CODES = [s.code for s in SIGNALS]


def finding(doubt: Doubt, row: int = 7) -> QualityFinding:
    return QualityFinding(doubt, "nhat-ky.csv", "", row, "Thời điểm", "31/02/2024", "Không có ngày này.", "H1")


def test_every_signal_is_told_in_order_whether_it_rose_or_not():
    lines = signal_lines(SIGNALS, {"R05": Rises(2, 3, ("H1", "H2"))}, {})
    assert [line.code for line in lines] == CODES == sorted(CODES)
    told = {line.code: (line.cases, line.times, line.examples) for line in lines}
    assert told.pop("R05") == (2, 3, ("H1", "H2"))
    assert set(told.values()) == {(0, 0, ())}
    assert all(line.checked and not line.why_not for line in lines)


def test_a_signal_whose_needs_are_lacking_is_told_as_not_checked_and_why():
    lines = signal_lines(SIGNALS, {}, {"R07": ("SUPPLEMENT_REQUESTED|PAUSED", "document")})
    by_code = {line.code: line for line in lines}
    assert not by_code["R07"].checked
    assert by_code["R07"].why_not == "Nhật ký không có: bước yêu cầu bổ sung hoặc bước tạm dừng, số văn bản, phiếu"
    assert by_code["R05"].checked


@pytest.mark.parametrize("signal", SIGNALS, ids=CODES)
def test_whatever_a_signal_needs_has_a_word(signal):
    (line,) = signal_lines([signal], {}, {signal.code: missing(signal, frozenset(), ())})
    assert line.checked is (not signal.needs)
    assert line.why_not.startswith("Nhật ký không có: ") or line.checked
    assert missing(signal, ALL, Kind) == ()


@pytest.mark.parametrize("signal", SIGNALS, ids=CODES)
def test_a_line_tells_duty_article_rule_and_what_may_deceive(signal):
    (line,) = signal_lines([signal], {}, {})
    assert (line.duty, line.article, line.false_positives) == (signal.duty, signal.article, signal.false_positives)
    assert line.parameters
    assert "{" not in line.parameters
    assert all((line.name, line.severity, line.duty, line.article, line.false_positives))


@pytest.mark.parametrize("counts", [{}, {Doubt.DUPLICATE: 0}])
def test_clean_data_need_no_table(counts):
    assert doubt_tables(QualityReport(counts, ())) == ()


def test_doubts_are_counted_by_kind_and_sum_to_the_total():
    counts = {Doubt.DUPLICATE: 2, Doubt.BAD_CELL: 3, Doubt.INCONSISTENT: 0}
    by_kind, listed = doubt_tables(QualityReport(counts, (finding(Doubt.BAD_CELL),)))
    assert by_kind.rows == (
        ("Ô không đọc được (dòng bị bỏ ra)", 3),
        ("Sự kiện trùng (dòng sau bị bỏ ra)", 2),
    )
    assert by_kind.total == ("Tổng số", 5)
    assert listed.rows == (
        (
            "Ô không đọc được (dòng bị bỏ ra)", "nhat-ky.csv", "", 7, "Thời điểm", "31/02/2024", "H1",
            "Không có ngày này.",
        ),
    )  # fmt: skip
    assert listed.note == "Liệt kê 1 chỗ đầu tiên."


@pytest.mark.parametrize(("found", "most", "shown", "note"), [(3, 3, 3, ""), (3, 2, 2, "Liệt kê 2 chỗ đầu tiên.")])
def test_a_long_list_says_that_it_is_cut(found, most, shown, note):
    findings = tuple(finding(Doubt.DUPLICATE, row) for row in range(found))
    _, listed = doubt_tables(QualityReport({Doubt.DUPLICATE: found}, findings), most)
    assert (len(listed.rows), listed.note) == (shown, note)


def test_every_kind_of_doubt_has_words():
    assert set(DOUBT_WORDS) == set(Doubt)
