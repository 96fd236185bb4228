"""The glossary and the code use the same names."""

import ast

import pytest

from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.kinds import Kind
from house.source import ROOT, table_rows, trees


def _names_told() -> list[str]:
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    cells = [row[0] for row in table_rows(page)]
    return [name.strip(" `") for cell in cells for name in cell.split(",")]


def _names_in_code() -> set[str]:
    found: set[str] = set()
    for file, tree in trees().items():
        found |= {file.stem, file.parent.name}
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found |= {node.name} | {f"{node.name}.{name}" for name in _members(node)}
            elif isinstance(node, ast.FunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
    return found


def _members(node: ast.ClassDef) -> set[str]:
    assigned = [t for line in node.body if isinstance(line, ast.Assign) for t in line.targets]
    annotated = [line.target for line in node.body if isinstance(line, ast.AnnAssign)]
    methods = {line.name for line in node.body if isinstance(line, ast.FunctionDef)}
    return methods | {t.id for t in [*assigned, *annotated] if isinstance(t, ast.Name)}


def test_each_name_of_the_glossary_lives_in_the_code():
    known = _names_in_code()
    assert [name for name in _names_told() if name not in known] == []
    assert "no_such_name" not in known


def test_no_name_is_told_twice():
    told = _names_told()
    assert sorted({name for name in told if told.count(name) > 1}) == []


@pytest.mark.parametrize("kinds", [Kind, TimeClass, DeviationKind], ids=lambda kinds: kinds.__name__)
def test_the_glossary_tells_each_member(kinds):
    told = set(_names_told())
    assert [m.name for m in kinds if f"{kinds.__name__}.{m.name}" not in told] == []


def test_each_row_has_a_term_and_a_source():
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    assert [row for row in table_rows(page) if len(row) != 3 or not all(row)] == []
