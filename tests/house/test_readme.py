"""The commands that people are told exist, and CI runs what the README tells."""

import ast
import re

import pytest

from house.source import ROOT

_SAID = re.compile(r"go\.py ([a-z]+)")
_PAGES = ["README.md", "Makefile", "ARCHITECTURE.md", ".ci/run"]


def _works() -> set[str]:
    """The words that go.py knows: the keys of its table WORKS."""
    for node in ast.parse((ROOT / "go.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "WORKS":
            assert isinstance(node.value, ast.Dict)
            return {ast.literal_eval(key) for key in node.value.keys if key}
    raise AssertionError("go.py has no table WORKS")


@pytest.mark.parametrize("page", _PAGES)
def test_each_command_told_exists(page):
    told = set(_SAID.findall((ROOT / page).read_text("utf-8")))
    assert told, page
    assert told - _works() == set()


def test_the_readme_tells_the_two_commands():
    told = (ROOT / "README.md").read_text("utf-8")
    assert "python3 go.py run" in told
    assert "python3 go.py test" in told


def test_ci_runs_the_readmes_test_command_and_may_be_run():
    run = ROOT / ".ci" / "run"
    assert run.stat().st_mode & 0o111
    assert run.read_text("utf-8").rstrip().endswith("python3 go.py test")


def test_go_itself_tells_each_of_its_commands():
    source = (ROOT / "go.py").read_text("utf-8")
    assert set(_SAID.findall(source)) == _works()
