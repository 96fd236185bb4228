"""With whom proposals to the upper level wait: how many, how many past the day named for the answer, the longest wait."""

from collections.abc import Iterable
from dataclasses import dataclass

from baro.rules.judged.upward import UpwardNow


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCounts:
    """Proposals that wait with one body; `longest` in working days."""

    body: str
    count: int
    late: int
    longest: int


def waiting_by_body(proposals: Iterable[UpwardNow]) -> list[WaitingCounts]:
    """Count the open ones by the body with which they wait, bodies by id."""
    mine: dict[str, list[UpwardNow]] = {}
    for one in proposals:
        if one.is_open:
            mine.setdefault(one.holder, []).append(one)
    return [
        WaitingCounts(
            body=body,
            count=len(those),
            late=sum(one.is_late for one in those),
            longest=max(one.waited for one in those),
        )
        for body, those in sorted(mine.items())
    ]
