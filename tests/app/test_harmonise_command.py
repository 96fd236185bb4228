"""`baro harmonise`: logs against each other, a log by years, step tables against each other; what cannot be compared is told."""

import io

import pytest
from python_calamine import CalamineWorkbook

from app.inputs import a_log, a_process
from baro.app.commands import harmonise
from baro.channels.shell.exit_codes import ExitCode
from baro.rules.prescribed.refusals import Refused


def told(*words: object) -> str:
    out = io.StringIO()
    assert harmonise.main([str(word) for word in words], out, io.StringIO()) == ExitCode.DONE
    return out.getvalue()


def dossier(code: str, *days: str) -> tuple[str, str, tuple[str, ...]]:
    return code, "", days


def test_two_logs_are_held_against_each_other_and_written_whole(tmp_path):
    one = a_log(tmp_path / "a", dossier("H1", "01/07/2024", "02/07/2024", "03/07/2024"), dossier("H2", "01/07/2024"))
    two = a_log(tmp_path / "b", dossier("H1", "01/07/2024", "03/07/2024"))
    said = told(one, two, "--out", tmp_path / "ra.xlsx")
    assert "Từng cặp nhật ký" in said
    assert "a/nhat-ky" in said  # both files are called alike: the folder tells them apart
    book = CalamineWorkbook.from_path(str(tmp_path / "ra.xlsx"))
    assert book.sheet_names[:2] == ["Từng nhật ký", "Từng cặp nhật ký"]
    assert [row[1] for row in book.get_sheet_by_name("Từng nhật ký").to_python()[-2:]] == [2, 1]


def test_one_log_is_split_by_the_years_its_cases_begin_in(tmp_path):
    log = a_log(tmp_path, dossier("H1", "30/12/2023", "02/01/2024"), dossier("H2", "02/01/2024"))
    said = told(log, "--split", "year")
    assert "nhat-ky 2023" in said
    assert "nhat-ky 2024" in said
    with pytest.raises(Refused, match="harmonise.one_log"):
        told(log)


def test_step_tables_of_one_name_are_compared_and_a_common_version_proposed(tmp_path):
    steps = ("Tiếp nhận", "Thẩm định", "Trả kết quả")
    one, two = (a_process(tmp_path / k, steps=steps, Tên_quy_trình="Sao lục") for k in "ab")
    three = a_process(tmp_path / "c", "QT-02", steps=steps[::2], Tên_quy_trình="SAO LUC")
    said = told("--processes", one, two, three, "--out", tmp_path / "ra.xlsx")
    assert "thiếu bước “Thẩm định”" in said
    assert "2/3 cơ quan có bước này" in said
    assert len(CalamineWorkbook.from_path(str(tmp_path / "ra.xlsx")).sheet_names) == 5
    other = a_process(tmp_path / "d", Tên_quy_trình="Việc khác")
    with pytest.raises(Refused, match="harmonise.nothing_alike"):
        told("--processes", one, other)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "harmonise.no_log"),
        (("khong-co.csv",), "shell.no_file"),
        (("--processes", "--split", "year"), "harmonise.split_of_processes"),
        (("--split", "month"), "shell.usage"),
        (("--processes", "--out", "khong-co/ra.xlsx"), "shell.no_file"),
        (("--processes", "--out", "ra.csv"), "harmonise.not_xlsx"),
    ],
)
def test_what_cannot_be_done_is_told(words, code):
    with pytest.raises(Refused, match=code):
        told(*words)


@pytest.mark.django_db
def test_a_register_without_processes_has_nothing_to_compare():
    with pytest.raises(Refused, match="harmonise.nothing_alike"):
        told("--processes")
