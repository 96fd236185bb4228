"""What each person may do in the unit they usually act in, by role, as far as it is the same on every day.

People act in their own unit, and what they hold seldom changes: one gather answers most events of a log, and what was
settled for one run of events answers the next. Runs may be judged side by side.
"""

from threading import Lock

import numpy as np
import numpy.typing as npt

Answers = npt.NDArray[np.int8]
Codes = npt.NDArray[np.int32]
SomeCodes = npt.NDArray[np.int32] | npt.NDArray[np.int64]

ASK = -1  # in place of an answer: not settled yet, or not the same on every day
_UNKNOWN = -2  # no unit (-1 is an answer: events that name none)


class UsualAnswers:
    """Answers by person and role, for one unit of each person. Codes -1 (none named) have places of their own."""

    def __init__(self, persons: int, roles: int) -> None:
        self._width = np.int32(roles + 1)
        self._unit: Codes = np.full(persons + 1, _UNKNOWN, np.int32)
        self._answer: Answers = np.full((persons + 1) * (roles + 1), ASK, np.int8)
        self._learning = Lock()

    def of_events(self, person: Codes, unit: Codes, role: Codes) -> Answers:
        """Per event an answer, or `ASK`."""
        answer: Answers = self._answer[self._places(person, role)]
        answer[self._unit[person] != unit] = ASK
        return answer

    def learn(self, person: SomeCodes, unit: SomeCodes, role: SomeCodes, answer: Answers) -> None:
        """Keep the answers of distinct triples (`ASK`: there is none). A person's unit, once known, stays: who reads
        meanwhile never sees another unit's answer."""
        with self._learning:
            new = np.flatnonzero(self._unit[person] == _UNKNOWN)
            self._unit[person[new]] = unit[new]
            own = self._unit[person] == unit
            self._answer[self._places(person[own], role[own])] = answer[own]

    def _places(self, person: SomeCodes, role: SomeCodes) -> SomeCodes:
        # Role -1 falls on the last place of the person before, person -1 on the last person's places: a shift by one of
        # places that wraps around, so no two pairs share one.
        places: SomeCodes = person * self._width + role
        return places
