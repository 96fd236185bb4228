"""Who was competent for millions of events at once: the columnar twin of `Offices.is_competent` and `has_any_post`.

Few distinct (person, unit, role) stand behind many events, and what each may do changes on few days. So each distinct
triple is settled once, as a timeline of days on which the answer changes; an event only looks its day up.
"""

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from functools import cache, partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from baro.rules.prescribed.competence_usual import ASK, Answers, UsualAnswers
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.offices import Offices, Term, roles_in

Codes = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]

_EPOCH = date(1970, 1, 1)
_NEVER, _ALWAYS = -(2**31), 2**31  # outside any day number of 32 bits, so that open terms hold on every day


class Competence(IntEnum):
    """What a person may do on a day."""

    COMPETENT = 0
    WRONG_ROLE = 1  # holds some post that day, but not the role asked for, or not in that line of units
    NO_POST = 2  # holds no post that day
    NOT_CHECKED = 3  # no person named, or one the table does not know


class _Holding(NamedTuple):
    """A post or delegation: unit code, folded titles, first day and the day after the last."""

    unit: str
    titles: frozenset[str]
    first: int
    end: int


# (from this day on, Competence), in order; the first on the first day asked for
_Timeline = tuple[tuple[int, int], ...]
_UNCHECKED: _Timeline = ((_NEVER, Competence.NOT_CHECKED),)


def competence_of_events(
    offices: Offices,
    persons: Sequence[str],
    units: Sequence[str],
    roles: Sequence[str],
    person: Codes,
    unit: Codes,
    role: Codes,
    day: Codes,
) -> npt.NDArray[np.int8]:
    """Per event a `Competence`; codes point into `persons`, `units`, `roles` (-1: none named).

    `day` are day numbers since 1970-01-01, arrays of one shape (n,). No unit named asks for none, no role only for
    some post.
    """
    first, last = (int(day.min()), int(day.max())) if len(day) else (0, 0)
    return CompetenceTable(offices, persons, units, roles, first, last).of_events(
        person, unit, role, lambda events: day[events]
    )


class CompetenceTable:
    """Settles one (person, unit, role) after another, for the days `first` to `last`; each name is folded and each line
    of units walked once, and what was settled is kept for the next run of events."""

    def __init__(
        self,
        offices: Offices,
        persons: Sequence[str],
        units: Sequence[str],
        roles: Sequence[str],
        first: int,
        last: int,
    ) -> None:
        self.units = units
        self.wanted = [*(roles_in(role) for role in roles), frozenset[str]()]  # -1 takes the last: no role named
        held = _holdings(offices)
        self.held = [*(_held_by(offices, held, name) for name in persons), None]  # -1 takes the last: no one
        self.in_line = cache(offices.is_in_line)
        self.timelines = cache(partial(_timeline, first, last))
        self.settled: dict[tuple[int, int, int], _Timeline] = {}
        self.usual = UsualAnswers(len(persons), len(roles))

    def of_events(self, person: Codes, unit: Codes, role: Codes, days_of: Callable[[Ints], Codes]) -> Answers:
        """See `competence_of_events`; `days_of` gives the days of some events (indices): most need none, because what
        their performer holds never changes."""
        answer = self.usual.of_events(person, unit, role)
        rest = np.flatnonzero(answer == ASK)
        if len(rest):
            answer[rest] = self._settle(person[rest], unit[rest], role[rest], lambda some: days_of(rest[some]))
        return answer

    def _settle(self, person: Codes, unit: Codes, role: Codes, days_of: Callable[[Ints], Codes]) -> Answers:
        triple, pairs = _distinct(person, len(self.held) - 1, unit, len(self.units))
        triple, triples = _distinct(triple, len(pairs), role, len(self.wanted) - 1)
        asked = np.column_stack((pairs[triples[:, 0]], triples[:, 1]))
        told = [self._kept(*codes) for codes in asked.tolist()]
        constant = np.array([t[0][1] if len(t) == 1 else ASK for t in told], dtype=np.int8)
        self.usual.learn(asked[:, 0], asked[:, 1], asked[:, 2], constant)
        return _looked_up(told, constant, triple, days_of)

    def _kept(self, person: int, unit: int, role: int) -> _Timeline:
        found = self.settled.get((person, unit, role))
        if found is None:
            found = self.settled[person, unit, role] = self.timeline(person, unit, role)
        return found

    def timeline(self, person: int, unit: int, role: int) -> _Timeline:
        """The answers over all days for one triple of codes."""
        held = self.held[person]
        if held is None:
            return _UNCHECKED
        wanted, name = self.wanted[role], self.units[unit] if unit >= 0 else ""
        fits = tuple((not wanted or not wanted.isdisjoint(h.titles)) and self.in_line(name, h.unit) for h in held)
        return self.timelines(held, fits)


