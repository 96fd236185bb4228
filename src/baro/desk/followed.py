"""The one way in which something is told of a matter that several bodies keep in view: by a body, on a day, by a document.

Told late by one person alone, it counts from when it was recorded (`late_entry`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baro.desk.body_acts import day_text
from baro.desk.by import By, act_of, require
from baro.desk.late_entry import entered_acts, told_on
from baro.desk.permission import day_of
from baro.records.recording import record_all
from baro.rules.observed.acts import Value
from baro.rules.observed.followed import Followed, FollowedKind, check_document, check_taken_back
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is told: its kind, its day, its document, and what else belongs to the kind, as in `Followed`."""

    kind: FollowedKind
    on: date
    document: str
    about: str = ""
    body: str = ""
    until: date | None = None
    corrects: int = 0


def tell(stream: str, before: Sequence[Followed], telling: Telling, by: By, at: datetime) -> int:
    """Record what is told of the matter of a stream, after what was told `before`; gives its number. Raises
    `Refused("followed.no_document" | "followed.long_document" | "late_entry.future")`."""
    check_document(telling.document)
    matter, _, key = stream.partition("/")
    data: dict[str, Value] = {
        matter: key, "number": len(before) + 1, "kind": telling.kind.value, "teller": by.unit,
        "document": telling.document.strip(), "on": telling.on.isoformat(), "about": telling.about, "body": telling.body,
        "until": day_text(telling.until), "corrects": telling.corrects,
    }  # fmt: skip
    act = act_of(by, f"{matter}.{telling.kind}", stream, at, data)
    subject = Subject(id=key, unit=by.unit)
    record_all(entered_acts([told_on(act, telling.on, subject, at)], by, at), at=at)
    return len(before) + 1


def take_back(stream: str, before: Sequence[Followed], number: int, document: str, by: By, at: datetime) -> int:
    """Record that what was told by mistake does not stand; it stays readable. Gives the number of the taking back. Raises
    `Refused("access.not_found" | "followed.…")`."""
    check_taken_back(before, number)
    telling = Telling(kind=FollowedKind.TAKEN_BACK, on=day_of(at), document=document, corrects=number)
    return tell(stream, before, telling, by, at)


def require_teller(by: By, operation: str, tellers: Sequence[str], at: datetime) -> None:
    """Let nobody tell but for a body that has a part in it. Raises `Refused("access.…")`."""
    if by.unit not in tellers:
        raise Refused("access.denied")
    require(by, operation, by.unit, at)
