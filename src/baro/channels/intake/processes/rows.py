"""A process as a list of rows, each saying what comes next and what it waits for: the step table without its words.

A row is a step, or a bare junction (no label). Expressions are alternatives of rows taken together: "3 và 5 hoặc 4" is
((3, 5), (4,)). The net: a place per link between rows, one that gathers what starts a row, one for the choice after it.
"""

from dataclasses import dataclass, field

from baro.rules.prescribed.processes import Net, Transition

END = -1
Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """`following` are alternatives of row numbers (END: the path ends); `waits` are alternatives of the rows that must
    all have come: a row that leads here stands alone, or in one or more groups; empty: each stands alone."""

    label: str | None
    following: Groups
    waits: Groups = ()


@dataclass
class _Made:
    places: list[str] = field(default_factory=list)
    transitions: list[Transition] = field(default_factory=list)

    def place(self, name: str) -> int:
        self.places.append(name)
        return len(self.places) - 1

    def move(self, name: str, label: str | None, consumes: list[int], produces: list[int]) -> None:
        arcs = (tuple((p, 1) for p in dict.fromkeys(side)) for side in (consumes, produces))
        self.transitions.append(Transition(name, label, *arcs))


def net_of_rows(rows: list[Row], first: int = 0) -> Net:
    """Give the net; it starts at row `first` and is complete when no token is left."""
    made = _Made()
    ready = [made.place(f"{k + 1} in") for k in range(len(rows))]
    link: dict[tuple[int, int], int] = {}  # (from, to) -> the place where the token of that link waits
    for k, row in enumerate(rows):
        for group in row.waits:
            for source in group:
                if len(group) == 1:
                    link[source, k] = ready[k]
                elif (source, k) not in link:
                    link[source, k] = made.place(f"{source + 1} to {k + 1}")
    for k, row in enumerate(rows):
        for group in row.waits:
            if len(group) > 1:
                made.move(f"join {k + 1}", None, [link[source, k] for source in group], [ready[k]])
        ends = [[link.get((k, t), ready[t]) for t in group if t != END] for group in row.following]
        if len(ends) == 1:
            made.move(f"row {k + 1}", row.label, [ready[k]], ends[0])
            continue
        chosen = made.place(f"{k + 1} out")
        made.move(f"row {k + 1}", row.label, [ready[k]], [chosen])
        for n, produces in enumerate(ends, start=1):
            made.move(f"choice {k + 1}.{n}", None, [chosen], produces)
    initial = tuple(int(p == ready[first]) for p in range(len(made.places)))
    return Net(tuple(made.places), tuple(made.transitions), initial, ((0,) * len(made.places),))


def links_into(rows: list[Row]) -> list[list[int]]:
    """Give, for each row, the rows that may lead to it, in order."""
    found: list[list[int]] = [[] for _ in rows]
    for k, row in enumerate(rows):
        for target in dict.fromkeys(t for group in row.following for t in group if t != END):
            found[target].append(k)
    return found
