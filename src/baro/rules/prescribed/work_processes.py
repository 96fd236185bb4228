"""Registers of processes: what an entry is, as distinct from the steps that dossiers are judged by (`processes.py`)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused


class RegisterKind(StrEnum):
    """`INTERNAL` quy trình giải quyết công việc nội bộ (ngoài TTHC), approved by the body itself; `PROCEDURE` quy trình nội bộ
    giải quyết TTHC, approved for all levels (TT 01/2018 art. 8); `ADMINISTRATIVE` thủ tục hành chính nội bộ between agencies
    (QĐ 1085/QĐ-TTg); `LINKED` a procedure handled by several bodies under a coordination rule of the City (thủ tục liên
    thông)."""

    INTERNAL = "internal"
    PROCEDURE = "procedure"
    ADMINISTRATIVE = "administrative"
    LINKED = "linked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A version of a process as a body approved it on a day, by a decision. `published_on` is None until it is made public;
    `review_by` is the day by which the body wants to look at it again. `annex` where in the decision it stands, `bases` the
    instruments it rests on, `table` the kept file of its steps, `replaces` the version before it by id; each "" or None where not
    told. `signer` is personal, "" once erased."""

    id: str
    unit: str
    kind: RegisterKind
    code: str
    name: str
    decision: str
    approved_on: date
    published_on: date | None = None
    version: str = "1"
    signer: str = ""
    annex: str = ""
    bases: str = ""
    table: str = ""
    replaces: str = ""
    review_by: date | None = None


def check_approval(approval: Approval) -> None:
    """Refuse an approval without name or decision, or published before it was approved.

    Raises `Refused("process.no_name" | "process.no_decision" | "process.published_before_approval" |
    "process.review_before_approval")`.
    """
    if approval.review_by and approval.review_by <= approval.approved_on:
        raise Refused("process.review_before_approval", approved=f"{approval.approved_on:%d/%m/%Y}")
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
