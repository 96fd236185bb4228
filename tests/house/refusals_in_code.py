"""Every refusal that the code can make, found in its syntax trees: the code and the facts that come with it.

`Refused("part.code", fact=...)` is found as it stands. A function that takes the code as an argument and hands it on
(`spot.refused("table.empty_cell")`) is followed to its callers; the facts are those of both places.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Maker:
    """A callable that makes a refusal: which argument is the code, and the facts it adds by itself.

    A private maker is known in its own file only."""

    name: str
    position: int
    parameter: str
    facts: frozenset[str]
    file: Path | None

    def code_in(self, call: ast.Call, file: Path) -> ast.expr | None:
        """The argument that is the code, if this is a call of the maker."""
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if called != self.name or self.file not in (None, file):
            return None
        by_name = [k.value for k in call.keywords if k.arg == self.parameter]
        by_place = call.args[self.position : self.position + 1]
        return (by_place or by_name or [None])[0]


@dataclass
class Found:
    """The refusals by code, with the facts at each place; and the places whose code cannot be told."""

    facts: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    untold: list[str] = field(default_factory=list)


REFUSED = Maker("Refused", 0, "", frozenset(), None)


@dataclass(frozen=True)
class Call:
    """A call, the innermost function that it stands in, and the module of both."""

    file: Path
    module: ast.Module
    inside: ast.FunctionDef | None
    node: ast.Call

    def facts(self, maker: Maker) -> frozenset[str]:
        """The facts named here; `**facts` stands for the keys of the dictionaries written in the same function, or in
        the function of this module that makes them."""
        named = {k.arg for k in self.node.keywords if k.arg and k.arg != maker.parameter}
        spread = [k.value for k in self.node.keywords if k.arg is None]
        makes = {v.func.id for v in spread if isinstance(v, ast.Call) and isinstance(v.func, ast.Name)}
        places = [f for f in ast.walk(self.module) if isinstance(f, ast.FunctionDef) and f.name in makes]
        if spread:
            places.append(self.inside or self.node)
        return frozenset(named | {key for place in places for key in _keys(place)})

    def hands_on(self, code: ast.expr) -> bool:
        """Say whether the code is an argument of the function around the call."""
        if self.inside is None or not isinstance(code, ast.Name):
            return False
        a = self.inside.args
        return code.id in {x.arg for x in (*a.posonlyargs, *a.args, *a.kwonlyargs)}


def _keys(place: ast.AST) -> set[str]:
    keys = [key for node in ast.walk(place) if isinstance(node, ast.Dict) for key in node.keys]
    return {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def refusals(trees: Mapping[Path, ast.Module]) -> Found:
    """Find every refusal in these modules."""
    calls = [call for file, tree in trees.items() for call in _calls(file, tree)]
    makers = {REFUSED}
    while more := {m for call in calls for m in _handing_on(call, makers)} - makers:
        makers |= more
    found = Found()
    for call in calls:
        for maker in makers:
            _collect(call, maker, found)
    return found


def _calls(file: Path, tree: ast.Module) -> Iterator[Call]:
    waiting: list[tuple[ast.FunctionDef | None, ast.AST]] = [(None, tree)]
    while waiting:
        inside, node = waiting.pop()
        if isinstance(node, ast.Call):
            yield Call(file, tree, inside, node)
        if isinstance(node, ast.FunctionDef):
            inside = node
        waiting += [(inside, child) for child in ast.iter_child_nodes(node)]


def _handing_on(call: Call, makers: set[Maker]) -> Iterator[Maker]:
    """The function around a call, if it hands an argument of its own on as the code."""
    for maker in makers:
        code = maker.code_in(call.node, call.file)
        if code is not None and call.hands_on(code):
            assert call.inside is not None
            assert isinstance(code, ast.Name)
            names = [a.arg for a in (*call.inside.args.posonlyargs, *call.inside.args.args)]
            bound = names[:1] in (["self"], ["cls"])
            place = names.index(code.id) - bound if code.id in names else len(names)
            mine = call.file if call.inside.name.startswith("_") else None
            yield Maker(call.inside.name, place, code.id, maker.facts | call.facts(maker), mine)


def _collect(call: Call, maker: Maker, found: Found) -> None:
    code = maker.code_in(call.node, call.file)
    if code is None or call.hands_on(code):
        return
    literals = [n.value for n in ast.walk(code) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    if not literals:
        found.untold.append(f"{call.file.name}:{call.node.lineno}")
    for literal in literals:
        found.facts.setdefault(literal, []).append(maker.facts | call.facts(maker))
