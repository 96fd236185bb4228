"""Rules read no clock, no file, no chance: what they need comes in as an argument (found by syntax tree)."""

import ast

import pytest

from house.source import name_of, trees

_CLOCKS = {"now", "today", "utcnow", "fromtimestamp", "perf_counter", "monotonic", "time_ns", "localtime", "gmtime"}
_DEEDS = {"open", "print", "input", "exec", "eval", "__import__"}
_ROOMS = {"os", "io", "sys", "pathlib", "socket", "subprocess", "time", "random", "secrets", "logging", "tempfile", "polars", "pyarrow"}  # fmt: skip


def impurities(tree: ast.Module) -> list[str]:
    """Everything in a module that looks outside it."""
    return [found for node in ast.walk(tree) if (found := _impurity(node))]


def _impurity(node: ast.AST) -> str:
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        return next((n for n in names if n.split(".")[0] in _ROOMS), "")
    if isinstance(node, ast.Attribute) and node.attr == "random":
        return "random"
    if not isinstance(node, ast.Call):
        return ""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name == "datetime64" and any(isinstance(a, ast.Constant) and a.value in ("now", "today") for a in node.args):
        return "datetime64 of now"
    if name == "fromtimestamp" and _is_fixed(node):
        return ""
    is_deed = isinstance(node.func, ast.Name) and name in _DEEDS
    return name if is_deed or (isinstance(node.func, ast.Attribute) and name in _CLOCKS) else ""


def _is_fixed(node: ast.Call) -> bool:
    """`fromtimestamp(number, zone)` reads no clock; without a zone it reads the machine's."""
    return len(node.args) == 2 or bool(node.keywords)


def test_rules_look_at_nothing_outside_their_arguments():
    found = {name_of(file): impurities(tree) for file, tree in trees("rules").items()}
    assert {file: what for file, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "line",
    [
        "datetime.now(UTC)",
        "date.today()",
        "time.monotonic()",
        "np.datetime64('today')",
        "np.random.default_rng()",
        "open('x')",
        "print(1)",
        "datetime.fromtimestamp(0)",
        "import os",
        "from pathlib import Path",
        "import polars as pl",
    ],
)
def test_each_way_out_is_noticed(line):
    assert impurities(ast.parse(line))


@pytest.mark.parametrize(
    "line", ["day.replace(day=1)", "datetime.fromtimestamp(0, UTC)", "np.datetime64('2024-01-01')"]
)
def test_plain_reckoning_is_let_be(line):
    assert impurities(ast.parse(line)) == []
