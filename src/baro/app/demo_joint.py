"""Record the joint processes and joint dossiers of the demo, each once."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from baro.channels.demo.authority import joint
from baro.channels.demo.authority.joint import Course, Happened
from baro.desk.article import OPEN_JOINT
from baro.desk.by import By
from baro.desk.joint import end_joint, open_joint_dossier, tell_leg
from baro.desk.joint_rules import lay_down_joint, record_rule
from baro.desk.late_entry import CALENDAR
from baro.desk.permission import day_of
from baro.records.queries.joint_dossiers import joint_with_code
from baro.records.queries.joint_rules import coordination_rule, joint_processes
from baro.records.row_security.session import reading
from baro.rules.observed.joint import JointKind
from baro.rules.prescribed.places.city import LAND_OFFICE
from baro.rules.prescribed.workdays import is_working_day
from baro.rules.prescribed.zones import VIETNAM_TIME

_RECEIVED = time(8, 30)


def record_joint(by: By, at: datetime) -> None:
    """Record what is not yet recorded; the dossiers lie so many working days before `at`."""
    if coordination_rule(joint.RULE.id) is None:
        record_rule(joint.RULE, by, at)
    known = joint_processes()
    for version in joint.versions():
        if (version.process, version.version) not in known:
            lay_down_joint(version, by, at)
    for course in joint.courses():
        if not _is_open(course):
            _record(course, replace(by, unit=LAND_OFFICE), at)


@reading()
def _is_open(course: Course) -> bool:
    return bool(joint_with_code(OPEN_JOINT, LAND_OFFICE, course.code))


def _record(course: Course, by: By, at: datetime) -> None:
    received = _moment(course.days_ago, _RECEIVED, at)
    made = open_joint_dossier(course.process, course.code, OPEN_JOINT, by, at, received_at=received)
    for one in course.happened:
        _tell(made, one, replace(by, unit=one.teller), at)


def _tell(made: str, one: Happened, by: By, at: datetime) -> None:
    happened_at = _moment(one.days_ago, time(one.hour), at)
    if one.kind is JointKind.ENDED:
        assert one.outcome is not None  # an end brings something
        end_joint(made, one.outcome, OPEN_JOINT, by, at, happened_at=happened_at, document=one.document)
    else:
        tell_leg(
            made, one.leg, one.kind, OPEN_JOINT, by, at, happened_at=happened_at, document=one.document, outcome=one.outcome,
            words=one.words,
        )  # fmt: skip


def _moment(days_ago: int, clock: time, at: datetime) -> datetime:
    """An hour of the working day so many working days ago."""
    return datetime.combine(day_before(days_ago, at), clock, VIETNAM_TIME)


def day_before(days: int, at: datetime) -> date:
    """The working day so many working days before a moment; below 0, after it."""
    return working_day_ago(day_of(at), days)


def working_day_ago(day: date, working_days: int) -> date:
    """The working day so many before a day; below 0, after it."""
    step, left = timedelta(days=1 if working_days < 0 else -1), abs(working_days)
    while left:
        day += step
        left -= is_working_day(CALENDAR, day)
    return day
