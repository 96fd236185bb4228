"""Fold junctions into the steps around them, as far as "3 và 5 hoặc 4" can say the same without a row of its own."""

from dataclasses import replace

from baro.channels.intake.processes.rows import Groups, Row


def fold_junctions(rows: tuple[Row, ...]) -> dict[int, Row]:
    """Give the rows that remain, by their number; row 0 is the start, and every link keeps its meaning."""
    left = dict(enumerate(rows))
    while sum(_fold(left, k) for k in list(left)):
        pass
    return left


def fold_start(left: dict[int, Row], first: int) -> dict[int, Row]:
    """Let the process begin at row `first` itself, if the start leads to nothing else; otherwise change nothing."""
    if left[0].following != ((first,),) or (0,) not in left[first].waits:
        return left
    waits = tuple(group for group in left[first].waits if group != (0,))
    return {first: replace(left[first], waits=waits), **{k: row for k, row in left.items() if k not in (0, first)}}


def _fold(left: dict[int, Row], k: int) -> bool:
    """Fold row k away if it is a junction whose meaning its neighbours can take over."""
    row = left[k]
    sources = list(dict.fromkeys(s for group in row.waits for s in group))
    targets = list(dict.fromkeys(t for group in row.following for t in group if t in left))
    if k == 0 or row.label is not None or k in targets or not sources:
        return False
    if any(set(targets) & _targets(left[s]) for s in sources):
        return False
    if all(len(group) == 1 for group in row.waits):
        return _fold_split(left, k, sources, targets)
    return _fold_join(left, k, sources, targets)


def _fold_split(left: dict[int, Row], k: int, sources: list[int], targets: list[int]) -> bool:
    """A row that waits for one at a time: its sources take over what follows it."""
    following = left[k].following
    plain = len(following) == 1
    if not plain and any(k in group and group != (k,) for s in sources for group in left[s].following):
        return False
    if len(sources) > 1 and any(k in group and group != (k,) for t in targets for group in left[t].waits):
        return False
    for s in sources:
        left[s] = replace(left[s], following=_put(left[s].following, k, following))
    for t in targets:
        left[t] = replace(left[t], waits=_put(left[t].waits, k, tuple((s,) for s in sources)))
    del left[k]
    return True


def _fold_join(left: dict[int, Row], k: int, sources: list[int], targets: list[int]) -> bool:
    """A row that waits for several together and leads to one other row: that one waits for them."""
    if left[k].following != tuple((t,) for t in targets) or len(targets) != 1:
        return False
    (target,) = targets
    if (k,) not in left[target].waits:
        return False
    for s in sources:
        left[s] = replace(left[s], following=_put(left[s].following, k, ((target,),)))
    left[target] = replace(left[target], waits=_put(left[target].waits, k, left[k].waits))
    del left[k]
    return True


def _put(groups: Groups, k: int, instead: Groups) -> Groups:
    """Replace k by alternatives, in every group that names it."""
    made = [
        tuple(x for x in group if x != k) + put if k in group else group
        for group in groups
        for put in (instead if k in group else ((),))
    ]
    return tuple(dict.fromkeys(made))


def _targets(row: Row) -> set[int]:
    return {t for group in row.following for t in group}
