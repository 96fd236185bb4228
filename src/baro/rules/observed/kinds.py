"""What an event means for the clock of a dossier (vòng đời hồ sơ, NĐ 61/2018 arts. 17-20)."""

from enum import IntEnum


class Kind(IntEnum):
    """The kinds of dossier event that rules can tell apart; everything else is WORKED."""

    WORKED = 0
    SUBMITTED = 1
    RECEIVED = 2
    TRANSFERRED = 3
    ASSIGNED = 4
    SUPPLEMENT_REQUESTED = 5
    SUPPLEMENT_RECEIVED = 6
    CONSULTED = 7
    ANSWERED = 8
    PAYMENT_REQUESTED = 9
    PAID = 10
    PAUSED = 11
    RESUMED = 12
    EXTENDED = 13
    APOLOGISED = 14
    REFUSED = 15
    WITHDRAWN = 16
    STOPPED = 17
    APPROVED = 18
    RELEASED = 19
    RETURNED = 20
    REOPENED = 21
    DIGITISED = 22


# A dossier is closed for the agency's clock by the first of these (unless reopened); return to the applicant is not one
# of them: the comparison moment is the day the result exists (domain 2.6).
CLOSING = frozenset({Kind.RELEASED, Kind.REFUSED, Kind.WITHDRAWN, Kind.STOPPED})
# From these until the matching answer the applicant (or another agency) holds the dossier.
WAITS_FOR_APPLICANT = {
    Kind.SUPPLEMENT_REQUESTED: Kind.SUPPLEMENT_RECEIVED,
    Kind.PAYMENT_REQUESTED: Kind.PAID,
}
WAITS_FOR_AGENCY = {Kind.CONSULTED: Kind.ANSWERED}
