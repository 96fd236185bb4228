"""Why a dossier is late and what is promised: told before the weekly briefing, held against what came of it."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import briefing_shapes as given
from baro.channels.api.v1.briefings_told import explanation_told
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.writing import KEY, written
from baro.desk import permission
from baro.desk.briefings import READ, explain_lateness
from baro.desk.by import By
from baro.desk.permission import Asker
from baro.records.queries.briefings import explanations as found_for
from baro.records.queries.dossier_lists import Line, dossier
from baro.rules.observed.briefings import Cause
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Nguyên nhân trễ hạn"])


@router.get(
    "",
    response={200: list[given.Explanation], **PROBLEMS},
    summary="Nguyên nhân, lời hẹn của một hồ sơ",
    description="Từng lần đơn vị nêu, cũ trước; lần cuối là lời hẹn đang tính.",
)
def explanations(
    request: HttpRequest, dossier: str = Query(..., alias="ho-so", description="Mã hồ sơ trong Ba Rõ.")
) -> list[dict[str, Any]]:
    """Give what was said of a late dossier."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    return _told(who, _line(who, dossier))


@router.post(
    "",
    response={201: given.Explanation, 400: Problem, **PROBLEMS},
    summary="Nêu nguyên nhân hồ sơ chậm, hẹn ngày xong",
    description="Như trang hồ sơ. Nêu lại được: các lần nêu đều giữ, lời hẹn cuối được đối chiếu khi đến hạn.",
)
def explain(request: HttpRequest, asked: given.Explain, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Say why a dossier is late."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    line = _line(who, asked.dossier)

    def act(by: By) -> str:
        return explain_lateness(
            line.id, who, by, now(), cause=Cause(asked.cause), promised_on=asked.promised_on, words=asked.words
        )

    made = written(request, idempotency_key, asked, line.body, act)
    told = next((one for one in _told(who, line) if one["id"] == made), None)
    if told is None:
        raise Refused("access.not_found")
    return Status(201, told)


def _line(who: Asker, dossier_id: str) -> Line:
    line = dossier(permission.scope(who, "dossier.read"), dossier_id.replace("\0", ""))
    if line is None:
        raise Refused("access.not_found")
    return line


def _told(who: Asker, line: Line) -> list[dict[str, Any]]:
    said = found_for(permission.scope(who, READ), [line.id]).get(line.id, [])
    return [explanation_told(who, one, line) for one in said]
