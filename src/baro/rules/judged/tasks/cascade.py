"""The cascade of directives: from the one at the top down through what implements it, and back up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.observed.directives import Directive


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A directive in a cascade, so many steps below its top."""

    directive: Directive
    depth: int


def top_of(directive: Directive, known: Mapping[str, Directive]) -> Directive:
    """The directive at the top of the cascade in which one stands."""
    seen = {directive.id}
    while (above := known.get(directive.implements)) is not None and above.id not in seen:
        seen.add(above.id)
        directive = above
    return directive


def cascade(top: Directive, known: Mapping[str, Directive]) -> tuple[Rung, ...]:
    """A directive and all that implement it, each before those below it, by day of signing."""
    below: dict[str, list[Directive]] = {}
    for one in sorted(known.values(), key=lambda one: (one.signed_on, one.number, one.id)):
        below.setdefault(one.implements, []).append(one)
    found, waiting, seen = [], [Rung(directive=top, depth=0)], {top.id}
    while waiting:
        rung = waiting.pop()
        found.append(rung)
        next_down = [one for one in below.get(rung.directive.id, ()) if one.id not in seen]
        seen |= {one.id for one in next_down}
        waiting += [Rung(directive=one, depth=rung.depth + 1) for one in reversed(next_down)]
    return tuple(found)


def given_by(told: Directive, tasks: Iterable[TaskNow]) -> tuple[int, int, int]:
    """Of the tasks that a directive gave, among these: how many, open, late."""
    mine = [now for now in tasks if now.task.directive == told.id]
    return len(mine), sum(now.is_open for now in mine), sum(now.is_open and now.is_late for now in mine)
