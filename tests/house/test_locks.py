"""The locks say exactly which bytes are installed, and from nowhere in particular."""

import re

import pytest

from house.source import ROOT, name_of, pyproject

_MARKER = r"(?P<marker> ; (?:(?!--|/|@).)+?)?"
_LINE = re.compile(rf"(?P<name>[a-z0-9.-]+)==(?P<version>[0-9a-z.+!]+){_MARKER}(?: --hash=sha256:[0-9a-f]{{64}})+")
_REMARK = re.compile(r" *#[^/:@]*")
_LOCKS = sorted([*ROOT.glob("*.lock"), *ROOT.glob("benchmarks/*.lock")])


def _requirements(text: str) -> list[str]:
    """The logical lines of a lock: a requirement with its hashes. A remark may say why, not from where."""
    joined = re.sub(r" *\\\n *", " ", text)
    return [line for line in joined.splitlines() if line.strip() and not _REMARK.fullmatch(line)]


def _pins(name: str) -> set[tuple[str, str, str]]:
    found = [_LINE.fullmatch(line) for line in _requirements((ROOT / name).read_text("utf-8"))]
    return {(m["name"], m["version"], m["marker"] or "") for m in found if m}


@pytest.mark.parametrize("lock", _LOCKS, ids=name_of)
def test_a_lock_holds_only_names_versions_and_hashes(lock):
    assert [line[:80] for line in _requirements(lock.read_text("utf-8")) if not _LINE.fullmatch(line)] == []


@pytest.mark.parametrize(
    "line",
    [
        "numpy==2.4.6",
        "numpy>=2 --hash=sha256:" + 64 * "0",
        "--find-links /somewhere",
        "numpy @ https://example.org/numpy.whl --hash=sha256:" + 64 * "0",
        "# via /home/someone/pyproject.toml",
    ],
)
def test_anything_else_in_a_lock_is_noticed(line):
    assert not _LINE.fullmatch(line)
    assert _requirements(line) == [line]


def test_the_three_locks_are_there():
    assert {"bootstrap.lock", "requirements.lock", "requirements-dev.lock"} <= {lock.name for lock in _LOCKS}


def test_the_development_lock_covers_the_run_time_lock_at_the_same_versions():
    assert _pins("requirements.lock") - _pins("requirements-dev.lock") == set()


def test_each_dependency_is_locked():
    project = pyproject()["project"]
    for lock, wanted in (
        ("requirements.lock", project["dependencies"]),
        ("requirements-dev.lock", project["optional-dependencies"]["dev"]),
    ):
        names = {re.split(r"[\[<>=! ]", dependency)[0] for dependency in wanted}
        assert names - {name for name, _, _ in _pins(lock)} == set(), lock


@pytest.mark.parametrize("file", ["go.py", "Makefile", "pyproject.toml", ".ci/run"])
def test_no_address_is_written_where_packages_are_fetched(file):
    assert "://" not in (ROOT / file).read_text("utf-8")
