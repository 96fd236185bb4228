"""What follows a matter that several bodies keep in view: asked, done, passed on, answered; each by a document, on a day.

Obligations of coordination rules, proposals to the upper level and simplifications are followed alike; only the kinds differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused

LONGEST_DOCUMENT = 120


class FollowedKind(StrEnum):
    """Of an obligation: `ASKED`, `DONE`, `DECLINED`. Of a proposal to the upper level: `ROUTED` (passed on), `ANSWERED`,
    `ACCEPTED` (whoever proposed takes it as resolved), `NOT_ACCEPTED`. Of a simplification: `DECIDED`, `DECLINED`. Of all:
    `TAKEN_BACK`, told by mistake."""

    ASKED = "asked"
    DONE = "done"
    DECLINED = "declined"
    ROUTED = "routed"
    ANSWERED = "answered"
    DECIDED = "decided"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    TAKEN_BACK = "taken_back"


OF_OBLIGATIONS = (FollowedKind.ASKED, FollowedKind.DONE, FollowedKind.DECLINED, FollowedKind.TAKEN_BACK)
OF_SIMPLIFICATIONS = (FollowedKind.DECIDED, FollowedKind.DECLINED, FollowedKind.TAKEN_BACK)
OF_UPWARD = (
    FollowedKind.ROUTED, FollowedKind.ANSWERED, FollowedKind.ACCEPTED, FollowedKind.NOT_ACCEPTED,
    FollowedKind.TAKEN_BACK,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The `number`-th thing (from 1) told of a matter: `told_on` as its document has it, `counts_on` as figures use it
    (`rules/judged/late_entry.py`), by the body `teller`. `about`: the number of the asking or the period that is done or
    declined; `body`: to whom it was passed on, who answered; `until`: by when an answer is asked for, or from which day on a decision
    is in force (None: not told);
    `corrects`: the number of what is taken back (0: nothing)."""

    number: int
    kind: FollowedKind
    told_on: date
    counts_on: date
    teller: str
    document: str = ""
    about: str = ""
    body: str = ""
    until: date | None = None
    corrects: int = 0


def standing(told: Iterable[Followed], on: date) -> tuple[Followed, ...]:
    """Give what stands on a day, in the order told: what was not taken back, and counts by then."""
    told = tuple(told)
    back = {one.corrects for one in told if one.kind is FollowedKind.TAKEN_BACK}
    return tuple(
        one
        for one in told
        if one.counts_on <= on and one.number not in back and one.kind is not FollowedKind.TAKEN_BACK
    )


def check_document(number: str) -> None:
    """Refuse something told without a document, or with a text where its number belongs. Raises `Refused("followed.no_document"
    | "followed.long_document")`."""
    if not number.strip():
        raise Refused("followed.no_document")
    if len(number) > LONGEST_DOCUMENT:
        raise Refused("followed.long_document", most=LONGEST_DOCUMENT)


def check_taken_back(told: Iterable[Followed], number: int) -> Followed:
    """Give what is to be taken back; refuse what was never told or is taken back already. Raises
    `Refused("access.not_found" | "followed.taken_back")`."""
    told = tuple(told)
    found = next((one for one in told if one.number == number and one.kind is not FollowedKind.TAKEN_BACK), None)
    if found is None:
        raise Refused("access.not_found")
    if any(one.corrects == number for one in told):
        raise Refused("followed.taken_back")
    return found
