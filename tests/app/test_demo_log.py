"""The synthetic year: labelled as such, the same for the same seed, and refused where it cannot be made."""

import json
from pathlib import Path

import pytest

from baro.channels.demo.world import LABEL
from baro.channels.shell.exit_codes import ExitCode
from journeys.running import baro


def make(folder: Path, cases: object = 40, *more: object) -> tuple[int, str, str]:
    return baro("demo-log", "--cases", cases, "--out", folder, *more)


def files(folder: Path) -> dict[str, bytes]:
    """The files of a year, by name and bytes."""
    assert make(folder, 40, "--seed", folder.name.split("-")[0])[0] == ExitCode.DONE
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    assert files(tmp_path / "3") == files(tmp_path / "3-again")


def test_another_seed_gives_another_year_in_the_same_office(tmp_path):
    three, four = files(tmp_path / "3"), files(tmp_path / "4")
    assert set(three) == set(four)
    assert three["nhat-ky.csv"] != four["nhat-ky.csv"]
    assert three["quy-trinh/QT-MAU-01.xlsx"] == four["quy-trinh/QT-MAU-01.xlsx"]


def test_the_year_says_of_itself_that_it_is_not_real(tmp_path):
    assert make(tmp_path)[1].startswith("Dữ liệu tổng hợp (không có thật): ")
    assert (tmp_path / "DOC-TOI.txt").read_text("utf-8").startswith(LABEL)
    truth = json.loads((tmp_path / "su-that.json").read_text("utf-8"))
    assert (truth["nhan"], truth["ho_so"]) == (LABEL, 40)


def test_a_report_on_the_year_says_so_too(tmp_path):
    make(tmp_path / "nam")
    processes = sorted((tmp_path / "nam" / "quy-trinh").iterdir())
    out = tmp_path / "bao-cao"
    assert baro("judge", tmp_path / "nam" / "nhat-ky.csv", "--process", *processes, "--out", out)[0] == ExitCode.DONE
    assert "DỮ LIỆU TỔNG HỢP" in (out / "report.html").read_text("utf-8").upper()


@pytest.mark.parametrize("cases", [1, 2])
def test_a_year_may_be_small(cases, tmp_path):
    assert make(tmp_path, cases)[0] == ExitCode.DONE
    assert len((tmp_path / "su-that.csv").read_text("utf-8").splitlines()) == 1 + cases


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((0,), "Số hồ sơ phải từ 1 đến 10.000.000, không phải 0."),
        ((-5,), "Số hồ sơ phải từ 1 đến 10.000.000, không phải -5."),
        ((10_000_001,), "Số hồ sơ phải từ 1 đến 10.000.000, không phải 10000001."),
        ((40, "--seed", -1), "Hạt giống phải là số nguyên không âm, không phải -1."),
    ],
)
def test_a_year_that_cannot_be_made_is_refused(words, said, tmp_path):
    assert make(tmp_path / "nam", *words) == (ExitCode.USAGE, "", said + "\n")
    assert not (tmp_path / "nam").exists()


def test_where_a_file_is_in_the_way_of_the_year_it_stays(tmp_path):
    (tmp_path / "nam").write_text("một tệp khác", "utf-8")
    code, out, err = make(tmp_path / "nam")
    assert (code, out) == (ExitCode.OUTPUT_FAILED, "")
    assert err.startswith("Không ghi được")
    assert (tmp_path / "nam").read_text("utf-8") == "một tệp khác"
