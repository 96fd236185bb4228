"""Registers of processes: what an entry is, as distinct from the steps that dossiers are judged by (`processes.py`)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused


class RegisterKind(StrEnum):
    """`INTERNAL` quy trình giải quyết công việc nội bộ (ngoài TTHC), approved by the body itself; `LINKED` a procedure
    handled by several bodies under a coordination rule of the City (thủ tục liên thông)."""

    INTERNAL = "internal"
    LINKED = "linked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A process approved by a body on a day, by a decision; `published_on` is None until it is made public."""

    id: str
    unit: str
    kind: RegisterKind
    code: str
    name: str
    decision: str
    approved_on: date
    published_on: date | None = None


def check_approval(approval: Approval) -> None:
    """Refuse an approval without name or decision, or published before it was approved.

    Raises `Refused("process.no_name" | "process.no_decision" | "process.published_before_approval")`.
    """
    if not approval.name.strip():
        raise Refused("process.no_name")
    if not approval.decision.strip():
        raise Refused("process.no_decision")
    if approval.published_on and approval.published_on < approval.approved_on:
        raise Refused(
            "process.published_before_approval",
            approved=f"{approval.approved_on:%d/%m/%Y}",
            published=f"{approval.published_on:%d/%m/%Y}",
        )
