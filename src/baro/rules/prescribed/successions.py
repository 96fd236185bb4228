"""What became of a body: merged, split in part, renamed, dissolved, or a function of it handed to another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SuccessionKind(StrEnum):
    """`MERGE`: all of it went into the successor. `SPLIT_PART`: a part went. `RENAME`: the same body, another name (it is
    its own successor). `DISSOLVE`: it ended, and nobody is named. `TRANSFER_FUNCTION`: some of its functions went."""

    MERGE = "merge"
    SPLIT_PART = "split_part"
    RENAME = "rename"
    DISSOLVE = "dissolve"
    TRANSFER_FUNCTION = "transfer_function"


ENDING = frozenset({SuccessionKind.MERGE, SuccessionKind.DISSOLVE})
"""These end the predecessor on the day before; a part or a function may leave a body that lives on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One predecessor, one successor (ids of bodies; "" for a dissolution), from a day on. `function` says which function
    went, "" for all; `basis` names the instrument, `verified` whether its text was read."""

    predecessor: str
    successor: str
    kind: SuccessionKind
    effective_on: date
    basis: str = ""
    verified: bool = False
    function: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heirs:
    """The bodies in force that inherited, in the order told. `was_divided`: somewhere on the way a part was taken, a
    function handed over, or an heir not named, so that nothing can be given whole to one of them."""

    heirs: tuple[str, ...]
    was_divided: bool


def heirs_of(
    body: str, successions: Sequence[Succession], *, in_force: Callable[[str], bool], function: str = ""
) -> Heirs:
    """Follow the successions from a body that is no more to bodies in force; a loop ends the way.

    With a `function`, where it was handed over by name it goes there and nowhere else. `successions` are those of the
    days asked about.
    """
    heirs: dict[str, None] = {}
    divided, seen, waiting = False, {body}, [body]
    while waiting:
        steps = _onward(waiting.pop(0), successions, function)
        divided = divided or not steps or len(steps) > 1 or steps[0].kind != SuccessionKind.MERGE
        for step in steps:
            if in_force(step.successor):
                heirs[step.successor] = None
            elif step.successor not in seen:
                seen.add(step.successor)
                waiting.append(step.successor)
    return Heirs(heirs=tuple(heirs), was_divided=divided)


def _onward(body: str, successions: Sequence[Succession], function: str) -> list[Succession]:
    """The steps away from a body: by the function asked for, else by all of it, else by whatever functions went."""
    steps = [s for s in successions if s.predecessor == body and s.successor not in ("", body)]
    named = [s for s in steps if function and s.function == function]
    whole = [s for s in steps if s.kind != SuccessionKind.TRANSFER_FUNCTION]
    return named or whole or steps
