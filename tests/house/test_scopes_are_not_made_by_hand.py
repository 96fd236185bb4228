"""The engine alone makes scopes: whoever wrote one by hand would have written themselves a right."""

import ast

import pytest

from house.source import name_of, trees

_MADE_IN = "rules/prescribed/policy"
_MODULE = "baro.rules.prescribed.policy.scopes"
_OPEN_FIGURES = {"src/baro/desk/article.py"}
"""Figures of the article are open to whoever may read the figure of the body (`figure.read`), who as a rule may read no row
behind them: the desk counts them over all open matters, asks the policy for each body, and hands out numbers alone."""

_COUNTED_DOSSIERS = {"src/baro/desk/counted_dossiers.py"}
"""Who may read the figures of a body has its dossiers counted, whether they may open one or not: the board hands out numbers."""


def taken(tree: ast.AST) -> set[str]:
    """What a file takes from the room of scopes, by the names there."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == _MODULE:
            found |= {a.name for a in node.names}
        if isinstance(node, ast.ImportFrom) and f"{node.module}." + "scopes" == _MODULE:
            found |= {"*" for a in node.names if a.name == "scopes"}
        if isinstance(node, ast.Import):
            found |= {"*" for a in node.names if a.name == _MODULE}
    return found


def made_by_hand(tree: ast.AST) -> list[int]:
    """The lines that call `Scope` or `Part`, or change a scope (`replace`), in a file that takes them."""
    known = {"Scope", "Part"} & taken(tree)
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    return [n.lineno for n in calls if called(n) in known or (called(n) == "replace" and _changes_a_scope(n))]


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def _changes_a_scope(call: ast.Call) -> bool:
    return bool(call.args) and "scope" in ast.unparse(call.args[0]).lower()


def outside() -> dict[str, ast.AST]:
    """Every file but those of the policy."""
    return {name_of(f): t for f, t in trees().items() if _MADE_IN not in str(f)}


def test_nobody_makes_a_scope_by_hand():
    assert {name: made_by_hand(t) for name, t in outside().items() if made_by_hand(t)} == {}


def test_scopes_are_taken_by_name():
    assert [name for name, t in outside().items() if "*" in taken(t)] == []


def test_open_figures_are_counted_in_one_place():
    assert {name for name, t in outside().items() if "open_matters_of" in taken(t)} == _OPEN_FIGURES


def test_dossiers_are_counted_for_figures_in_one_place():
    for makes in ("dossiers_counted_in", "figures_beside"):
        assert {name for name, t in outside().items() if makes in taken(t)} == _COUNTED_DOSSIERS


@pytest.mark.parametrize("made", ["Scope(parts=())", "Part()", "replace(scope, parts=())", "x.Scope()"])
def test_a_planted_scope_is_caught(made):
    assert made_by_hand(ast.parse(f"from {_MODULE} import Part, Scope\ndef view(): return {made}")) == [2]
