"""What stands in for a post: acting heads and leave cover, and the delegations that follow from them.

Who signs for whom: NĐ 30/2020 art. 13. An acting head ("quyền", "phụ trách") and a person who covers an absence may do
what the post may do, so both become delegations, and one rule (`Offices.is_competent`) judges all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from baro.rules.prescribed.offices import Delegation, Post, Term

HEAD_ROLE = "Người đứng đầu"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActingHead:
    """A person put in charge of a unit that has no head, or whose head may not act, over a term."""

    person: str
    unit: str
    title: str
    term: Term = field(default_factory=Term)
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveCover:
    """An absence over a term and who stands in meanwhile, in one unit; the absent head stays answerable."""

    absent: str
    cover: str
    unit: str
    term: Term = field(default_factory=Term)
    decision: str = ""


def overlap(one: Term, other: Term) -> Term | None:
    """Give the days that two terms share; None if there are none."""
    firsts = [day for day in (one.valid_from, other.valid_from) if day]
    lasts = [day for day in (one.valid_to, other.valid_to) if day]
    first, last = max(firsts, default=None), min(lasts, default=None)
    counts = max((day for day in (one.counts_from, other.counts_from) if day), default=None)
    return None if first and last and first > last else Term(first, last, counts)


def of_acting(acting: Iterable[ActingHead]) -> Iterator[Delegation]:
    """Give what acting heads may do: what their title may, and what a head may."""
    for given in acting:
        for role in dict.fromkeys((given.title, HEAD_ROLE)):
            yield Delegation(given.person, given.unit, role, given.term, given.decision)


def of_cover(covers: Iterable[LeaveCover], posts: Iterable[Post]) -> Iterator[Delegation]:
    """Give what those who cover an absence may do: what each post of the absent may, on the days that both hold."""
    held = tuple(posts)
    for given in covers:
        for post in held:
            shared = overlap(given.term, post.term)
            if post.person == given.absent and post.unit == given.unit and shared:
                for role in (post.title, *post.roles):
                    yield Delegation(given.cover, given.unit, role, shared, given.decision)
