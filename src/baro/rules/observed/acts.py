"""What somebody did: the value that the desk hands over to be recorded, before it becomes an entry of the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

Value = str | int | bool | None | Sequence["Value"] | Mapping[str, "Value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A paper of evidence, told by its content: SHA-256 in hex, size in bytes, kind ("pdf")."""

    sha256: str
    size: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act on one stream of facts.

    `type` names the act ("body.created"); `stream` the thing that it changes ("body/…"). `data` holds codes, ids, whole
    numbers, days and moments as text: no fractions, no personal data, no free text. What is personal or free goes into
    `personal`: the ledger keeps only a salted commitment to it. `occurred_at` is when it happened, aware; when it is
    recorded is said by who records it. `second` is the person who approved an act that takes two.
    """

    type: str
    stream: str
    actor: str
    occurred_at: datetime
    data: Mapping[str, Value] = field(default_factory=dict)
    personal: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    capacity: str = ""
    unit: str = ""
    second: str = ""
    source: str = "ui"
    request: str = ""
    rules: str = ""
