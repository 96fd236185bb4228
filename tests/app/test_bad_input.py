"""Whatever is wrong with the words or the files is told in one Vietnamese sentence, and nothing is left half done."""

import os
from pathlib import Path

import pytest

from app.inputs import HEADER, a_log, a_process, an_endless_process, judge, table
from baro.channels.shell.exit_codes import ExitCode
from journeys.running import baro


def nothing_written(folder: Path) -> bool:
    return not (folder / "bao-cao").exists()


def refused(told: tuple[int, str, str], code: ExitCode, *words: str) -> None:
    """The last line on the side is a sentence with these words; no trace, and nothing is printed."""
    status, out, err = told
    said = err.splitlines()[-1]
    assert "Traceback" not in err
    assert (status, out) == (code, "")
    assert [w for w in words if w not in said] == [], said
    assert said.endswith(".")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "thiếu LỆNH"),
        (("xem",), "'xem' không phải là một LỆNH"),
        (("judge",), "thiếu NHẬT_KÝ, --process, --out"),
        (("judge", "a.csv", "--out", "b"), "thiếu --process"),
        (("judge", "a.csv", "--process", "--out", "b"), "--process cần một giá trị đi kèm"),
        (("judge", "a.csv", "--process", "b", "--out", "c", "--fast"), "thừa --fast"),
        (("demo-log", "--cases", "nhiều", "--out", "b"), "--cases phải là số nguyên, không phải 'nhiều'"),
        (("demo-log", "--out", "b"), "thiếu --cases"),
    ],
)
def test_words_that_are_not_understood_are_told_with_how_to_say_it(words, said):
    code, out, err = baro(*words)
    assert (code, out) == (ExitCode.USAGE, "")
    assert err.startswith(f"Không hiểu câu lệnh: {said}\nusage: baro")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as-of", "31/02/2024"), "“31/02/2024” không phải là ngày"),
        (("--as-of", "hôm qua"), "“hôm qua” không phải là ngày"),
        (("--as-of", "01/07/2024 25:00"), "“01/07/2024 25:00” không phải là ngày"),
        (("--as-of", "01/07/2024 10:00Z"), "“01/07/2024 10:00Z” không phải là ngày"),
        (("--period", "2024"), "“2024” không phải là một kỳ"),
        (("--period", "01/07/2024..30/06/2024"), "“01/07/2024..30/06/2024” không phải là một kỳ"),
        (("--period", "01/07/2024..31/09/2024"), "“31/09/2024” không phải là ngày"),
        (("--period", "01/01/2024..30/06/2024", "--as-of", "01/07/2024"), "nằm sau kỳ báo cáo (đến hết 30/06/2024)"),
    ],
)
def test_bad_dates_and_periods(words, said, tmp_path):
    refused(judge(tmp_path, *words), ExitCode.USAGE, said)
    assert nothing_written(tmp_path)


@pytest.mark.parametrize("option", ["--process", "--offices", "--map"])
@pytest.mark.parametrize("is_folder", [False, True])
def test_a_file_that_is_not_there_is_named(option, is_folder, tmp_path):
    (tmp_path / "thư mục").mkdir()
    missing = tmp_path / ("thư mục" if is_folder else "khong-co.xlsx")
    refused(judge(tmp_path, option, missing), ExitCode.USAGE, f"Không tìm thấy tệp “{missing}”")
    assert nothing_written(tmp_path)


