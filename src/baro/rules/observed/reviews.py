"""Campaigns of review (đợt rà soát quy trình): which processes are looked at again, by when, and what was found of each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused


class Found(StrEnum):
    """What a review of a process found ought to be done."""

    KEEP = "keep"
    AMEND = "amend"
    REPLACE = "replace"
    REPEAL = "repeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewResult:
    """What was found of a process; told again, the later telling stands."""

    process: str
    found: Found
    words: str
    on: date
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A campaign: `unit` leads it, on the strength of a document; `processes` are those in force when it was laid down, of the
    bodies told; each is to be looked at by `due_on`."""

    id: str
    unit: str
    name: str
    document: str
    begins_on: date
    due_on: date
    processes: tuple[str, ...]
    recorded_at: datetime
    recorded_by: str = ""
    results: tuple[ReviewResult, ...] = ()

    @property
    def latest(self) -> dict[str, ReviewResult]:
        """What stands of each process that was looked at."""
        return {one.process: one for one in self.results}


def check_campaign(told: Campaign) -> None:
    """Refuse a campaign that says too little, or that cannot be. Raises `Refused("review.…")`."""
    if not told.name.strip():
        raise Refused("review.no_name")
    if not told.document.strip():
        raise Refused("review.no_document")
    if told.due_on < told.begins_on:
        raise Refused("review.due_before_begin")
    if not told.processes:
        raise Refused("review.no_processes")


def check_results(told: Campaign, processes: Collection[str], found: Found, words: str) -> None:
    """Refuse results for nothing, for processes outside the campaign, or for a change without a reason. Raises
    `Refused("review.…")`."""
    if not processes:
        raise Refused("review.none_chosen")
    if not set(processes) <= set(told.processes):
        raise Refused("review.not_in_campaign")
    if found is not Found.KEEP and not words.strip():
        raise Refused("review.no_reason")
