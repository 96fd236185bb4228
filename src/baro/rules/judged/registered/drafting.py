"""How far a draft of a process is, and what may be told of it next.

An opinion and an appraisal are of the steps as they stood: once the steps are written anew, they are out of date and stay to be
read. Nobody appraises what they wrote themselves (default of Ba Rõ). A draft may be approved when its last appraisal agrees with the steps
as they stand; opinions that are missing or against it are told, and do not bar the approval: who approves answers for it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.observed.process_drafts import DraftEvent, DraftKind, Opinion, ProcessDraft
from baro.rules.prescribed.refusals import Refused


class DraftStage(StrEnum):
    """How far a draft is."""

    BEGUN = "begun"
    WRITTEN = "written"
    CONSULTING = "consulting"
    APPRAISED = "appraised"
    SENT_BACK = "sent_back"
    APPROVED = "approved"
    DROPPED = "dropped"


OVER = frozenset({DraftStage.APPROVED, DraftStage.DROPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNow:
    """A draft as it stands: `written` its steps as last told (None: none yet), `asked` the bodies asked of any steps with the day by
    which, `said` the opinion of each of the steps as they stand, `appraisal` that of the steps as they stand."""

    draft: ProcessDraft
    stage: DraftStage
    written: DraftEvent | None
    versions: int
    asked: dict[str, date | None]
    said: dict[str, DraftEvent]
    appraisal: DraftEvent | None

    @property
    def is_open(self) -> bool:
        """Say whether it is neither approved nor dropped."""
        return self.stage not in OVER

    @property
    def silent(self) -> tuple[str, ...]:
        """The bodies asked that have not given their opinion of the steps as they stand."""
        return tuple(body for body in self.asked if body not in self.said)

    def overdue(self, on: date) -> tuple[str, ...]:
        """The silent bodies whose day has passed."""
        return tuple(body for body in self.silent if (day := self.asked[body]) is not None and day < on)


def draft_now(draft: ProcessDraft) -> DraftNow:
    """Read a draft from what was told of it."""
    written = _last(draft, DraftKind.WRITTEN)
    since = written.number if written else 0
    asked = {body: e.by_day for e in draft.events if e.kind is DraftKind.ASKED for body in e.bodies}
    said = {e.bodies[0]: e for e in draft.events if e.kind is DraftKind.SAID and e.number > since}
    appraisal = _last(draft, DraftKind.APPRAISED)
    appraisal = appraisal if appraisal and appraisal.number > since else None
    return DraftNow(
        draft=draft, stage=_stage(draft, written, asked, appraisal), written=written,
        versions=sum(e.kind is DraftKind.WRITTEN for e in draft.events), asked=asked, said=said, appraisal=appraisal,
    )  # fmt: skip


def check_may(now: DraftNow, kind: DraftKind, *, body: str = "", person: str = "") -> None:
    """Refuse what cannot be told of a draft as it stands. Raises `Refused("draft.…")`."""
    if not now.is_open:
        raise Refused("draft.over")
    if kind in (DraftKind.ASKED, DraftKind.SAID, DraftKind.APPRAISED, DraftKind.APPROVED) and now.written is None:
        raise Refused("draft.no_steps")
    if kind is DraftKind.SAID and body not in now.asked:
        raise Refused("draft.not_asked")
    if kind is DraftKind.APPRAISED and now.written and now.written.by == person:
        raise Refused("draft.own_draft")
    if kind is DraftKind.APPROVED and now.stage is not DraftStage.APPRAISED:
        raise Refused("draft.not_appraised")


def _stage(
    draft: ProcessDraft, written: DraftEvent | None, asked: dict[str, date | None], appraisal: DraftEvent | None
) -> DraftStage:
    if _last(draft, DraftKind.APPROVED):
        return DraftStage.APPROVED
    if _last(draft, DraftKind.DROPPED):
        return DraftStage.DROPPED
    if appraisal is not None:
        return DraftStage.APPRAISED if appraisal.opinion is Opinion.AGREES else DraftStage.SENT_BACK
    if written is None:
        return DraftStage.BEGUN
    return DraftStage.CONSULTING if asked else DraftStage.WRITTEN


def _last(draft: ProcessDraft, kind: DraftKind) -> DraftEvent | None:
    return next((e for e in reversed(draft.events) if e.kind is kind), None)
