"""Where the parallel branches of a step table meet, when the table does not say what a step waits for.

A step table says "2 và 3" where work splits, and leaves to the reader that the step where the branches meet waits for
all of them. That is exact where branches are apart until they meet: one row that all lead to, nothing entering from
outside, nothing ending inside. Everything else is left to the caller to refuse.
"""

from dataclasses import dataclass, replace

from baro.channels.intake.processes.rows import END, Row, links_into


class Unclear(Exception):
    """The branches that row `row` (a position) starts do not meet in one place."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


@dataclass(frozen=True, slots=True)
class _Split:
    row: int
    meeting: int  # a row, or END
    branches: tuple[frozenset[int], ...]  # the rows of each branch before the meeting
    targets: tuple[int, ...]


def infer_waits(rows: list[Row], stated: frozenset[int]) -> list[Row]:
    """Fill in what each row waits for; rows in `stated` have said so themselves. Raises `Unclear`."""
    waits = {k: [frozenset({source}) for source in links] for k, links in enumerate(links_into(rows))}
    splits = [
        _split(rows, k, group, stated)
        for k, row in enumerate(rows)
        for group in row.following
        if len(set(group) - {END}) > 1
    ]
    found = [split for split in splits if split is not None and split.meeting != END]
    for split in sorted(found, key=lambda s: sum(map(len, s.branches))):  # the inner ones first
        waits[split.meeting] = _joined(waits[split.meeting], split)
    return [
        row if k in stated else replace(row, waits=tuple(tuple(sorted(group)) for group in waits[k]))
        for k, row in enumerate(rows)
    ]


def _joined(groups: list[frozenset[int]], split: _Split) -> list[frozenset[int]]:
    """Put together the groups by which the branches arrive: one of each branch."""
    arriving: list[list[frozenset[int]]] = []
    for branch, target in zip(split.branches, split.targets, strict=True):
        own = {split.row} if target == split.meeting else branch
        arriving.append([group for group in groups if group <= own])
    if not all(arriving):
        raise Unclear(split.row)  # two splits claim the same arrival
    others = [group for group in groups if not any(group in branch for branch in arriving)]
    joined = [frozenset[int]()]
    for branch_groups in arriving:
        joined = [a | b for a in joined for b in branch_groups]
    return [*others, *joined]


def _split(rows: list[Row], row: int, group: tuple[int, ...], stated: frozenset[int]) -> _Split | None:
    """Find where the branches meet; None where a row on the way has said itself what it waits for."""
    targets = tuple(dict.fromkeys(t for t in group if t != END))
    reach = [_reach(rows, t, END) for t in targets]
    candidates = [*sorted(frozenset.intersection(*reach)), END]
    for meeting in candidates:
        branches = tuple(_reach(rows, t, meeting) for t in targets)
        if _is_apart(rows, row, meeting, branches, targets):
            return None if meeting in stated else _Split(row, meeting, branches, targets)
    if any(branch & stated for branch in reach):
        return None
    raise Unclear(row)


def _reach(rows: list[Row], start: int, stop: int) -> frozenset[int]:
    found: set[int] = set()
    queue = [start]
    while queue:
        k = queue.pop()
        if k not in (stop, END) and k not in found:
            found.add(k)
            queue.extend(t for group in rows[k].following for t in group)
    return frozenset(found)


def _is_apart(
    rows: list[Row], row: int, meeting: int, branches: tuple[frozenset[int], ...], targets: tuple[int, ...]
) -> bool:
    """Branches share no row, do not lead back to the split, and are entered and left only where they should."""
    inside = frozenset[int]().union(*branches)
    if len(inside) != sum(map(len, branches)) or row in inside:
        return False
    links = links_into(rows)
    for branch, target in zip(branches, targets, strict=True):
        entered = {(source, k) for k in branch for source in links[k] if source not in branch}
        ends = any(t == END for k in branch for group in rows[k].following for t in group)
        if entered - {(row, target)} or (ends and meeting != END):
            return False
    direct = sum(meeting in group for group in rows[row].following) if meeting in targets else 0
    return direct < 2  # the same link would stand for a branch and for a way around
