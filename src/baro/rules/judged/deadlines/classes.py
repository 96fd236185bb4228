"""The classes of a dossier in time at an as-of moment (biểu II.06a; domain 2.6), and why a date cannot be computed."""

from enum import IntEnum


class TimeClass(IntEnum):
    """How a dossier stands in time."""

    NOT_COUNTED = 0  # never received, or received after the as-of moment
    EARLY = 1
    ON_TIME = 2
    LATE = 3
    PENDING_ON_TIME = 4
    PENDING_LATE = 5
    NOT_COMPUTABLE = 6  # no due date can be computed; `WhyNot` says why


IN_TIME = (TimeClass.EARLY, TimeClass.ON_TIME)
"""The classes of a dossier that ended in time."""


class DueSource(IntEnum):
    """Where the limit came from, in order of precedence."""

    NONE = 0
    LIMIT_COLUMN = 1
    PROCESS = 2
    PROCEDURE = 3
    RECORDED = 4  # the due date recorded by the source itself


class WhyNot(IntEnum):
    """Why no due date can be computed."""

    COMPUTED = 0
    NO_LIMIT = 1  # neither process, procedure, column nor recorded date gives one
    NOT_RECEIVED = 2
    OUTSIDE_CALENDAR = 3  # the due date falls beyond the calendar's days
    NO_PROCESS = 4  # no version in force on the key date


class HolderKind(IntEnum):
    """Who holds a dossier during an interval."""

    OFFICE = 0  # a person or unit of the agency
    OTHER_AGENCY = 1
    APPLICANT = 2
