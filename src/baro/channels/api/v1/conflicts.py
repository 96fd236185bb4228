"""Contradictions of deliveries: those that wait, what taking theirs over would do, ours kept or theirs taken over by the same
acts as on the page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string
from ninja import Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import conflict_shapes as given
from baro.channels.api.v1.conflicts_told import conflict_told, outcomes_told, weighed_told
from baro.channels.api.v1.places import LAST, page_behind
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_apart
from baro.desk import permission
from baro.desk.by import By, by_person, unit_of
from baro.desk.permission import Asker
from baro.desk.settling import OPERATION, keep_ours, settle_theirs, weigh
from baro.records.queries.imports import Source, open_conflict_counts, open_conflicts_after, sources
from baro.records.queries.proposals import waiting_by_subject
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Nhập dữ liệu"])
PAGE = 100
_READ = "import.read"


@router.get(
    "",
    response={200: given.ConflictPage, **PROBLEMS},
    summary="Chỗ tệp mới mâu thuẫn với dữ liệu đang giữ",
    description="Những chỗ chờ người xem; dữ liệu đang giữ chưa bị sửa. 100 chỗ mỗi trang.",
)
def conflicts(request: HttpRequest, asked: Query[given.ConflictQuery]) -> dict[str, Any]:
    """Give a page of what contradicts and waits for a person."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    require_understood(told, {"nguon", LAST})
    seen = {one.code: permission.decide(who, _READ, _subject(one)) for one in _visible(who)}
    if asked.nguon and asked.nguon not in seen:
        raise Refused("import.no_source", source=asked.nguon)
    codes = [asked.nguon] if asked.nguon else sorted(seen)
    found = open_conflicts_after(codes, asked.sau, PAGE + 1)
    page, counts = found[:PAGE], open_conflict_counts()
    waiting = waiting_by_subject(OPERATION, [one.id for one in page], who.on)
    return {
        "count": sum(counts.get(code, 0) for code in codes),
        "items": [conflict_told(one, waiting.get(one.id), who, seen[one.source]) for one in page],
        "next": page_behind(told, page[-1].id) if len(found) > PAGE else "",
    }


@router.post(
    "/weigh",
    response={200: given.Weighed, **PROBLEMS},
    summary="Xem trước khi theo tệp",
    description="Từng hồ sơ sẽ ra sao nếu theo tệp; chưa ghi gì.",
)
def weigh_theirs(request: HttpRequest, asked: given.Weigh) -> dict[str, Any]:
    """Tell what taking theirs over would do."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    by = by_person(who, unit=unit_of(who, OPERATION), source="api")
    return weighed_told(weigh(_once_each(asked.conflicts), import_string(settings.PRESCRIPTION_OF), by, now()))


@router.post(
    "/settle",
    response={200: given.Settled, 202: given.Settled, 400: Problem, **PROBLEMS},
    summary="Kết luận các chỗ mâu thuẫn",
    description="Giữ dữ liệu đang có, hoặc theo tệp. Theo tệp mà số liệu tốt lên thì thành đề nghị: trả về 202, chờ người thứ hai duyệt trên trang Đề nghị (không duyệt bằng API); duyệt rồi thì gửi lại với khóa Idempotency-Key khác.",
)
def settle_conflicts(request: HttpRequest, asked: given.Settle, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Keep ours, or take theirs over; what makes a figure better is proposed to a second person."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    ids, unit = _once_each(asked.conflicts), unit_of(who, OPERATION)

    def keep(by: By) -> str:
        return str(keep_ours(ids, asked.reason, by, now()))

    def take_over(by: By) -> str:
        settled = settle_theirs(ids, asked.reason, import_string(settings.PRESCRIPTION_OF), by, now())
        return str(len(settled.ready))

    if asked.choice == "ours":
        written(request, idempotency_key, asked, unit, keep)
    else:
        written_apart(request, idempotency_key, asked, unit, take_over)
    told = outcomes_told(ids, who)
    return Status(202 if told["waits"] else 200, told)


def _once_each(ids: list[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _visible(who: Asker) -> list[Source]:
    return [one for one in sources() if permission.allows(who, _READ, _subject(one))]


def _subject(source: Source) -> Subject:
    return Subject(id=source.code, unit=source.unit)
