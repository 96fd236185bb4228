"""The notices of whoever holds the key: what waits, what is known; said to be known by the same act as on the page."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Path, Router

from baro.channels.api.asking import now
from baro.channels.api.v1 import notice_shapes as given
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.writing import KEY, written_of
from baro.channels.wording.notice_address import leads_to
from baro.channels.wording.notices import notice_told
from baro.desk import permission
from baro.desk.by import By
from baro.desk.notice_acts import Seen, acknowledge
from baro.desk.notices import (
    READ,
    conclusions_of,
    data_as_of,
    looked_from,
    notices_for,
    questions_of,
    tasks_of,
    units_of,
    words_of,
)
from baro.desk.permission import Asker
from baro.rules.judged.notices import OF_DOSSIERS, Acknowledged, Notice, NoticeKind
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.prescribed.policy.masking import masked, plain
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Thông báo"])
MOST = 100
_WRITES = {400: Problem, **PROBLEMS}
_KIND = Path(..., description="Loại thông báo (kind).")
_TOLD = ("kind", "count", "fresh", "until", "is_waiting", "is_back")


@router.get(
    "",
    response={200: given.NoticeList, **PROBLEMS},
    summary="Thông báo của chủ khóa",
    description="Như trang Thông báo: việc chờ biết và việc đã ghi là biết, đếm trong phạm vi khóa được xem.",
)
def notices(request: HttpRequest) -> dict[str, Any]:
    """Give one's own notices."""
    return _all(request)


@router.post(
    "/{kind}/acknowledge",
    response={200: given.NoticeList, **_WRITES},
    summary="Ghi là đã biết một thông báo",
    description="Của chính chủ tài khoản của khóa. Không làm việc ấy xong: danh sách và báo cáo vẫn như cũ.",
)
def know_notice(
    request: HttpRequest, asked: given.KnowNotice, kind: str = _KIND, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Say that whoever holds the key knows of a notice."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    if kind not in set(NoticeKind):
        raise Refused("access.not_found")
    seen = _seen(asked)

    def act(by: By) -> None:
        acknowledge(NoticeKind(kind), who, by, now(), reason=asked.reason, next_on=asked.next_on, seen=seen)

    written_of(request, idempotency_key, asked, "", kind, act)
    return _all(request)


def _seen(asked: given.KnowNotice) -> Seen | None:
    """What was read; both are told, or none. Raises `Refused("api.malformed")`."""
    if asked.count is None and asked.until is None:
        return None
    if asked.count is None or asked.until is None:
        raise Refused("api.malformed", fields="count, until")
    return Seen(asked.count, asked.until)


def _all(request: HttpRequest) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    found = notices_for(who)
    tasks, as_of = tasks_of(found, who, MOST), data_as_of(who)
    return {
        "waiting": sum(one.is_waiting for one in found),
        "as_of": as_of,
        "items": [_told(one, who, as_of, tasks.get(one.kind, [])) for one in found],
    }


def _told(one: Notice, who: Asker, as_of: datetime | None, tasks: list[TaskNow]) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _TOLD} | {
        "told": notice_told(one), "query": _query(one, as_of), "matters": _matters(one, who, tasks),
        "units": [{"body": body, "unit": unit, "count": n} for body, unit, n in units_of(one, who)],
        "known": _known(one.known, who) if one.known else None,
    }  # fmt: skip


def _matters(one: Notice, who: Asker, tasks: list[TaskNow]) -> list[str]:
    """What a notice is about, by id; nothing of a notice about dossiers, which are a list of their own."""
    told = [question.id for question in questions_of(one, who, MOST)]
    told += [conclusion.id for conclusion in conclusions_of(one, who, MOST)]
    return told + [now.task.id for now in tasks] + [word.id for word in words_of(one, who, MOST)]


def _query(one: Notice, as_of: datetime | None) -> str:
    """What the list of dossiers is asked for behind a notice about dossiers."""
    return leads_to(one.kind, looked_from(as_of))[1] if as_of and one.kind in OF_DOSSIERS else ""


def _known(known: Acknowledged, who: Asker) -> dict[str, Any]:
    seen = permission.decide(who, READ, Subject(holder=who.person))
    told = {name: getattr(known, name) for name in ("said_at", "count", "until", "next_on", "reason")}
    return plain(masked(seen, "notice_known", told))
