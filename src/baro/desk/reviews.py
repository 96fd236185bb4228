"""Campaigns of review of processes: laid down, processes looked at, how far each campaign is."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from baro.desk import permission
from baro.desk.by import By, act_of, require
from baro.desk.directives import check_bodies
from baro.records.ids_made import new_id
from baro.records.queries.organisation import bodies as all_bodies
from baro.records.queries.processes import Registered, registered
from baro.records.queries.reviews import campaign
from baro.records.recording import record
from baro.records.row_security.session import acting
from baro.rules.judged.registered.reviewing import Reviewed, in_campaign, reviewed_on
from baro.rules.observed.acts import Value
from baro.rules.observed.reviews import Campaign, Found, check_campaign, check_results
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import RegisterKind

BEGIN, REVIEW = "process.approve", "process.review"


@acting()
def begin_review(
    by: By, at: datetime, *, unit: str, name: str, document: str, begins_on: date, due_on: date, bodies: Collection[str],
    kinds: Collection[RegisterKind], campaign_id: str = "",
) -> str:  # fmt: skip
    """Lay down a campaign over the processes that the bodies have in force today; gives its id. Raises `Refused("access.…" |
    "review.…")`."""
    require(by, BEGIN, unit, at)
    today = permission.day_of(at)
    in_force = (one.approval for one in registered() if one.holds_on(today) and one.approval.kind in kinds)
    made = campaign_id or new_id(at)
    told = Campaign(
        id=made, unit=unit, name=name, document=document, begins_on=begins_on, due_on=due_on,
        processes=in_campaign(in_force, bodies), recorded_at=at,
    )  # fmt: skip
    check_campaign(told)
    data: dict[str, Value] = {
        "campaign": made, "unit": unit, "name": name.strip(), "document": document.strip(),
        "begins_on": begins_on.isoformat(), "due_on": due_on.isoformat(), "processes": list(told.processes),
    }  # fmt: skip
    record(act_of(by, "review.begun", f"review/{made}", at, data), at=at)
    return made


@acting()
def record_review(campaign_id: str, processes: Sequence[str], found: Found, words: str, by: By, at: datetime) -> int:
    """Record what was found of processes, the same of all of them; gives how many. Each body answers for its own. Raises
    `Refused("access.…" | "review.…")`."""
    told = campaign(campaign_id, held=(f"review/{campaign_id}",))
    if told is None:
        raise Refused("access.not_found")
    check_results(told, processes, found, words)
    units = {one.approval.id: one.approval.unit for one in registered()}
    for unit in sorted({units[process] for process in processes}):
        require(by, REVIEW, unit, at)
    data: dict[str, Value] = {
        "campaign": told.id, "number": len(told.results) + 1, "processes": list(dict.fromkeys(processes)),
        "found": found.value, "on": permission.day_of(at).isoformat(),
    }  # fmt: skip
    record(act_of(by, "review.found", f"review/{told.id}", at, data, {"words": words.strip()}), at=at)
    return len(set(processes))


def bodies_within(top: str, on: date) -> frozenset[str]:
    """A body and those below it on a day: whose processes a campaign takes. Raises `Refused("task.body_not_in_force")`."""
    check_bodies((top,), on)
    return frozenset({top, *all_bodies().on(on).below(top)})


def reviewed(told: Campaign, register: Sequence[Registered], on: date) -> tuple[Reviewed, ...]:
    """The processes of a campaign as they stand on a day."""
    known = {one.approval.id: one.approval for one in register}
    last_days = {one.approval.id: one.last_on for one in register if one.last_on}
    return reviewed_on(told, known, last_days, on)
