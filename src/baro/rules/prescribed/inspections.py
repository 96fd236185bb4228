"""Inspections of public duty: what they are, and what counts as one run (lượt).

A run is one team at one body on one visit: an inspection of two branches is two runs. The article's "56 lượt thanh tra,
kiểm tra" counts runs of both kinds together.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused


class InspectionKind(StrEnum):
    """`STATE_INSPECTION` thanh tra, by decision and conclusion under the Law on Inspection; `CHECK` kiểm tra công vụ."""

    STATE_INSPECTION = "state_inspection"
    CHECK = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One team at one body on one visit."""

    id: str
    object: str
    visited_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """An inspection held by a body: under which decision, whether planned, with its runs. An unannounced one is known to
    its `compartment` alone until it is opened."""

    id: str
    kind: InspectionKind
    unit: str
    decision: str
    is_planned: bool
    runs: tuple[Run, ...]
    compartment: str = ""


def check_inspection(inspection: Inspection) -> None:
    """Refuse an inspection without decision or visit, or visiting a body twice on one day.

    Raises `Refused("inspection.no_decision" | "inspection.no_run" | "inspection.same_run_twice")`.
    """
    if not inspection.decision.strip():
        raise Refused("inspection.no_decision")
    if not inspection.runs:
        raise Refused("inspection.no_run")
    visits = {(run.object, run.visited_on) for run in inspection.runs}
    if len(visits) < len(inspection.runs):
        raise Refused("inspection.same_run_twice")
