"""What happens to a joint dossier (hồ sơ liên thông), and what cannot have happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from baro.rules.prescribed.joint import check_number
from baro.rules.prescribed.refusals import Refused


class JointKind(StrEnum):
    """A leg is sent to its agency, which says that it received, answers, or returns it for more; the whole is ended."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    RETURNED = "returned"
    ENDED = "ended"


class Outcome(StrEnum):
    """What an answer, or the end, brought: a result, a refusal with reasons, or the applicant's withdrawal (of the whole)."""

    RESULT = "result"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class JointEvent:
    """One thing that was told of a leg ("": of the whole), numbered within the dossier (`id`): it happened at `occurred_at`, was recorded at `recorded_at` by a
    person of the body `teller`, on the strength of `document`. `entered` as in `late_entry.LABEL`. `corrects` names the event
    that this one tells anew, with a reason (`words`); with `is_void` that one did not happen."""

    id: str
    leg: str
    kind: JointKind
    occurred_at: datetime
    recorded_at: datetime
    teller: str
    recorded_by: str = ""
    document: str = ""
    outcome: Outcome | None = None
    words: str = ""
    entered: str = ""
    corrects: str = ""
    is_void: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JointDossier:
    """A dossier that the lead received once and that several agencies handle by a version of a joint process. `events` in the
    order in which they were recorded; `closed_at` is when its end was recorded."""

    id: str
    code: str
    process: str
    version: int
    lead: str
    received_at: datetime
    recorded_at: datetime
    opened_by: str
    events: tuple[JointEvent, ...] = ()
    closed_at: datetime | None = None


def check_opened(code: str, known: Sequence[JointDossier]) -> None:
    """Refuse a dossier without code, or one that was counted already. Raises `Refused("joint.no_code" | "joint.code_taken")`."""
    if not code.strip():
        raise Refused("joint.no_code")
    if known:
        raise Refused("joint.code_taken", code=code.strip())


def check_told(
    kind: JointKind, document: str, words: str, *, is_for_another: bool, outcome: Outcome | None = None
) -> None:
    """Refuse to send, or to tell what another agency did, without a document; to return without a reason; and to answer that the
    applicant withdrew, which ends the whole. Raises `Refused("joint.no_number" | "joint.long_number" | "joint.no_reason" |
    "joint.withdrawn_leg")`."""
    if document or kind is JointKind.SENT or is_for_another:
        check_number(document)
    if kind is JointKind.RETURNED and not words.strip():
        raise Refused("joint.no_reason")
    if kind is JointKind.ANSWERED and outcome is Outcome.WITHDRAWN:
        raise Refused("joint.withdrawn_leg")
