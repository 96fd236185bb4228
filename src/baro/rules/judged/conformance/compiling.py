"""Compile a process once to the smallest deterministic automaton over its activities.

Steps: subset construction over the token game, removal of what cannot lead to a proper end, minimisation by partition
refinement (Moore 1956), numbering in breadth-first order: equal processes give equal automata.
"""

import numpy as np
import numpy.typing as npt

from baro.rules.judged.conformance.automaton import DEAD, Automaton
from baro.rules.judged.conformance.token_game import MOST_MARKINGS, TokenGame
from baro.rules.observed.log import Codes
from baro.rules.prescribed.processes import Net
from baro.rules.prescribed.refusals import Refused

MOST_STATES = 20_000
Mask = npt.NDArray[np.bool_]


def compile_net(
    net: Net, name: str = "", most_states: int = MOST_STATES, most_markings: int = MOST_MARKINGS
) -> Automaton:
    """Compile a net; `name` is what a refusal calls it. Raises `Refused("process.too_many_states")` beyond a bound, `Refused("process.no_proper_end")` where no
    run reaches a final marking."""
    activities = tuple(sorted({t.label for t in net.transitions if t.label is not None}))
    step, accepting = _determinise(TokenGame(net, most_markings), activities, most_states)
    to_end = _steps_to_end(step, accepting)
    if to_end[0] == DEAD:
        raise Refused("process.no_proper_end", process=name)
    step = np.where((step != DEAD) & (to_end[step] != DEAD), step, DEAD)
    step, accepting = _breadth_first(*_minimise(step, accepting))
    return Automaton(activities, step, accepting, _steps_to_end(step, accepting))


def _determinise(game: TokenGame, activities: tuple[str, ...], most: int) -> tuple[Codes, Mask]:
    column = {label: k for k, label in enumerate(activities)}
    number, masks, rows = {game.start: 0}, [game.start], []
    for mask in masks:  # grows as it is walked
        row = [DEAD] * len(activities)
        for label, reached in game.after(mask).items():
            if reached not in number:
                if len(masks) >= most:
                    raise Refused("process.too_many_states", bound=most)
                number[reached] = len(masks)
                masks.append(reached)
            row[column[label]] = number[reached]
        rows.append(row)
    step = np.array(rows, np.int32).reshape(len(masks), len(activities))
    return step, np.array([game.is_final(mask) for mask in masks], np.bool_)


def _steps_to_end(step: Codes, accepting: Mask) -> Codes:
    """Fewest steps from each state to an accepting one, `DEAD` where there is no way (backward breadth first)."""
    to_end = np.where(accepting, 0, DEAD).astype(np.int32)
    depth = 0
    while True:
        leads = ((step != DEAD) & (to_end[step] == depth)).any(axis=1) & (to_end == DEAD)
        if not leads.any():
            return to_end
        depth += 1
        to_end[leads] = depth


def _minimise(step: Codes, accepting: Mask) -> tuple[Codes, Mask]:
    """Merge the states from which the same runs lead to the end."""
    group = accepting.astype(np.int64)
    count = len(np.unique(group))
    while True:
        seen = np.where(step == DEAD, DEAD, group[step])
        _, first, group = np.unique(np.column_stack([group, seen]), axis=0, return_index=True, return_inverse=True)
        group = group.reshape(-1)
        if len(first) == count:
            break
        count = len(first)
    merged = np.where(step[first] == DEAD, DEAD, group[step[first]]).astype(np.int32)
    order = np.concatenate([[group[0]], np.delete(np.arange(count), group[0])])
    place = np.empty(count, np.int32)
    place[order] = np.arange(count, dtype=np.int32)
    merged = merged[order]
    return np.where(merged == DEAD, DEAD, place[merged]).astype(np.int32), accepting[first][order]


def _breadth_first(step: Codes, accepting: Mask) -> tuple[Codes, Mask]:
    """Number the states in the order in which they are reached; unreachable ones are left out."""
    place, order = {0: 0}, [0]
    for state in order:  # grows as it is walked
        for reached in step[state][step[state] != DEAD].tolist():
            if reached not in place:
                place[reached] = len(order)
                order.append(reached)
    to = np.full(len(step), DEAD, np.int32)
    to[order] = np.arange(len(order), dtype=np.int32)
    kept = step[order]
    return np.where(kept == DEAD, DEAD, to[kept]).astype(np.int32), accepting[order]
