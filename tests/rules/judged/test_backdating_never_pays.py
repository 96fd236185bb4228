"""For any history, moving any told day, earlier or later, of any entry, makes nothing look better, unless two persons vouch
for the entry: no matter less late, no act with more competence behind it, no process sooner in force.

`BARO_EXAMPLES` says how many histories; a release is tried with 200,000. A history is made from its number.
"""

import os
from dataclasses import astuple, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from baro.rules.judged.late_entry import counts_on, counts_since
from baro.rules.judged.petition_lateness import lateness
from baro.rules.observed.entries import Entry
from baro.rules.observed.petitions import PetitionClock, PetitionKind
from baro.rules.prescribed.bodies import Bodies, Body, BodyKind, BodyTerm, Level
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.competence import Service
from baro.rules.prescribed.offices import Post, Term

EXAMPLES = int(os.environ.get("BARO_EXAMPLES", "400"))
START, AS_OF = date(2024, 1, 2), date(2024, 12, 31)
CALENDAR = calendar_named("vn")
KINDS = ("received", "received", "concluded", "concluded", "appointed", "corrected", "worked", "worked", "approved")
PEOPLE = ("an", "binh")
BODIES = Bodies(
    bodies=(Body(id="u1", kind=BodyKind.COMMITTEE),),
    terms=(BodyTerm(body="u1", name="U", level=Level.COMMUNE, code="", parent=""),),
)


@dataclass(frozen=True)
class Step:
    """An entry: what it tells, when it is recorded (days after the start), how many days earlier it says it happened;
    `about`: which matter or person; `second`: who vouches."""

    kind: str
    recorded: int
    earlier: int
    about: int
    second: str = ""

    @property
    def told(self) -> date:
        return START + timedelta(days=self.recorded - self.earlier)

    @property
    def entry(self) -> Entry:
        at = datetime(2024, 1, 2, 3, tzinfo=UTC) + timedelta(days=self.recorded)
        return Entry(
            id="e", type=self.kind, stream="s", version=1, actor="an", occurred_at=at, recorded_at=at, data={},
            personal={}, second=self.second,
        )  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """What looks bad, the more the worse: matters late, days late, acts without competence, processes not in force."""

    late: int
    days: int
    incompetent: int
    missing: int

    def is_no_better_than(self, other: "Figures") -> bool:
        return all(mine >= theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True))


def history_of(number: int) -> list[Step]:
    chance = Random(number)
    steps = [
        Step(
            chance.choice(KINDS), chance.randrange(300), chance.choice((0, 1, chance.randrange(120))),
            chance.randrange(3), chance.choice(("", "", "an", "chi")),
        )
        for _ in range(chance.randrange(1, 9))
    ]  # fmt: skip
    return sorted(steps, key=lambda step: step.recorded)


def figures(history: list[Step], *, credulous: bool = False) -> Figures:
    """Reckon as the records do: what each entry tells, by the day that counts. `credulous`: a planted judge who believes
    every told day."""

    def day(step: Step) -> date:
        return step.told if credulous else counts_on(step.told, step.entry)

    received = {f"{n}": [day(s), None] for n, s in enumerate(history) if s.kind == "received"}
    open_ = list(received)
    for step in history:
        if step.kind == "concluded" and open_ and received[open_[0]][0] <= day(step):
            received[open_.pop(0)][1] = day(step)
    clocks = [PetitionClock(PetitionKind.COMPLAINT, first, last) for first, last in received.values()]
    found = lateness(clocks, AS_OF, CALENDAR)
    service = Service(bodies=BODIES, posts=tuple(posts_of(history, credulous=credulous)))
    worked = [s for s in history if s.kind == "worked"]
    competent = [
        any(c.person == PEOPLE[s.about % 2] for c in service.competent("u1", "Chủ tịch", s.told)) for s in worked
    ]
    missing = sum(day(s) > START + timedelta(days=150) for s in history if s.kind == "approved")
    return Figures(found.late, found.days, competent.count(False), missing)


def posts_of(history: list[Step], *, credulous: bool):
    held: dict[int, tuple[date | None, date | None]] = {}
    for step in history:
        if step.kind == "appointed" or (step.kind == "corrected" and step.about in held):
            before = held.get(step.about) if step.kind == "corrected" else None
            held[step.about] = (step.told, None if credulous else counts_since(step.told, step.entry, before))
    for about, (first, counts_from) in held.items():
        yield Post(PEOPLE[about % 2], "u1", "Chủ tịch", False, Term(first, None, counts_from))


def moved(history: list[Step], number: int) -> tuple[list[Step], Step]:
    """The same history, one entry of which tells another day; an act whose competence is asked keeps its own."""
    chance = Random(-1 - number)
    which = chance.randrange(len(history))
    step = history[which]
    other = step if step.kind == "worked" else replace(step, earlier=chance.randrange(200))
    return [*history[:which], other, *history[which + 1 :]], step


def counterexamples(examples: int, *, credulous: bool) -> list[int]:
    found = []
    for number in range(examples):
        history = history_of(number)
        other, step = moved(history, number)
        # A correction may admit that something began later; what it must not do is to better what stood before it.
        told = [s for s in history if s is not step] if step.kind == "corrected" else history
        pays = not figures(other, credulous=credulous).is_no_better_than(figures(told, credulous=credulous))
        if pays and step.second in ("", "an"):
            found.append(number)
    return found


def test_moving_a_told_day_makes_nothing_look_better():
    assert counterexamples(EXAMPLES, credulous=False) == []


def test_a_judge_who_believes_what_is_told_is_caught():
    assert len(counterexamples(400, credulous=True)) > 10


@pytest.mark.parametrize("kind", ["received", "concluded", "appointed", "approved"])
def test_vouched_for_by_two_a_told_day_counts(kind):
    step = Step(kind, 100, 50, 0, "chi")
    assert counts_on(step.told, step.entry) == step.told
    assert counts_since(step.told, step.entry) is None
