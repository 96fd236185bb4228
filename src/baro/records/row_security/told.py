"""A scope as the database is told it: plain lists by kind of matter, which the policies look into.

    {"petition": [{"open": {"units": […], "all_but": false, "holders": […], "ids": […], …}, "sealed": {…},
                   "compartments": […], "person": "…", "heads": […], "serves_under": […]}]}

`open` reaches the rows of no compartment, `sealed` those of the asker's compartments. A transaction looks with the eyes of
`EYES` askers (somebody's list beside figures that everybody is shown); their rows come together, their bars do not. One
more is refused within `session.reading`; elsewhere the oldest gives way.
"""

from collections.abc import Iterable
from typing import Any

from baro.rules.prescribed.policy.scopes import Part, Scope

EYES = 2
_LISTS = ("holders", "ids", "parts", "in_hands")
Told = dict[str, Any]
SYSTEM: Told = {"system": True}
READING: Told = {"reading": True}  # nothing yet, for one asker and open figures


class TooManyEyes(Exception):
    """One transaction asked with more scopes of different askers than the policies look into: a fault of the program."""


def with_scope(told: Told, scope: Scope) -> Told:
    """Tell one more scope, under its own kind of matter. Raises `TooManyEyes`."""
    matter, new = scope.matter, _view(scope)
    views = list(told.get(matter, ()))
    for place, view in enumerate(views):
        if _bars(view) == _bars(new):
            views[place] = _bars(new) | {kind: _together(view[kind], new[kind]) for kind in ("open", "sealed")}
            return told | {matter: views}
    if len(views) == EYES and "reading" in told:
        raise TooManyEyes(f"{matter}: {len(views) + 1} askers in one reading")
    return told | {matter: [*views, new][-EYES:]}


def _view(scope: Scope) -> Told:
    return {
        "open": _reach(scope.parts),
        "sealed": _reach(part for part in scope.parts if part.sealed),
        "compartments": sorted(scope.compartments),
        "person": scope.person,
        "heads": sorted(scope.heads),
        "serves_under": sorted(scope.serves_under),
    }


def _bars(view: Told) -> Told:
    return {name: view[name] for name in ("compartments", "person", "heads", "serves_under")}


def _reach(parts: Iterable[Part]) -> Told:
    reach: Told = {"units": [], "all_but": False, **{name: [] for name in _LISTS}}
    for part in parts:
        one = {"units": part.units, "all_but": part.all_but, **{name: getattr(part, name) for name in _LISTS}}
        reach = _together(reach, one)
    return reach


def _together(one: Told, other: Told) -> Told:
    """The union of two reaches: all but what neither reaches, where one of them reaches all but some bodies."""
    mine, theirs = set(one["units"]), set(other["units"])
    if one["all_but"] and other["all_but"]:
        units = mine & theirs
    elif one["all_but"] or other["all_but"]:
        units = mine - theirs if one["all_but"] else theirs - mine
    else:
        units = mine | theirs
    return {
        "units": sorted(units),
        "all_but": one["all_but"] or other["all_but"],
        **{name: sorted({*one[name], *other[name]}) for name in _LISTS},
    }
