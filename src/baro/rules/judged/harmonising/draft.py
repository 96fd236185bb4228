"""The common version as a process that can be written down: its steps, and the orders it allows."""

from collections.abc import Sequence
from dataclasses import replace

from baro.rules.judged.harmonising.differences import compare
from baro.rules.judged.harmonising.flows import is_plain
from baro.rules.judged.harmonising.harmonised import Harmonised
from baro.rules.judged.harmonising.variants import variants_of
from baro.rules.prescribed.processes import Approval, ApprovedProcess, Net, Transition


def loses_branches(one: Harmonised) -> bool:
    """Say whether the middle variant has branches that the common version cannot keep, since its steps are others."""
    return not one.common.keeps_order and not is_plain(one.variants[one.middle].process)


def draft_of(one: Harmonised, *, in_a_row: bool = False) -> ApprovedProcess:
    """Give the common version as a process that nobody approved. Its orders are those of the middle variant where its steps are;
    else, or `in_a_row`, its steps follow one another as they stand."""
    middle, steps = one.variants[one.middle].process, one.common.table
    keeps = one.common.keeps_order and not in_a_row
    called = {old.activity: new.activity for old, new in zip(middle.steps, steps, strict=False)} if keeps else {}
    return replace(
        middle,
        code="", name=one.work.name, version="1", steps=steps, valid_from=None, valid_to=None, approval=Approval(), source="",
        net=_renamed(middle.net, called) if keeps else _row([step.activity for step in steps]), total_limit=one.common.total,
    )  # fmt: skip


def is_common(one: Harmonised, v: int) -> bool:
    """Say whether a variant is the common version already, word for word without diacritics."""
    drafted = variants_of([replace(one.variants[v].holders[0], process=draft_of(one))])[0]
    return not compare(drafted, one.variants[v]).differences


def _renamed(net: Net, called: dict[str, str]) -> Net:
    moves = (replace(t, label=None if t.label is None else called.get(t.label, t.label)) for t in net.transitions)
    return replace(net, transitions=tuple(moves))


def _row(activities: Sequence[str]) -> Net:
    """A net in which one activity follows the other."""
    count = len(activities)
    moves = tuple(
        Transition(f"row {k + 1}", name, ((k, 1),), ((k + 1, 1),) if k + 1 < count else ())
        for k, name in enumerate(activities)
    )
    places = tuple(f"{k + 1} in" for k in range(count))
    return Net(places, moves, tuple(int(k == 0) for k in range(count)), ((0,) * count,))
