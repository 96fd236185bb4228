"""Every function of the desk that records something asks the policy too, by itself or by what it calls in the desk.

Seen by names alone: that the question is about the right operation is tried by the tests of each act."""

import ast
from collections.abc import Iterable

from house.source import trees

_RECORDS = {"record", "record_all", "erase"}
_ASKS = {"require", "require_on", "require_over", "require_first", "require_permission", "admit", "settled"}
_NEED_NOT = {"found_roles": "before anybody holds a role there is nobody to ask; refused as soon as somebody does"}
Calls = dict[str, set[str]]


def calls_in(parsed: Iterable[ast.Module]) -> tuple[Calls, set[str]]:
    """What each function calls, by name, a method counted to its class; and which functions are public."""
    calls: Calls = {}
    public = set()
    for tree in parsed:
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                made = (n.func for n in ast.walk(node) if isinstance(n, ast.Call))
                names = {
                    f.id if isinstance(f, ast.Name) else f.attr for f in made if isinstance(f, ast.Name | ast.Attribute)
                }
                calls.setdefault(node.name, set()).update(names)
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    public.add(node.name)
    return calls, public


def reaches(name: str, wanted: set[str], calls: Calls) -> bool:
    """Say whether a function calls one of these, itself or by others."""
    seen, ahead = set(), [name]
    while ahead:
        one = ahead.pop()
        if one in wanted:
            return True
        if one not in seen:
            seen.add(one)
            ahead += calls.get(one, ())
    return False


def unasked(parsed: Iterable[ast.Module]) -> set[str]:
    """The public functions that record and ask nobody."""
    calls, public = calls_in(parsed)
    acts = {name for name in public if reaches(name, _RECORDS, calls)}
    return {name for name in acts if not reaches(name, _ASKS, calls)}


def desk() -> list[ast.Module]:
    return [tree for file, tree in trees().items() if file.parent.name == "desk"]


def test_every_act_of_the_desk_asks():
    assert unasked(desk()) == set(_NEED_NOT)


def test_there_are_acts_to_look_at():
    calls, public = calls_in(desk())
    assert len([name for name in public if reaches(name, _RECORDS, calls)]) > 30


def test_an_act_that_asks_nobody_is_noticed():
    planted = ast.parse("def keep(act, at):\n    _keep(act, at)\ndef _keep(act, at):\n    record(act, at=at)\n")
    asking = ast.parse("def keep_well(who, act, at):\n    require(who, 'x', at)\n    record(act, at=at)\n")
    assert unasked([planted, asking]) == {"keep"}
