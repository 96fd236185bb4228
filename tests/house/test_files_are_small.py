"""Small enough to see: no file over 400 lines, half of them under 120 (architecture, style 8)."""

from statistics import median

from house.source import PACKAGE, ROOT, name_of

MOST, USUAL = 400, 120


def _lengths() -> dict[str, int]:
    files = [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "go.py"]
    written = [file for file in files if file.parent.name != "migrations"]  # a framework writes those
    return {name_of(file): len(file.read_text("utf-8").splitlines()) for file in written}


def test_no_file_is_long():
    assert {file: n for file, n in _lengths().items() if n > MOST} == {}


def test_half_of_the_source_files_are_short():
    assert median(n for file, n in _lengths().items() if file.startswith("src/") and n > 1) <= USUAL
