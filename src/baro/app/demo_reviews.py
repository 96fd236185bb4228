"""Record the campaign of review of the demo, once."""

from dataclasses import replace
from datetime import datetime, timedelta

from baro.channels.demo.authority import reviews as demo
from baro.desk.by import By
from baro.desk.permission import day_of
from baro.desk.reviews import begin_review, record_review
from baro.records.queries.reviews import campaign
from baro.rules.prescribed.work_processes import RegisterKind


def record_reviews(by: By, at: datetime) -> None:
    """Record the campaign and what was found so far."""
    if campaign(demo.ID) is not None:
        return
    leading, today = replace(by, unit=demo.UNIT), day_of(at)
    begin_review(
        leading, at, unit=demo.UNIT, name=demo.NAME, document=demo.DOCUMENT, begins_on=today - timedelta(20),
        due_on=today + timedelta(40), bodies=demo.BODIES, kinds=tuple(RegisterKind), campaign_id=demo.ID,
    )  # fmt: skip
    told = campaign(demo.ID)
    processes = list(told.processes) if told else []
    for found, words, count in demo.FOUND:
        chosen, processes = processes[:count], processes[count:]
        if chosen:
            record_review(demo.ID, chosen, found, words, leading, at)
