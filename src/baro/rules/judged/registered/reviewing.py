"""How far a campaign of review is: which processes were looked at, and whether what was found was also carried out.

A process found to be kept is done with. One to be amended or replaced is done with when a version that replaces it is
approved, one to be repealed when it is no longer in force: the register says so, nobody reports it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from baro.rules.observed.reviews import Campaign, Found, ReviewResult
from baro.rules.prescribed.work_processes import Approval


class ReviewState(StrEnum):
    """How far a process of a campaign is."""

    WAITING = "waiting"
    KEPT = "kept"
    TO_DO = "to_do"
    CARRIED_OUT = "carried_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A process of a campaign on a day: what was found (None: nobody looked at it yet), and how far that is."""

    process: Approval
    result: ReviewResult | None
    state: ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many processes, looked at, found to be kept, to be changed and not yet changed, changed."""

    processes: int = 0
    reviewed: int = 0
    kept: int = 0
    to_do: int = 0
    carried_out: int = 0

    def __add__(self, other: "Progress") -> "Progress":
        """Add two counts."""
        return Progress(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    @property
    def percent(self) -> int:
        """Of a hundred processes, so many were looked at; rounded down, so that 100 means all."""
        return 100 * self.reviewed // self.processes if self.processes else 100


def reviewed_on(
    campaign: Campaign, known: Mapping[str, Approval], last_days: Mapping[str, date], on: date
) -> tuple[Reviewed, ...]:
    """Read the processes of a campaign, in its order. `known`: every version by id; `last_days`: the last day of those that have
    one. What is no longer known is left out."""
    replaced = {one.replaces for one in known.values() if one.replaces and one.approved_on <= on}
    latest = campaign.latest
    return tuple(
        Reviewed(
            process=known[process], result=latest.get(process),
            state=_state(latest.get(process), process in replaced, _is_over(process, last_days, on)),
        )
        for process in campaign.processes
        if process in known
    )  # fmt: skip


def progress(reviewed: Iterable[Reviewed]) -> Progress:
    """Count."""
    told = [one.state for one in reviewed]
    return Progress(
        processes=len(told), reviewed=sum(state is not ReviewState.WAITING for state in told),
        kept=told.count(ReviewState.KEPT), to_do=told.count(ReviewState.TO_DO),
        carried_out=told.count(ReviewState.CARRIED_OUT),
    )  # fmt: skip


def in_campaign(register: Iterable[Approval], bodies: Collection[str]) -> tuple[str, ...]:
    """The processes of these bodies, by id in the order of the register."""
    return tuple(one.id for one in register if one.unit in bodies)


def _state(result: ReviewResult | None, is_replaced: bool, is_over: bool) -> ReviewState:
    if result is None:
        return ReviewState.WAITING
    if result.found is Found.KEEP:
        return ReviewState.KEPT
    done = is_over if result.found is Found.REPEAL else is_replaced
    return ReviewState.CARRIED_OUT if done else ReviewState.TO_DO


def _is_over(process: str, last_days: Mapping[str, date], on: date) -> bool:
    return process in last_days and last_days[process] < on
