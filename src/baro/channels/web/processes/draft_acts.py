"""What is recorded of drafts of processes, each by a form."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.organisation.acting import PLAIN, Page, act
from baro.channels.web.organisation.named import body_named
from baro.channels.web.processes.draft_forms import AskForm, DraftForm, DropForm, OpinionForm, StepsForm
from baro.channels.web.processes.draft_views import found_now, may
from baro.channels.web.processes.drafts import drafted
from baro.channels.web.processes.forms import WITH_STEPS
from baro.channels.web.processes.step_rows import rows_in
from baro.channels.web.processes.tables import table_told
from baro.desk.by import by_person
from baro.desk.permission import Asker
from baro.desk.process_drafts import APPRAISE, DRAFT, OPINE, DraftTold, begin_draft, tell_draft
from baro.records.queries.processes import approval
from baro.rules.judged.registered.drafting import DraftNow
from baro.rules.observed.process_drafts import DraftKind, ProcessDraft

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_NAMED = {"version": "dự thảo", "decision": "chưa có"}
"""What a step table says of itself while no decision approved it."""
_STEPS = "Sửa từng bước ngay tại đây, hoặc gửi tệp XLSX, CSV, BPMN. Ý kiến, thẩm định về bảng trước thành cũ, vẫn giữ để đọc."
_NOT_IN_ROWS = "Bảng trước có nhánh mà các dòng không ghi được, nên không điền sẵn ở đây; xin sửa tệp BPMN đã gửi rồi gửi lại. Ý kiến, thẩm định về bảng trước thành cũ, vẫn giữ để đọc."
_OF_STEPS = "Ý kiến về bảng bước hiện tại; soạn lại bảng thì xin ý kiến lại."


@_FORM
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Begin a draft, of a new process or in place of one of the register."""
    old = approval(request.GET.get("thay", "")[:40].replace("\0", ""))
    first = drafted(request.GET.dict(), who.on) or {"unit": by_of(who, DRAFT).unit}
    if old is not None:
        first = {"unit": old.unit, "kind": old.kind.value, "code": old.code, "name": old.name} | rows_in(old.table)
    form = DraftForm(request.POST or None, request.FILES or None, initial=first)

    def do(said: dict[str, Any]) -> str:
        told = ProcessDraft(
            id="", replaces=old.id if old else "", begun_at=now(),
            **{name: said[name] for name in ("unit", "kind", "code", "name", "reason")},
        )  # fmt: skip
        made = begin_draft(told, table_told(said | _NAMED), by_person(who, unit=told.unit), now())
        return reverse("process_draft", args=[made])

    lead = "Dự thảo chưa có hiệu lực: soạn, lấy ý kiến, thẩm định rồi mới phê duyệt và vào danh mục."
    page = Page(
        title="Mở dự thảo quy trình",
        lead=lead,
        button="Mở dự thảo",
        back=reverse("process_drafts"),
        trail=_trail(),
        template=WITH_STEPS,
    )
    return act(request, page, form, do, "Đã mở dự thảo.")


@_FORM
@asks
def write(request: HttpRequest, who: Asker, draft: str) -> HttpResponse:
    """Write the steps anew."""
    found = _allowed(who, draft, DRAFT)
    about = {"name": found.draft.name, "code": found.draft.code} | _NAMED
    first = rows_in(found.written.table) if found.written else {}
    form = StepsForm(request.POST or None, request.FILES or None, initial=first)
    return _told(
        request, who, found, form, "Soạn bảng bước", _STEPS if first or not found.written else _NOT_IN_ROWS,
        lambda said: DraftTold(kind=DraftKind.WRITTEN, table=table_told(said | about)), template=WITH_STEPS,
    )  # fmt: skip


@_FORM
@asks
def ask(request: HttpRequest, who: Asker, draft: str) -> HttpResponse:
    """Ask bodies for their opinion."""
    found, form = _allowed(who, draft, DRAFT), AskForm(request.POST or None)
    lead = "Mỗi đơn vị được xin ý kiến ghi ý kiến của mình trên trang dự thảo."
    return _told(
        request, who, found, form, "Xin ý kiến", lead,
        lambda said: DraftTold(kind=DraftKind.ASKED, bodies=form.bodies(), by_day=said["by_day"], document=said["document"]),
    )  # fmt: skip


@_FORM
@asks
def say(request: HttpRequest, who: Asker, draft: str, unit: str) -> HttpResponse:
    """Give the opinion of a body."""
    found = found_now(draft)
    if unit not in found.asked or not found.is_open or not may(who, OPINE, unit):
        raise Http404
    form = OpinionForm(request.POST or None)
    return _told(
        request, who, found, form, "Cho ý kiến", f"{body_named(unit)}. {_OF_STEPS}",
        lambda said: DraftTold(kind=DraftKind.SAID, bodies=(unit,), **said), unit,
    )  # fmt: skip


@_FORM
@asks
def appraise(request: HttpRequest, who: Asker, draft: str) -> HttpResponse:
    """Appraise the steps."""
    found, form = _allowed(who, draft, APPRAISE), OpinionForm(request.POST or None)
    lead = "Thẩm định bảng bước hiện tại. Người soạn không tự thẩm định (mặc định của Ba Rõ). Chỉ “đồng ý” mới cho phê duyệt từ dự thảo."
    return _told(request, who, found, form, "Thẩm định", lead, lambda said: DraftTold(kind=DraftKind.APPRAISED, **said))


@_FORM
@asks
def drop(request: HttpRequest, who: Asker, draft: str) -> HttpResponse:
    """Not go on with it."""
    found, form = _allowed(who, draft, DRAFT), DropForm(request.POST or None)
    lead = "Dự thảo vẫn còn để đọc."
    return _told(request, who, found, form, "Thôi soạn", lead, lambda said: DraftTold(kind=DraftKind.DROPPED, **said))


def _told(
    request: HttpRequest,
    who: Asker,
    found: DraftNow,
    form: forms.Form,
    title: str,
    lead: str,
    told: Any,
    unit: str = "",
    template: str = PLAIN,
) -> HttpResponse:
    """Record what a form says of a draft, and go back to it."""
    back = reverse("process_draft", args=[found.draft.id])

    def do(said: dict[str, Any]) -> str:
        tell_draft(found.draft.id, told(said), by_person(who, unit=unit or found.draft.unit), now())
        return back

    page = Page(title=title, lead=lead, back=back, trail=(*_trail(), (found.draft.name[:80], back)), template=template)
    return act(request, page, form, do, "Đã ghi.")


def _allowed(who: Asker, draft: str, operation: str) -> DraftNow:
    found = found_now(draft)
    if not found.is_open or not may(who, operation, found.draft.unit):
        raise Http404
    return found


def _trail() -> tuple[tuple[str, str], ...]:
    return (("Quy trình", reverse("processes")), ("Dự thảo", reverse("process_drafts")))
