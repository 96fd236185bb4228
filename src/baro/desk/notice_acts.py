"""Somebody says that they know of a notice; the digest of a day was sent to somebody."""

from dataclasses import dataclass
from datetime import date, datetime

from baro.desk import permission
from baro.desk.by import By, act_of, require, require_on
from baro.desk.notices import READ, notices_for
from baro.desk.permission import Asker
from baro.records.ledger.bodies import moment
from baro.records.queries.notices import is_mailed
from baro.records.recording import record
from baro.records.row_security.session import acting
from baro.rules.judged.notices import Notice, NoticeKind, check_acknowledged
from baro.rules.observed.acts import Value
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw when they said so: how many, until when. What came after that is not known of."""

    count: int
    until: datetime


@acting()
def acknowledge(
    kind: NoticeKind,
    who: Asker,
    by: By,
    at: datetime,
    *,
    reason: str,
    next_on: date | None = None,
    seen: Seen | None = None,
) -> None:
    """Say that one knows of what a notice tells, why it is so or what will be done, and when one wants to be told again.
    Raises `Refused("access.…" | "notice.…")`."""
    require_on(by, "notice.acknowledge", Subject(holder=who.person), at)
    held = next((one for one in notices_for(who) if one.kind is kind), None)
    notice = check_acknowledged(held, reason, next_on, permission.day_of(at))
    seen = seen or Seen(notice.count, notice.until)
    data: dict[str, Value] = {
        "person": who.person, "kind": kind.value, "count": min(seen.count, notice.count),
        "until": moment(min(seen.until, notice.until)), "next_on": next_on.isoformat() if next_on else "",
    }  # fmt: skip
    stream = f"notice/{who.person}.{kind.value}"
    record(act_of(by, "notice.acknowledged", stream, at, data, {"reason": reason.strip()}), at=at)


def waits_for_mail(who: Asker) -> tuple[Notice, ...]:
    """Give the notices that today's digest of somebody tells: what waits, unless it was sent."""
    if is_mailed(permission.scope(who, READ), who.person, who.on):
        return ()
    return tuple(one for one in notices_for(who) if one.is_waiting)


@acting()
def note_mailed(told: tuple[Notice, ...], who: Asker, by: By, at: datetime) -> None:
    """Record that today's digest was sent to somebody, and how many it told of each kind. Raises `Refused("access.…" |
    "notice.mailed_already")`."""
    require(by, "system.run", "", at)
    if is_mailed(permission.scope(who, READ), who.person, who.on):
        raise Refused("notice.mailed_already")
    counts: dict[str, Value] = {one.kind.value: one.count for one in told}
    data: dict[str, Value] = {"person": who.person, "day": who.on.isoformat(), "counts": counts}
    record(act_of(by, "notice.mailed", f"notice-mail/{who.person}", at, data), at=at)
