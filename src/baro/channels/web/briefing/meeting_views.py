"""The meeting: a week frozen as it stood, what was concluded there, what came of it; lateness explained before it."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.briefing.meeting_forms import ConcludeForm, DoneForm, ExplainForm, FreezeForm
from baro.channels.web.briefing.meeting_told import shown_conclusions
from baro.channels.web.english.as_written import AsWritten
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.named import body_named, holder_named
from baro.desk import permission
from baro.desk.briefings import (
    READ,
    carry_out_conclusion,
    conclude_briefing,
    explain_lateness,
    freeze_briefing,
)
from baro.desk.by import By, by_person
from baro.desk.permission import Asker
from baro.records.queries.briefings import briefing, conclusion, conclusions_of
from baro.records.queries.dossier_lists import dossier
from baro.records.queries.weekly import COUNTS, UnitWeek, weekly
from baro.rules.counted.weeks import Week, read_week
from baro.rules.observed.briefings import Briefing
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_TRAIL = ("Giao ban", "/giao-ban/")


@require_safe
@asks
def frozen(request: HttpRequest, who: Asker, briefing_id: str) -> HttpResponse:
    """Show a week as it was frozen, beside what the data say of it now."""
    found, week = _briefing(who, briefing_id)
    figures = _frozen(who, week, found.body, found.figures, WorkKind.PROCEDURE)
    internal = _frozen(who, week, found.body, found.internal, WorkKind.INTERNAL)
    told = {
        "briefing": found,
        "week": week,
        "body": body_named(found.body),
        "by": holder_named(found.frozen_by),
        "at": local_time(found.frozen_at, VIETNAM),
        "as_of": local_time(found.as_of, VIETNAM),
        "parts": [
            ("so-lieu", "Số liệu lúc chốt", figures),
            *([("noi-bo", "Công việc nội bộ lúc chốt", internal)] if found.internal else []),
        ],
        "has_changed": figures["has_changed"] or internal["has_changed"],
        "conclusions": shown_conclusions(who, conclusions_of(permission.scope(who, READ), found.id)),
        "may_export": permission.allows(who, "export.make", Subject(unit=found.body)),
        "may_conclude": permission.allows(who, "briefing.conclude", Subject(unit=found.body)),
    }
    return render(request, "briefing/frozen.html", told)


def _frozen(
    who: Asker, week: Week, body: str, told: Sequence[tuple[str, Sequence[int]]], work: WorkKind
) -> dict[str, Any]:
    """Frozen figures of a kind of work, each unit's beside whether the data now say otherwise."""
    now_told = {one.unit: [getattr(one, name) for name in COUNTS] for one in _recounted(who, week, body, work)}
    nothing = [0] * len(COUNTS)
    lines = [(unit, counts, list(counts) != now_told.get(unit, nothing)) for unit, counts in told]
    since = now_told.keys() - {unit for unit, _ in told}
    return {
        "lines": lines,
        "whole": [sum(column) for column in zip(*(counts for _, counts in told), strict=True)],
        "has_changed": bool(since) or any(changed for *_, changed in lines),
    }


@_FORM
@asks
def freeze(request: HttpRequest, who: Asker, body: str, week: str) -> HttpResponse:
    """Freeze a body's week."""
    meant = read_week(week)
    if meant is None or not permission.allows(who, "briefing.freeze", Subject(unit=body)):
        raise Http404

    def do(_: dict[str, Any], by: By) -> str:
        return reverse("briefing_frozen", args=[freeze_briefing(body, meant, who, by, now())])

    title = f"Chốt giao ban tuần {meant.number}, {meant.monday:%d/%m} – {meant.sunday:%d/%m/%Y}: {body_named(body)}"
    lead = "Các số của tuần được ghi vào sổ cái như đang hiện; dữ liệu về sau đổi thì số đã chốt vẫn giữ, và trang nêu chỗ khác."
    page = Page(title=title, lead=lead, button="Chốt", back=f"/giao-ban/?tuan={meant.written}", trail=(_TRAIL,))
    return _act(request, who, body, page, FreezeForm, do, "Đã chốt. Ghi kết luận của cuộc họp ở dưới.")


@_FORM
@asks
def conclude(request: HttpRequest, who: Asker, briefing_id: str) -> HttpResponse:
    """Conclude something."""
    found, week = _briefing(who, briefing_id)
    back = reverse("briefing_frozen", args=[found.id])

    def do(said: dict[str, Any], by: By) -> str:
        conclude_briefing(found.id, who, by, now(), **said)
        return back

    page = Page(
        title=f"Kết luận giao ban tuần {week.number}",
        back=back,
        trail=(_TRAIL,),
        lead="Kết luận chưa xong đứng đầu trang giao ban các tuần sau, cho đến khi báo cáo đã thực hiện.",
    )
    return _act(request, who, found.body, page, ConcludeForm, do, "Đã ghi kết luận.")


@_FORM
@asks
def done(request: HttpRequest, who: Asker, conclusion_id: str) -> HttpResponse:
    """Report that what was concluded is done."""
    found = conclusion(permission.scope(who, READ), conclusion_id)
    if found is None:
        raise Http404

    def do(said: dict[str, Any], by: By) -> str:
        carry_out_conclusion(found.id, who, by, now(), **said)
        return reverse("briefing_frozen", args=[found.briefing])

    back = reverse("briefing_frozen", args=[found.briefing])
    page = Page(title="Báo cáo đã thực hiện", lead=AsWritten(found.words), back=back, trail=(_TRAIL,))
    return _act(request, who, found.body, page, DoneForm, do, "Đã ghi là thực hiện xong.")


@_FORM
@asks
def explain(request: HttpRequest, who: Asker, dossier_id: str) -> HttpResponse:
    """Say why a dossier is late."""
    line = dossier(permission.scope(who, "dossier.read"), dossier_id)
    if line is None:
        raise Http404
    back = reverse("dossier", args=[line.id])

    def do(said: dict[str, Any], by: By) -> str:
        explain_lateness(line.id, who, by, now(), **said)
        return back

    lead = "Nguyên nhân và ngày hẹn hiện ở trang giao ban; ngày hẹn được đối chiếu khi đến hạn. Danh mục nguyên nhân chưa kiểm chứng với biểu mẫu hiện hành."
    page = Page(title=f"Nêu nguyên nhân trễ hạn: {line.code}", lead=lead, back=back, trail=(("Hồ sơ", "/ho-so/"),))
    return _act(request, who, line.body, page, ExplainForm, do, "Đã ghi nguyên nhân.")


def _act(
    request: HttpRequest, who: Asker, body: str, page: Page, form: type[forms.Form],
    do: Callable[[dict[str, Any], By], str], told: str,
) -> HttpResponse:  # fmt: skip
    bound = form(request.POST) if request.method == "POST" else form()
    return act(request, page, bound, lambda said: do(said, by_person(who, unit=body)), told)


def _briefing(who: Asker, briefing_id: str) -> tuple[Briefing, Week]:
    found = briefing(permission.scope(who, READ), briefing_id)
    if found is None:
        raise Http404
    return found, Week(found.monday)


def _recounted(who: Asker, week: Week, body: str, work: WorkKind) -> list[UnitWeek]:
    return weekly(permission.scope(who, "dossier.read"), week, body, work)
