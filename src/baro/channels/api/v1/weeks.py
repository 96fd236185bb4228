"""A week as the dossiers are now: what the weekly briefing looks at before it is frozen."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from baro.channels.api.v1 import work_shapes as given
from baro.channels.api.v1.briefings_told import conclusion_told, explanation_told
from baro.channels.api.v1.dossiers_told import dossier_told
from baro.channels.api.v1.shapes import PROBLEMS
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.wording.work_words import WORD, WORDS, work_of
from baro.desk import permission
from baro.desk.live_week import READ, LiveWeek, Meetings, days_late, live_week, meetings
from baro.desk.permission import Asker
from baro.records.queries.weekly import HeldLate
from baro.rules.counted.weeks import read_week
from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.prescribed.policy.masking import masked, plain
from baro.rules.prescribed.policy.standing import Subject

router = Router(tags=["Giao ban"])


@router.get(
    "",
    response={200: given.LiveWeek, **PROBLEMS},
    summary="Số liệu giao ban của một tuần, chưa chốt",
    description="Như trang Giao ban: số liệu từng đơn vị, hồ sơ quá hạn lâu nhất, kết luận và lời hẹn cũ; đổi theo dữ liệu.",
)
def week(request: HttpRequest, asked: Query[given.WeekQuery]) -> dict[str, Any]:
    """Count a week."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    meant = read_week(asked.tuan) if asked.tuan else None
    known = {WORD} if asked.loai in WORDS.values() else set()
    require_understood(told, {"don-vi", *known, *({"tuan"} if meant else ())})
    found = live_week(who, meant, asked.don_vi, work_of(told))
    return _figures(who, found) | _said(who, meetings(who, found.week))


def _figures(who: Asker, found: LiveWeek) -> dict[str, Any]:
    return {
        "week": found.week.written, "as_of": found.as_of, "is_reached": found.is_reached,
        "is_running": found.is_running, "units": [asdict(one) for one in found.units], "whole": asdict(found.together),
        "oldest": [
            {
                "dossier": dossier_told(one), "days_late": days_late(one.due_on, found.week),
                "explanations": [explanation_told(who, said, one) for said in found.said.get(one.id, ())],
            }
            for one in found.oldest
        ],
        "held": [_held(who, one) for one in found.held],
    }  # fmt: skip


def _said(who: Asker, found: Meetings | None) -> dict[str, Any]:
    if found is None:
        return {"conclusions": [], "promises": [], "meetings": []}
    return {
        "conclusions": [conclusion_told(who, one) for one in found.conclusions],
        "promises": [explanation_told(who, one, found.lines.get(one.dossier)) for one in found.promised],
        "meetings": [{"body": body, "briefing": one.id if one else ""} for body, one in found.bodies.items()],
    }


def _held(who: Asker, one: HeldLate) -> dict[str, Any]:
    seen = permission.decide(who, READ, Subject(unit=one.body))
    told = plain(masked(seen, "dossier", {"holder_person": one.holder_person}))
    return told | {
        "body": one.body, "holder_kind": HolderKind(one.holder_kind).name.lower() if one.holder_kind >= 0 else "",
        "holder_unit": one.holder_unit, "count": one.count, "earliest": one.earliest,
    }  # fmt: skip
