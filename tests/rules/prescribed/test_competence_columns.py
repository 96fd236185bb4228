"""Competence for many events at once equals the readable rules of the office table."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.rules.prescribed.competence_columns import Competence, CompetenceTable, competence_of_events
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.offices import Delegation, Officer, Offices, OfficeUnit, Post, Term

EPOCH, FIRST = date(1970, 1, 1), date(2024, 1, 1)
CODES = ("a", "b", "c", "ghost")
PERSONS = ("a", "Nguyễn Văn An", "b", "An", "c", "ghost", "stranger", "")
UNITS = ("root", "Phòng Một", "leaf", "other", "nowhere", "")
ROLES = ("Chuyên viên", "Chuyên viên/Phó trưởng phòng", "trưởng phòng hoặc lãnh đạo", "", "Văn thư")
TITLES = ("Chuyên viên", "Phó Trưởng phòng", "Trưởng phòng", "Lãnh đạo", "CHUYEN VIEN")

OFFICERS = (Officer("a", "Nguyễn Văn An"), Officer("b", "An"), Officer("c", "An"))
TREE = (
    OfficeUnit("root", "Sở"),
    OfficeUnit("u1", "Phòng Một", parent="root"),
    OfficeUnit("leaf", "Tổ", parent="u1"),
    OfficeUnit("other", "Khác", parent="root"),
)


def of_one(offices: Offices, person: str | None, unit: str, role: str, on: date) -> Competence:
    """The readable rule."""
    held_by = {p.person for p in offices.posts} | {d.person for d in offices.delegations}
    if person is None or (fold(person) not in offices.person_codes and person not in held_by):
        return Competence.NOT_CHECKED
    if offices.is_competent(person, role, on, unit):
        return Competence.COMPETENT
    return Competence.WRONG_ROLE if offices.has_any_post(person, on) else Competence.NO_POST


def day_number(on: date) -> int:
    return (on - EPOCH).days


def ask(offices: Offices, events: list[tuple[int, int, int, date]], runs: int = 1) -> list[int]:
    """Ask for the events in one table, `runs` of them one after the other."""
    person, unit, role = (np.array([e[i] for e in events], np.int32) for i in range(3))
    days = np.array([day_number(e[3]) for e in events], np.int32)
    table = CompetenceTable(offices, PERSONS, UNITS, ROLES, int(days.min()), int(days.max()))
    found: list[int] = []
    for part in np.array_split(np.arange(len(events)), runs):
        found += table.of_events(person[part], unit[part], role[part], lambda some, own=part: days[own[some]]).tolist()
    return found


DAYS = st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n))
TERMS = st.builds(Term, st.none() | DAYS, st.none() | DAYS)
IN = st.sampled_from(("root", "u1", "leaf", "other", "unlisted"))
POSTS = st.builds(
    Post,
    st.sampled_from(CODES),
    IN,
    st.sampled_from(TITLES),
    term=TERMS,
    roles=st.sampled_from(((), ("Văn thư",), ("Lãnh đạo", "Chuyên viên"))),
)
GIVEN = st.builds(Delegation, st.sampled_from(CODES), IN, st.sampled_from(ROLES[:1] + TITLES), TERMS)
EVENTS = st.lists(
    st.tuples(
        st.integers(-1, len(PERSONS) - 1), st.integers(-1, len(UNITS) - 1), st.integers(-1, len(ROLES) - 1), DAYS
    ),
    min_size=1,
    max_size=40,
)


@settings(deadline=None, max_examples=150)
@given(st.lists(POSTS, max_size=6), st.lists(GIVEN, max_size=3), EVENTS, st.integers(1, 4))
def test_columns_answer_as_the_office_table_does(
    posts: list[Post], given_: list[Delegation], events: list[tuple[int, int, int, date]], runs: int
) -> None:
    offices = Offices(TREE, OFFICERS, tuple(posts), tuple(given_))
    wanted = [
        of_one(offices, PERSONS[p] if p >= 0 else None, UNITS[u] if u >= 0 else "", ROLES[r] if r >= 0 else "", on)
        for p, u, r, on in events
    ]
    assert ask(offices, events, runs) == wanted


def test_a_delegation_makes_competent_from_its_first_day_to_its_last() -> None:
    given_ = Delegation("a", "u1", "Trưởng phòng", Term(date(2024, 1, 10), date(2024, 1, 12)))
    post = Post("a", "u1", "Chuyên viên", term=Term(date(2024, 1, 5), None))
    offices = Offices(TREE, OFFICERS, (post,), (given_,))
    days = [date(2024, 1, d) for d in (4, 5, 9, 10, 12, 13)]
    head = ROLES.index("trưởng phòng hoặc lãnh đạo")
    assert ask(offices, [(0, 1, head, day) for day in days]) == [2, 1, 1, 0, 0, 1]


def test_nobody_and_a_stranger_are_not_checked() -> None:
    offices = Offices(TREE, OFFICERS, (Post("a", "u1", "Chuyên viên"),))
    assert ask(offices, [(-1, 0, 0, FIRST), (PERSONS.index("stranger"), 0, 0, FIRST)]) == [3, 3]


def test_many_distinct_names_give_the_same_answers_as_few() -> None:
    """With far more names than events the distinct triples are found by sorting, not by a table."""
    offices = Offices(TREE, OFFICERS, (Post("a", "u1", "Chuyên viên", term=Term(None, date(2024, 1, 9))),))
    persons, units = (*map(str, range(2000)), "a"), (*map(str, range(2000)), "u1")
    person, unit, role = (np.array(codes, np.int32) for codes in ([2000, 2000, 5], [2000, 2000, 7], [0, 1, 0]))
    days = np.array([day_number(date(2024, 1, 9)), day_number(date(2024, 1, 9)), 0], np.int32)
    found = competence_of_events(offices, persons, units, ("Chuyên viên", "Văn thư"), person, unit, role, days)
    assert found.tolist() == [0, 1, 3]


def test_no_events_have_no_answers() -> None:
    nothing = np.empty(0, np.int32)
    assert competence_of_events(Offices(), (), (), (), nothing, nothing, nothing, nothing).tolist() == []


def test_many_people_in_many_units_are_settled_each_by_themselves():
    """So many that a table of all pairs would be larger than the log: most act in their own unit, some in others."""
    people = [f"p{k}" for k in range(400)]
    units = [f"u{k}" for k in range(400)]
    offices = Offices(
        units=tuple(OfficeUnit(u, u) for u in units),
        people=tuple(Officer(p, p) for p in people),
        posts=tuple(Post(p, u, "Chuyên viên") for p, u in zip(people, units, strict=True)),
    )
    person = np.tile(np.arange(-1, 400, dtype=np.int32), 3)
    unit = np.concatenate([person[:401], person[:401], np.roll(person[:401], 7)])
    events = len(person)
    days = np.full(events, day_number(FIRST), np.int32)
    found = competence_of_events(
        offices, people, units, ["Chuyên viên"], person, unit, np.zeros(events, np.int32), days
    )
    expected = [
        of_one(offices, people[p] if p >= 0 else None, units[u] if u >= 0 else "", "Chuyên viên", FIRST)
        for p, u in zip(person.tolist(), unit.tolist(), strict=True)
    ]
    assert found.tolist() == expected
    assert set(expected) == {Competence.COMPETENT, Competence.WRONG_ROLE, Competence.NOT_CHECKED}
