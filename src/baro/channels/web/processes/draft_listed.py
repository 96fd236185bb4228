"""Drafts of processes as pages tell them, and as the form of the register takes one up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from baro.channels.web.organisation.named import body_named
from baro.channels.wording.process_drafts import DRAWN, STAGES
from baro.records.queries.process_drafts import process_draft
from baro.rules.judged.registered.drafting import DraftNow, DraftStage, draft_now
from baro.rules.observed.process_drafts import ProcessDraft

ASKED = "du-thao"
"""The name in an address that stands before the id of a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDraft:
    """A draft as a list draws it."""

    id: str
    code: str
    name: str
    unit: str
    state: str
    word: str
    stage: DraftStage
    versions: int
    asked: int
    said: int
    overdue: int
    begun_on: date


def shown_draft(now: DraftNow, on: date, begun_on: date) -> ShownDraft:
    """Tell a draft as a line."""
    told = now.draft
    return ShownDraft(
        id=told.id, code=told.code, name=told.name, unit=body_named(told.unit), state=DRAWN[now.stage], word=STAGES[now.stage],
        stage=now.stage, versions=now.versions, asked=len(now.asked), said=len(now.asked) - len(now.silent),
        overdue=len(now.overdue(on)) if now.is_open else 0, begun_on=begun_on,
    )  # fmt: skip


def draft_of_address(told: Mapping[str, str], replaces: str = "") -> ProcessDraft | None:
    """The draft that an address asks to take up, of a new process or of one in place of `replaces`; None for none that may be
    approved now."""
    found = process_draft(told.get(ASKED, "")[:40]) if told.get(ASKED) else None
    if found is None or found.replaces != replaces:
        return None
    return found if draft_now(found).stage is DraftStage.APPRAISED else None


def told_by_draft(draft: ProcessDraft) -> dict[str, str]:
    """What the form of the register begins with."""
    return {"unit": draft.unit, "kind": draft.kind.value, "code": draft.code, "name": draft.name}
