"""Whether two processes allow the same orders of the steps that both have: exactly, by their smallest automata."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.judged.registered.steps import in_a_line
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.processes import ApprovedProcess, Net
from baro.rules.prescribed.refusals import Refused

MOST_STATES = 2_000
"""A process with more is not compared in its orders, and told as not compared."""
Flow = tuple[tuple[str, ...], bytes, bytes]


def is_plain(process: ApprovedProcess) -> bool:
    """Say whether the steps follow one another as they are printed."""
    return in_a_line(process.net) and _in_turn(process.net) == [fold(step.activity) for step in process.steps]


def flow_of(process: ApprovedProcess, kept: Collection[str], renamed: Mapping[str, str]) -> Flow | None:
    """Give the orders that a process allows of the activities kept (folded; `renamed`: how the other process calls them): equal
    values, equal orders. None where it has too many states or no proper end."""
    moves = tuple(replace(t, label=_label(t.label, kept, renamed)) for t in process.net.transitions)
    try:
        found = compile_net(replace(process.net, transitions=moves), process.name, MOST_STATES)
    except Refused:
        return None
    return found.activities, found.next.tobytes(), found.accepting.tobytes()


def _label(label: str | None, kept: Collection[str], renamed: Mapping[str, str]) -> str | None:
    if label is None:
        return None
    words = fold(label)
    words = renamed.get(words, words)
    return words if words in kept else None


def _in_turn(net: Net) -> list[str]:
    """The labels of a line from its start."""
    by_place = {t.consumes[0][0]: t for t in net.transitions}
    here = next((place for place, tokens in enumerate(net.initial) if tokens), -1)
    found: list[str] = []
    for _ in net.transitions:
        move = by_place.get(here)
        if move is None:
            break
        found += [fold(move.label)] if move.label is not None else []
        here = move.produces[0][0] if move.produces else -1
    return found
