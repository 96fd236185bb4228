"""A report is written whole or not at all, and twice the same."""

from pathlib import Path

import pytest

from baro.channels.exports.write_all import FILES, write_all
from baro.channels.wording import sentence
from baro.rules.prescribed.refusals import Refused
from channels.exports.a_report import a_report

FINDINGS = {"kind": ["R05"], "case": ["H26.15-240402-0117"], "event_row": [177]}


def write(out: Path, **changes: object) -> None:
    write_all(a_report(**changes), {"version": "1"}, FINDINGS, out)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_five_files_and_nothing_else_lie_in_a_new_folder(tmp_path: Path) -> None:
    told: list[str] = []
    write_all(a_report(), {"version": "1"}, FINDINGS, tmp_path / "bao-cao" / "quý I", told.append)
    assert names(tmp_path / "bao-cao" / "quý I") == sorted(FILES)
    assert sorted(told) == sorted(FILES)


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write(tmp_path / folder)
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_an_old_report_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("cũ", encoding="utf-8")
    write(tmp_path)
    assert (tmp_path / "report.html").read_text(encoding="utf-8") != "cũ"
    assert names(tmp_path) == sorted(FILES)


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "bao-cao").write_text("một tệp, không phải thư mục", encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        write(tmp_path / "bao-cao")
    assert refusal.value.code == "out.not_writable"
    assert "thư mục bao-cao" in sentence(refusal.value)
    assert names(tmp_path) == ["bao-cao"]


@pytest.mark.parametrize("blocked", ["report.docx", "findings.parquet", "summary.json"])
def test_if_one_file_cannot_be_replaced_all_the_old_ones_stay(blocked: str, tmp_path: Path) -> None:
    others = [name for name in FILES if name != blocked]
    for name in others:
        (tmp_path / name).write_text(f"bản cũ của {name}", encoding="utf-8")
    (tmp_path / blocked / "đang dùng").mkdir(parents=True)
    with pytest.raises(Refused):
        write(tmp_path)
    assert names(tmp_path) == sorted(FILES)
    assert all((tmp_path / name).read_text(encoding="utf-8") == f"bản cũ của {name}" for name in others)
