"""The public look-up: a code and the day on the receipt, and what the citizen may know of the dossier: where it stands, and
its days. So many tries and no more, from one address and for one code."""

from dataclasses import dataclass
from datetime import date, datetime

from allauth.core.ratelimit import consume
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from baro.channels.web.frame.asking import now
from baro.channels.web.organisation.asking import read_day
from baro.desk.looking_up import look_up as find
from baro.records.queries.dossier_lists import Line
from baro.rules.counted.days import local_day
from baro.rules.counted.ended import WITHOUT_RESULT
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.prescribed.zones import VIETNAM, local_time

_LONGEST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a citizen is told of a dossier. Days are Vietnam's; `state` and `word` as in the lists of the officials."""

    code: str
    unit: str
    received: date | None
    due: date | None
    ended: date | None
    state: str
    word: str
    is_late: bool
    as_of: datetime


@never_cache
@require_http_methods(["GET", "POST"])
def look_up(request: HttpRequest) -> HttpResponse:
    """Ask for a code and a day, and tell what they open. They come in the body of the request, so that no log keeps them."""
    if request.method == "GET":
        return render(request, "lookup/lookup.html", {})
    code = " ".join(request.POST.get("ma", "").replace("\0", "").split())[:_LONGEST]
    written = request.POST.get("ngay", "").strip()[:_LONGEST]
    on = read_day(written)
    shown = {"code": code, "written": written, "wrong_code": not code, "wrong_day": on is None}
    if not code or on is None:
        return render(request, "lookup/lookup.html", shown, status=400)
    if not consume(request, action="look_up", key=code.upper()):
        return render(request, "lookup/lookup.html", shown | {"too_often": True}, status=429)
    line = find(code, on, now())
    if line is None:
        return render(request, "lookup/lookup.html", shown | {"unknown": True}, status=404)
    return render(request, "lookup/lookup.html", shown | {"told": told(line)})


def told(line: Line) -> Told:
    """Tell a dossier to the citizen whose receipt it is."""
    state, word = _state(line)
    return Told(
        code=line.code, unit=line.unit, received=local_day(line.received_at), due=line.due_on, ended=local_day(line.ended_at),
        state=state, word=word, is_late=line.time_class == TimeClass.PENDING_LATE, as_of=local_time(line.as_of, VIETNAM),
    )  # fmt: skip


def _state(line: Line) -> tuple[str, str]:
    if line.ended_at is not None:
        without = line.ended_kind in WITHOUT_RESULT
        return "closed", "đã kết thúc, không có kết quả (từ chối, rút hoặc dừng)" if without else "đã có kết quả"
    if line.is_suspended:
        return "paused", "đang chờ bổ sung hoặc tạm dừng"
    if line.time_class == TimeClass.PENDING_LATE:
        return "late", "đang giải quyết, đã quá ngày hẹn"
    return "on_time", "đang giải quyết"
