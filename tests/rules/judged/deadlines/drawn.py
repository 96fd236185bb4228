"""Random small logs, settings and processes that meet each other: all kinds, days off, midnights, any as-of moment."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from baro.rules.judged.deadlines.setting import Setting
from baro.rules.observed.kinds import CLOSING, Kind
from baro.rules.prescribed.calendars import Calendar, DayRow, Hours
from baro.rules.prescribed.durations import Duration, Unit
from rules.judged.deadlines.logs import HANOI, VN, Dossier, Happened, by_minute, log_of, process, setting
from rules.judged.deadlines.twins import Judged

WEEK = Hours()
SATURDAY_MORNING = Hours(((480, 690),), frozenset({5}))
OPEN_SATURDAYS = Calendar("Một cửa", VN.rows, (WEEK, SATURDAY_MORNING), VN.announced)
ALL_DAY = Calendar("cả ngày", VN.rows, (Hours(((0, 1440),), frozenset(range(6))),), VN.announced)
STRIKE = Calendar(
    "nghỉ dài",
    {
        date(2024, 4, 20) + timedelta(n): DayRow(date(2024, 4, 20) + timedelta(n), False, "nghỉ", "TB 1", True)
        for n in range(12)
    },
    (Hours(((450, 700), (800, 1000))),),
)
CALENDARS = st.sampled_from([VN, OPEN_SATURDAYS, ALL_DAY, STRIKE])
# Around Tết and 29 February 2024, and around the swap of 29/4 for Saturday 4/5/2024.
DAYS = st.one_of(
    st.integers(0, 30).map(lambda n: date(2024, 2, 5) + timedelta(n)),
    st.integers(0, 40).map(lambda n: date(2024, 4, 15) + timedelta(n)),
)
CLOCKS = st.one_of(
    st.sampled_from([0, 1, 419, 420, 479, 480, 481, 719, 720, 810, 899, 900, 901, 1049, 1050, 1051, 1439]),
    st.integers(0, 1439),
    st.integers(480, 1050),
)
SECONDS = st.sampled_from([0.0, 0.0, 0.0, 30.0, 0.001, 59.999])
UNITS_SEEN = st.sampled_from(["", "Một cửa", "Phòng Tài nguyên", "Chi cục Thuế"])
EXTERNAL = frozenset({"Chi cục Thuế"})
INTERRUPTING = (
    Kind.SUPPLEMENT_REQUESTED,
    Kind.SUPPLEMENT_RECEIVED,
    Kind.PAYMENT_REQUESTED,
    Kind.PAID,
    Kind.PAUSED,
    Kind.RESUMED,
    Kind.CONSULTED,
    Kind.ANSWERED,
)
KINDS = st.one_of(
    st.sampled_from(INTERRUPTING),
    st.sampled_from((Kind.RECEIVED, Kind.RELEASED, Kind.WORKED)),
    st.sampled_from(tuple(Kind)),
)
DICTIONARIES = st.sampled_from(
    [
        tuple(Kind),
        tuple(Kind),
        tuple(Kind),
        tuple(k for k in Kind if k is not Kind.RECEIVED),
        tuple(k for k in Kind if k not in CLOSING),
        (Kind.WORKED,),
    ]
)


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """A local moment; midnights and edges of working hours are frequent."""
    midnight = datetime.combine(draw(DAYS), datetime.min.time(), HANOI)
    return midnight + timedelta(minutes=draw(CLOCKS), seconds=draw(SECONDS))


LIMITS = st.one_of(
    st.builds(Duration, st.integers(0, 12), st.sampled_from([Unit.WORKING_DAY, Unit.CALENDAR_DAY])),
    st.builds(Duration, st.integers(0, 40), st.sampled_from([Unit.WORKING_HOUR, Unit.HOUR])),
    st.builds(Duration, st.integers(0, 2), st.just(Unit.MONTH)),
    st.builds(Duration, st.integers(0, 700), st.just(Unit.WORKING_MINUTE)),
    st.sampled_from([Duration(3, Unit.WORKING_DAY), Duration(5, Unit.WORKING_DAY), Duration(7, Unit.CALENDAR_DAY)]),
    st.sampled_from([Duration(0, Unit.WORKING_DAY), Duration(1, Unit.MONTH), Duration(400, Unit.WORKING_DAY)]),
)
MAYBE_LIMIT = st.booleans().flatmap(lambda known: LIMITS if known else st.none())
MAYBE_MOMENT = st.none() | st.none() | moments()


GAPS = st.one_of(st.sampled_from([0, 0, 30, 60, 1440]), st.integers(0, 3000), st.integers(0, 9 * 1440))
WAITS = st.sampled_from(tuple(zip(INTERRUPTING[::2], INTERRUPTING[1::2], strict=True)))
ACTS = st.one_of(
    WAITS,
    WAITS,
    WAITS.map(lambda pair: (pair[0],)),
    WAITS.flatmap(lambda pair: WAITS.map(lambda other: (pair[0], other[0], pair[1], other[1]))),
    st.sampled_from(
        [(Kind.WORKED,), (Kind.RELEASED, Kind.RETURNED), (Kind.REFUSED,), (Kind.REOPENED,), (Kind.EXTENDED,)]
    ),
)


@st.composite
def told(draw: st.DrawFn, kinds: Sequence[Kind]) -> list[Happened]:
    """A case as it happens: received, some acts with time between them, most often an end."""
    acts = [k for act in draw(st.lists(ACTS, max_size=4)) for k in act]
    ends = draw(st.sampled_from([(), (Kind.RELEASED,), (Kind.RELEASED, Kind.RETURNED), (Kind.WITHDRAWN,)]))
    at, events = draw(moments()), []
    for kind in (Kind.RECEIVED, *acts, *ends):
        if kind in kinds:
            events.append(
                Happened(kind, at, draw(UNITS_SEEN), draw(st.sampled_from(["", "Lan", "Minh"])), draw(MAYBE_MOMENT))
            )
        at += timedelta(minutes=draw(GAPS), seconds=draw(SECONDS))
    return events


def wild(kinds: Sequence[Kind]) -> st.SearchStrategy[list[Happened]]:
    """Any events at any moments."""
    known = KINDS.filter(lambda k: k in kinds) if len(kinds) > 1 else st.just(kinds[0])
    event = st.builds(Happened, known, moments(), UNITS_SEEN, st.sampled_from(["", "Lan", "Minh"]), MAYBE_MOMENT)
    return st.lists(event, min_size=1, max_size=9)


@st.composite
def dossiers(draw: st.DrawFn, kinds: Sequence[Kind]) -> Dossier:
    events = draw(st.integers(0, 3).flatmap(lambda n: told(kinds) if n else wild(kinds)).filter(bool))
    return Dossier(
        tuple(events),
        draw(UNITS_SEEN),
        draw(st.sampled_from(["", "Cấp đổi sổ đỏ", "Giấy phép môi trường"])),
        draw(MAYBE_LIMIT),
        draw(MAYBE_MOMENT),
        draw(MAYBE_MOMENT),
        draw(MAYBE_MOMENT),
    )


@st.composite
def judged_logs(draw: st.DrawFn) -> Judged:
    """Everything that the clock and the split are given."""
    kinds = draw(DICTIONARIES)
    cases = draw(st.lists(dossiers(kinds), min_size=1, max_size=4))
    log = log_of(cases, kinds, draw(st.sampled_from([(), ("recorded_ended",)])))
    last = max(e.at for d in cases for e in d.events)
    as_of = {
        "later": st.integers(0, 40).map(lambda n: last + timedelta(days=n)),
        "at an event": st.sampled_from([e.at for d in cases for e in d.events]),
        "any": moments(),
    }
    when = draw(st.sampled_from(["later", "later", "later", "at an event", "any"]))
    set_to = setting(draw(as_of[when]), draw(CALENDARS), draw(CALENDARS))
    by_name = draw(st.dictionaries(st.just("cấp đổi  SỔ ĐỎ"), LIMITS))
    set_to = Setting(set_to.as_of, set_to.processing, set_to.receiving, procedure_limits=by_name)
    steps = st.dictionaries(st.sampled_from(kinds), LIMITS, max_size=4)
    processes = tuple(draw(st.lists(st.builds(process, MAYBE_LIMIT, steps), max_size=2)))
    chosen = draw(st.lists(st.integers(-1, len(processes) - 1), min_size=len(cases), max_size=len(cases)))
    return Judged(log, by_minute(set_to) if draw(st.booleans()) else set_to, processes, chosen, EXTERNAL)