def _holdings(offices: Offices) -> dict[str, list[_Holding]]:
    """All that each person code holds."""
    folded = cache(lambda titles: frozenset(map(fold, titles)))  # few titles stand behind many posts
    held: dict[str, list[_Holding]] = {}
    for post in offices.posts:
        titles = folded((post.title, *post.roles))
        held.setdefault(post.person, []).append(_Holding(post.unit, titles, *_days(post.term)))
    for given in offices.delegations:
        held.setdefault(given.person, []).append(_Holding(given.unit, folded((given.role,)), *_days(given.term)))
    return held


def _held_by(offices: Offices, held: dict[str, list[_Holding]], name: str) -> tuple[_Holding, ...] | None:
    """What a person named by code or name holds; None if the tables do not know the name."""
    codes = offices.person_codes.get(fold(name))
    if codes is None:
        return tuple(held[name]) if name in held else None
    return tuple(holding for code in sorted(codes) for holding in held.get(code, ()))


def _days(term: Term) -> tuple[int, int]:
    counted = term.counted_from
    first = _NEVER if counted is None else (counted - _EPOCH).days
    end = _ALWAYS if term.valid_to is None else (term.valid_to - _EPOCH).days + 1
    return first, end


def _timeline(first: int, last: int, held: tuple[_Holding, ...], fits: tuple[bool, ...]) -> _Timeline:
    """Change days and answers from `first` to `last`: competent where a fitting holding holds, else by whether any
    does."""
    changes = sorted({first, *(d for h in held for d in (h.first, h.end) if first < d <= last)})
    told: list[tuple[int, int]] = []
    for day in changes:
        holds = [fit for h, fit in zip(held, fits, strict=True) if h.first <= day < h.end]
        answer = Competence.COMPETENT if any(holds) else Competence.WRONG_ROLE if holds else Competence.NO_POST
        if not told or told[-1][1] != answer:
            told.append((day, answer))
    return tuple(told)


def _distinct(left: Codes | Ints, lefts: int, right: Codes, rights: int) -> tuple[Ints, Ints]:
    """Pairs of codes (-1 allowed) -> per row the index of its pair, and the distinct pairs (k, 2).

    Only codes that occur are counted in: a table of all pairs is small where few people act in few units.
    """
    left_index, left_codes = _occurring(left, lefts)
    right_index, right_codes = _occurring(right, rights)
    width = max(len(right_codes), 1)
    key = left_index * width + right_index
    size = len(left_codes) * width
    if size <= 4 * len(key) + 65_536:  # a table of all pairs is cheaper than sorting
        index, found = _occurring(key, size)
    else:
        index, found = _usual_first(left_index, right_index, width, key)
    return index, np.stack((left_codes[found // width], right_codes[found % width]), axis=1)


def _usual_first(left: Ints, right: Ints, width: int, key: Ints) -> tuple[Ints, Ints]:
    """Per row the index of its key among those that occur, and these. Most rows of one left code have one right code
    (people act in their own unit): those are numbered without sorting, the few others by sorting."""
    usual = np.empty(int(left.max()) + 1, np.int64)
    usual[left] = right
    other = np.flatnonzero(usual[left] != right)
    found, place = np.unique(key[other], return_inverse=True)
    index = left.copy()
    index[other] = len(usual) + place
    return index, np.concatenate((np.arange(len(usual)) * width + usual, found))


def _occurring(codes: Codes | Ints, size: int) -> tuple[Ints, Ints]:
    """Per row the index of its code (-1 allowed) among those that occur, and these, ascending."""
    seen = np.zeros(size + 1, dtype=np.bool_)
    seen[codes] = True  # -1 marks the last
    found: Ints = np.flatnonzero(seen)
    number = np.empty(size + 1, dtype=np.int64)
    number[found] = np.arange(len(found))
    return number[codes], np.where(found == size, -1, found)


def _looked_up(
    timeline_of: list[_Timeline], constant: Answers, triple: Ints, days_of: Callable[[Ints], Codes]
) -> Answers:
    """Answer the events whose triple never changes by one gather, the others by a search in their timeline."""
    answer: Answers = constant[triple]
    changing = np.flatnonzero(answer == ASK)
    if not len(changing):
        return answer
    distinct = {t: k for k, t in enumerate(dict.fromkeys(t for t in timeline_of if len(t) > 1))}
    number = np.array([distinct.get(t, 0) for t in timeline_of], dtype=np.int64)[triple[changing]]
    starts = np.array([k * 2**33 + d - _NEVER for t, k in distinct.items() for d, _ in t], dtype=np.int64)
    answers = np.array([a for t in distinct for _, a in t], dtype=np.int8)
    at = number * 2**33 + days_of(changing).astype(np.int64) - _NEVER
    answer[changing] = answers[np.searchsorted(starts, at, side="right") - 1]
    return answer
