"""What the approved process expects next of a dossier, after what was told of it so far.

A step that the process does not foresee where it was told is passed over, and steps that it skipped are taken as skipped: the
expectation goes on from the nearest place, so that whoever departed is led on from where they are.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from baro.rules.judged.conformance.align import CompiledRuns
from baro.rules.judged.conformance.automaton import Automaton


@dataclass(frozen=True, slots=True)
class Expected:
    """The activities that may come next, sorted; `may_end`: the process may end here."""

    activities: tuple[str, ...]
    may_end: bool


def expected_next(automaton: Automaton, told: Sequence[str]) -> Expected:
    """Give what comes next after the activities told, in their order."""
    runs = CompiledRuns(automaton)
    state = runs.start
    for activity in told:
        state = _after(runs, state, activity)
    return Expected(tuple(sorted(runs.after(state))), runs.is_final(state))


def _after(runs: CompiledRuns, state: int, activity: str) -> int:
    """The state after an activity, taken where it is next foreseen; the same state if it is foreseen nowhere ahead."""
    seen, ahead = {state}, deque([state])
    while ahead:
        here = ahead.popleft()
        following = runs.after(here)
        if activity in following:
            return following[activity]
        for _, reached in sorted(following.items()):
            if reached not in seen:
                seen.add(reached)
                ahead.append(reached)
    return state
