"""Approving, replacing, publishing and ending a process; saying that one knows it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.acting import PLAIN, Page, act
from baro.channels.web.processes.draft_listed import draft_of_address, told_by_draft
from baro.channels.web.processes.drafts import drafted
from baro.channels.web.processes.forms import (
    WITH_STEPS,
    AcknowledgeForm,
    ApproveForm,
    PublishForm,
    RetireForm,
    VersionForm,
)
from baro.channels.web.processes.step_rows import rows_in
from baro.channels.web.processes.tables import table_told
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.permission import Asker
from baro.desk.process_drafts import approve_draft
from baro.desk.work_processes import (
    acknowledge_process,
    approve_processes,
    publish_process,
    replace_process,
    retire_process,
)
from baro.records.ids_made import new_id
from baro.records.queries.processes import approval
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.work_processes import Approval

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_VERSION = ("name", "version", "decision", "approved_on", "signer", "annex", "bases", "review_by")
_LEAD = "Bản đã ghi không sửa được; muốn đổi thì ban hành bản thay thế. Mỗi việc giữ bản có hiệu lực ngày tiếp nhận."
_DRAFTED = "Bảng bước và tổng thời gian được điền sẵn từ bản chung, là dự thảo: xin xem lại từng bước, và chỉ ghi khi đã có quyết định phê duyệt."
_KEPT = "Các bước điền sẵn từ bản đang có: xin sửa theo quyết định mới."
_FROM_DRAFT = "Bảng bước lấy từ dự thảo đã thẩm định; chỉ gửi bảng khác nếu quyết định khác dự thảo."


@_FORM
@asks
def approve(request: HttpRequest, who: Asker) -> HttpResponse:
    """Record that a body approved a process."""
    draft = draft_of_address(request.GET.dict())
    first = told_by_draft(draft) if draft else drafted(request.GET.dict(), who.on)
    form = ApproveForm(request.POST or None, request.FILES or None, initial=first)

    def do(said: dict[str, Any]) -> str:
        sent = table_told(said)
        told = Approval(
            id=new_id(now()), unit=said["unit"], kind=said["kind"], code=said["code"], table=sent.name if sent else "",
            **{name: said[name] for name in _VERSION},
        )  # fmt: skip
        by = by_person(who, unit=told.unit)
        if draft is None:
            approve_processes((told,), by, now(), sent=sent)
        else:
            approve_draft(draft.id, told, by, now(), sent=sent)
        return reverse("process", args=[told.id])

    page = Page(
        title="Ghi quy trình đã phê duyệt", button="Ghi vào danh mục", back=reverse("processes"), lead=_FROM_DRAFT if draft else _DRAFTED if first else _LEAD,
        trail=(("Quy trình", reverse("processes")),), template=WITH_STEPS,
    )  # fmt: skip
    return act(request, page, form, do, "Đã ghi quy trình vào danh mục.")


@_FORM
@asks
def replace(request: HttpRequest, who: Asker, process: str) -> HttpResponse:
    """Record a new version of a process."""
    old = _known(who, process)
    draft = draft_of_address(request.GET.dict(), old.id)
    common = {} if draft else drafted(request.GET.dict(), who.on)
    kept = {} if draft or common else rows_in(old.table)
    first = kept | common | {"name": old.name, "bases": old.bases, "version": _after(old.version)}
    form = VersionForm(request.POST or None, request.FILES or None, initial=first)

    def do(said: dict[str, Any]) -> str:
        sent = table_told(said | {"code": old.code})
        told = Approval(
            id=new_id(now()), unit=old.unit, kind=old.kind, code=old.code, replaces=old.id,
            table=sent.name if sent else "", **{name: said[name] for name in _VERSION},
        )  # fmt: skip
        by = by_person(who, unit=old.unit)
        if draft is None:
            replace_process(told, by, now(), sent=sent)
        else:
            approve_draft(draft.id, told, by, now(), sent=sent)
        return reverse("process", args=[told.id])

    lead = _FROM_DRAFT if draft else _DRAFTED if common else f"{_LEAD} {_KEPT}" if kept else _LEAD
    page = _page("Ghi bản sửa đổi, thay thế", old, lead, WITH_STEPS)
    return act(request, page, form, do, "Đã ghi bản mới; bản cũ hết áp dụng.")


@_FORM
@asks
def publish(request: HttpRequest, who: Asker, process: str) -> HttpResponse:
    """Record that a process was made public."""
    old = _known(who, process)

    def do(said: dict[str, Any]) -> str:
        publish_process(old.id, said["on"], said["channel"], said["proof"], by_person(who, unit=old.unit), now())
        return reverse("process", args=[old.id])

    lead = "Phê duyệt và công bố là hai việc; ghi cả hai ngày."
    return act(request, _page("Ghi việc công bố", old, lead), PublishForm(request.POST or None), do, "Đã ghi công bố.")


@_FORM
@asks
def retire(request: HttpRequest, who: Asker, process: str) -> HttpResponse:
    """Record that a process ends and nothing replaces it."""
    old = _known(who, process)

    def do(said: dict[str, Any]) -> str:
        retire_process(old.id, said["last"], said["decision"], by_person(who, unit=old.unit), now())
        return reverse("process", args=[old.id])

    lead = "Việc đã tiếp nhận vẫn theo bản này đến khi xong."
    return act(request, _page("Ghi việc bãi bỏ", old, lead), RetireForm(request.POST or None), do, "Đã ghi bãi bỏ.")


@_FORM
@asks
def acknowledge(request: HttpRequest, who: Asker, process: str) -> HttpResponse:
    """Record that the asker knows a version."""
    old = _known(who, process, "process.acknowledge")
    form = AcknowledgeForm(request.POST if request.method == "POST" else None)

    def do(said: dict[str, Any]) -> str:
        acknowledge_process(old.id, by_person(who, unit=old.unit), now())
        return reverse("process", args=[old.id])

    lead = "Bạn ghi là đã đọc và nắm các bước, thời hạn, trách nhiệm của mình trong quy trình này."
    return act(request, _page("Ghi là đã nắm quy trình", old, lead), form, do, "Đã ghi là bạn đã nắm quy trình.")


def _known(who: Asker, process: str, operation: str = "process.approve") -> Approval:
    """Give a version with which the asker may do this; else it is not there."""
    found = approval(process)
    if found is None or not permission.allows(who, operation, Subject(unit=found.unit)):
        raise Http404
    return found


def _page(title: str, old: Approval, lead: str, template: str = PLAIN) -> Page:
    back = reverse("process", args=[old.id])
    return Page(
        title=title,
        lead=lead,
        back=back,
        trail=(("Quy trình", reverse("processes")), (old.code or old.name, back)),
        template=template,
    )


def _after(version: str) -> str:
    return str(int(version) + 1) if version.isdecimal() and len(version) < 6 else version