def test_a_log_that_is_not_there_is_named(tmp_path):
    missing = tmp_path / "nhat-ky.csv"
    refused(judge(tmp_path, log=missing), ExitCode.USAGE, f"Không tìm thấy tệp “{missing}”")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_that_may_not_be_read_is_named(tmp_path):
    log = a_log(tmp_path)
    log.chmod(0)
    refused(judge(tmp_path, log=log), ExitCode.USAGE, f"Không có quyền đọc tệp “{log}”")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("nhat-ky.pdf", "%PDF-1.7", "Không nhận ra định dạng của tệp nhat-ky.pdf"),
        ("nhat-ky.csv", "", "Tệp nhat-ky.csv không có dòng tiêu đề"),
        ("nhat-ky.csv", ",".join(HEADER) + "\n", "Tệp nhat-ky.csv không có sự kiện nào"),
        ("nhat-ky.csv", "Mã hồ sơ,Bước\nH1,Thẩm định\n", "không tìm thấy cột thời điểm"),
        ("nhat-ky.csv", "Họ tên,Tuổi\nLan,41\n", "không tìm thấy cột mã hồ sơ"),
        ("nhat-ky.csv", "Mã hồ sơ,Bước,Thời điểm\nH1,Thẩm định,hôm qua\n", "dòng 2, cột Thời điểm: “hôm qua”"),
        ("nhat-ky.xlsx", "không phải bảng tính", "Tệp nhat-ky.xlsx không phải là tệp Office"),
        ("nhat-ky.parquet", "PAR1", "Tệp nhat-ky.parquet không phải là tệp Parquet hợp lệ"),
        ("nhat-ky.xes", "<log", "Tệp nhat-ky.xes không phải là XML hợp lệ"),
    ],
)
def test_a_log_that_cannot_be_read_is_refused_with_the_reason(name, text, said, tmp_path):
    log = tmp_path / name
    log.write_text(text, "utf-8")
    refused(judge(tmp_path, log=log), ExitCode.INPUT_REFUSED, said)
    assert nothing_written(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("qt.docx", "PK", "Tệp qt.docx không phải là quy trình ở dạng đọc được"),
        ("qt.csv", "Tên,Tuổi\nLan,41\n", "không có bảng các bước"),
        ("qt.bpmn", "<definitions", "không phải là XML hợp lệ"),
        ("qt.xml", "<a/>", "không phải là quy trình ở dạng đọc được"),
    ],
)
def test_a_process_that_cannot_be_read_is_refused_with_the_reason(name, text, said, tmp_path):
    process = tmp_path / name
    process.write_text(text, "utf-8")
    refused(judge(tmp_path, process=[process]), ExitCode.INPUT_REFUSED, said)
    assert nothing_written(tmp_path)


def test_a_process_that_cannot_end_is_refused_by_name(tmp_path):
    told = judge(tmp_path, process=[a_process(tmp_path), an_endless_process(tmp_path)])
    refused(told, ExitCode.INPUT_REFUSED, "không có cách nào đi đến kết thúc", "QT-VONG")
    assert nothing_written(tmp_path)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--calendar", "lịch riêng"), "Không có lịch làm việc tên là lịch riêng; các lịch có sẵn: vn, vn-receiving"),
        (("--as-of", "30/06/2024"), "Không có sự kiện nào trước mốc xem xét"),
        (("--period", "01/01/2023..31/12/2023"), "Không có sự kiện nào trước mốc xem xét"),
        (("--as-of", "31/12/9999"), "nằm ngoài các ngày của lịch vn"),
        (("--case", "H7"), "Nhật ký không có hồ sơ “H7”"),
    ],
)
def test_what_the_log_or_the_calendar_cannot_answer_is_refused(words, said, tmp_path):
    refused(judge(tmp_path, *words), ExitCode.INPUT_REFUSED, said)
    assert nothing_written(tmp_path)


@pytest.mark.parametrize("name", ["bao-cao.toml", "bao-cao.xlsx"])
def test_a_broken_mapping_or_list_of_units_is_refused(name, tmp_path):
    file = tmp_path / name
    file.write_text("= không phải", "utf-8")
    option = "--map" if name.endswith("toml") else "--offices"
    refused(judge(tmp_path, option, file), ExitCode.INPUT_REFUSED, name)


def test_where_a_file_is_in_the_way_of_the_report_it_stays(tmp_path):
    (tmp_path / "bao-cao").write_text("một tệp khác", "utf-8")
    refused(judge(tmp_path), ExitCode.OUTPUT_FAILED, "Không ghi được báo cáo vào thư mục bao-cao")
    assert (tmp_path / "bao-cao").read_text("utf-8") == "một tệp khác"


def test_a_sentence_is_all_that_is_said_when_only_json_is_wanted(tmp_path):
    code, out, err = judge(tmp_path, "--json", "--calendar", "lịch riêng")
    assert (code, out) == (ExitCode.INPUT_REFUSED, "")
    assert len(err.splitlines()) == 1


def test_no_step_of_the_log_in_any_process_is_still_judged(tmp_path):
    log = table(tmp_path / "nhat-ky.csv", HEADER, ("H1", "Việc lạ", "01/07/2024", ""))
    assert judge(tmp_path, log=log)[0] == ExitCode.DONE
