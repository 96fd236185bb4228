"""How often what coordination rules oblige to was kept, late, missing: counted by rule, by partner, by period of the due date."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from baro.rules.judged.owed import Owed, OwedState

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedCounts:
    """How many times something was owed, and of these done in time, late, missing, declined in time, not due yet."""

    total: int = 0
    in_time: int = 0
    late: int = 0
    missing: int = 0
    declined: int = 0
    waiting: int = 0

    @property
    def breaches(self) -> int:
        """Late or missing."""
        return self.late + self.missing


def count_owed(times: Iterable[Owed]) -> OwedCounts:
    """Count by state."""
    states = [one.state for one in times]
    return OwedCounts(total=len(states), **{state.value: states.count(state) for state in OwedState})


def counted_by(times: Iterable[tuple[Key, Owed]]) -> dict[Key, OwedCounts]:
    """Count for each key (a rule, a partner, a period), in the order in which they first come."""
    mine: dict[Key, list[Owed]] = {}
    for key, one in times:
        mine.setdefault(key, []).append(one)
    return {key: count_owed(those) for key, those in mine.items()}
