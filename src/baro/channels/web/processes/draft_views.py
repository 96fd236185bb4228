"""The drafts of processes, and one of them: its steps, who was asked and what they think, what the reader may tell next."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.named import body_named, holders_named
from baro.channels.web.processes.draft_listed import ASKED, ShownDraft, shown_draft
from baro.channels.web.processes.views import picture_of, steps_told
from baro.channels.wording.process_drafts import KINDS, OPINIONS, STAGES
from baro.channels.wording.register import KINDS as REGISTERS
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.process_drafts import APPRAISE, DRAFT, OPINE
from baro.desk.process_register import steps_of
from baro.records.queries.process_drafts import process_draft, process_drafts
from baro.records.queries.processes import approval
from baro.rules.judged.registered.drafting import DraftNow, DraftStage, draft_now
from baro.rules.observed.process_drafts import DraftEvent
from baro.rules.prescribed.policy.standing import Subject

_TITLES = ("Mã hiệu", "Quy trình", "Đơn vị soạn", "Tình trạng", "Số bản", "Được xin ý kiến", "Đã trả lời", "Quá hạn", "Mở ngày")  # fmt: skip


@require_safe
@asks
def drafts(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the drafts of the stage asked for; without one those that are open."""
    found, chosen, stage = _chosen(request, who)
    n_open = sum(one.stage not in (DraftStage.APPROVED, DraftStage.DROPPED) for one in found)
    told = {
        "lines": chosen,
        "total": len(found),
        "open": n_open,
        "stages": [("?", "Đang soạn", n_open, not stage)]
        + [(f"?tinh-trang={s.value}", word, sum(one.stage is s for one in found), s.value == stage) for s, word in STAGES.items()],
        "address": f"?tinh-trang={stage}" if stage else "",
        "may_draft": permission.allows(who, DRAFT),
    }  # fmt: skip
    return render(request, "processes/drafts.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same drafts as a workbook."""
    _, chosen, _ = _chosen(request, who)
    rows = ((d.code, d.name, d.unit, d.word, d.versions, d.asked, d.said, d.overdue, d.begun_on) for d in chosen)
    about = [
        ("Danh sách", "Dự thảo quy trình"),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số dòng", str(len(chosen))),
    ]
    return workbook(request, "du-thao-quy-trinh.xlsx", _TITLES, rows, about)


@require_safe
@asks
def draft(request: HttpRequest, who: Asker, draft: str) -> HttpResponse:
    """Show one draft."""
    now = found_now(draft)
    told, process = (
        now.draft,
        steps_of(now.written.table, import_string(settings.PROCESS_READER)) if now.written else None,
    )
    named = holders_named({e.by for e in told.events} | {told.begun_by})
    shown = {
        "d": shown_draft(now, who.on, permission.day_of(told.begun_at)),
        "told": told,
        "kind": REGISTERS[told.kind],
        "old": approval(told.replaces) if told.replaces else None,
        "steps": steps_told(process) if process else [],
        "picture": picture_of(process) if process else "",
        "bodies": [_asked(who, now, body, named) for body in now.asked],
        "appraisal": _line(now.appraisal, named) if now.appraisal else None,
        "course": [_line(e, named) for e in told.events],
        "became": next((e.process for e in told.events if e.process), ""),
        "by": named[told.begun_by],
        **_acts(who, now),
    }
    return render(request, "processes/draft.html", shown)


def found_now(draft_id: str) -> DraftNow:
    """A draft as it stands. Answers 404 for one that is not there."""
    found = process_draft(draft_id)
    if found is None:
        raise Http404
    return draft_now(found)


def may(who: Asker, operation: str, unit: str) -> bool:
    """Say whether the asker may do this for a body."""
    return permission.allows(who, operation, Subject(unit=unit))


def _chosen(request: HttpRequest, who: Asker) -> tuple[list[ShownDraft], list[ShownDraft], str]:
    found = [shown_draft(draft_now(one), who.on, permission.day_of(one.begun_at)) for one in process_drafts()]
    stage = request.GET.get("tinh-trang", "")
    stage = stage if stage in {one.value for one in DraftStage} else ""
    over = (DraftStage.APPROVED, DraftStage.DROPPED)
    chosen = [one for one in found if (one.stage.value == stage if stage else one.stage not in over)]
    return found, chosen, stage


def _acts(who: Asker, now: DraftNow) -> dict[str, str]:
    """Where the reader may tell what next, "" where they may not."""
    told, is_open = now.draft, now.is_open
    mine = is_open and may(who, DRAFT, told.unit)
    appraises = is_open and now.written is not None and may(who, APPRAISE, told.unit) and now.written.by != who.person
    ready = now.stage is DraftStage.APPRAISED and may(who, APPRAISE, told.unit)
    where = reverse("process_replace", args=[told.replaces]) if told.replaces else reverse("process_approve")
    return {
        "write": reverse("process_draft_write", args=[told.id]) if mine else "",
        "ask": reverse("process_draft_ask", args=[told.id]) if mine and now.written else "",
        "appraise": reverse("process_draft_appraise", args=[told.id]) if appraises else "",
        "drop": reverse("process_draft_drop", args=[told.id]) if mine else "",
        "approve": f"{where}?{ASKED}={told.id}" if ready else "",
    }


def _asked(who: Asker, now: DraftNow, body: str, named: dict[str, str]) -> dict[str, Any]:
    said = now.said.get(body)
    link = reverse("process_draft_say", args=[now.draft.id, body]) if now.is_open and may(who, OPINE, body) else ""
    day = now.asked[body]
    return {
        "name": body_named(body),
        "by_day": day,
        "is_overdue": said is None and day is not None and day < who.on and now.is_open,
        "said": _line(said, named) if said else None,
        "link": link,
    }


def _line(event: DraftEvent, named: dict[str, str]) -> dict[str, Any]:
    return {
        "on": permission.day_of(event.at),
        "kind": KINDS[event.kind],
        "bodies": [body_named(body) for body in event.bodies],
        "by_day": event.by_day,
        "opinion": OPINIONS[event.opinion] if event.opinion else "",
        "document": event.document,
        "words": event.words,
        "by": named[event.by],
    }
