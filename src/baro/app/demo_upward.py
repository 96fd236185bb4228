"""Record the proposals to the upper level of the demo, each once."""

from dataclasses import replace
from datetime import date, datetime

from baro.app.demo_joint import working_day_ago
from baro.channels.demo.authority import upward
from baro.desk.by import By
from baro.desk.followed import Telling
from baro.desk.late_entry import CALENDAR
from baro.desk.permission import day_of
from baro.desk.upward import make_upward, tell_upward
from baro.records.queries.followed import upward_proposal
from baro.rules.observed.upward import UpwardProposal
from baro.rules.prescribed.workdays import add_working_days


def record_upward(by: By, at: datetime) -> None:
    """Record what is not yet recorded; but for the article's, it lies so many working days before `at`."""
    made, steps = upward.of_the_article()
    if upward_proposal(made.id) is None:
        make_upward(made, replace(by, unit=made.unit), at)
        for number, (on, kind, teller, body) in enumerate(steps, 1):
            telling = Telling(kind=kind, on=on, document=f"Mẫu 1.{number}/CV", body=body)
            tell_upward(made.id, telling, replace(by, unit=teller), at)
    for course in upward.courses():
        if upward_proposal(course.id) is None:
            _record(course, day_of(at), by, at)


def _record(course: upward.Course, today: date, by: By, at: datetime) -> None:
    number = course.id.rpartition("-")[2]
    made = UpwardProposal(
        id=course.id, unit=course.unit, about=course.about, document=f"Mẫu {number}/TTr-VPĐK",
        signed_on=working_day_ago(today, course.days_ago), to=course.to,
    )  # fmt: skip
    make_upward(made, replace(by, unit=course.unit), at)
    for place, step in enumerate(course.steps, 1):
        on = working_day_ago(today, step.days_ago)
        telling = Telling(
            kind=step.kind, on=on, document=f"Mẫu {number}.{place}/CV", body=step.body,
            until=add_working_days(CALENDAR, on, step.until) if step.until else None,
        )  # fmt: skip
        tell_upward(course.id, telling, replace(by, unit=step.teller), at)
