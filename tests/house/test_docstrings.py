"""What rules and desk offer to other rooms says what it does and what it takes (architecture, style 9)."""

import ast
from collections.abc import Iterator

import pytest

from house.source import name_of, trees

_PARTS = ("rules", "desk")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _public(part: str) -> Iterator[tuple[str, Function | ast.ClassDef]]:
    for file, tree in trees(part).items():
        for node in tree.body:
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
                yield f"{name_of(file)}: {node.name}", node


def _functions(part: str) -> Iterator[tuple[str, Function]]:
    for file, tree in trees(part).items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{name_of(file)}: {node.name}", node


def is_annotated(node: Function) -> bool:
    """Every argument but `self` and `cls`, and the result, has a type."""
    a = node.args
    every = [*a.posonlyargs, *a.args, *a.kwonlyargs, *filter(None, (a.vararg, a.kwarg))]
    return node.returns is not None and all(x.annotation is not None or x.arg in ("self", "cls") for x in every)


@pytest.mark.parametrize("part", _PARTS)
def test_public_functions_and_classes_say_what_they_are(part):
    assert [where for where, node in _public(part) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("part", _PARTS)
def test_every_function_has_types(part):
    assert [where for where, node in _functions(part) if not is_annotated(node)] == []


@pytest.mark.parametrize("part", ["rules", "desk", "records", "channels", "app"])
def test_every_module_says_what_it_is(part):
    written = {f: t for f, t in trees(part).items() if f.parent.name != "migrations"}  # a framework writes those
    assert [name_of(file) for file, tree in written.items() if not ast.get_docstring(tree)] == []


def test_a_missing_type_is_noticed():
    (node,) = ast.parse("def f(self, a: int, b): ...").body
    assert isinstance(node, ast.FunctionDef)
    assert not is_annotated(node)
