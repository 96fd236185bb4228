"""The acts of organising, each by a form: a body is recorded, changes, is corrected."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.asking import asks, by_of, now
from baro.channels.web.organisation.body_forms import CorrectionForm, NewBodyForm, TermForm
from baro.desk.organisation import change_body, correct_body, create_body
from baro.desk.permission import Asker
from baro.records.ids_made import new_id
from baro.records.queries.organisation import bodies
from baro.rules.prescribed.bodies import BodyKind, BodyTerm
from baro.rules.prescribed.body_changes import term_key
from baro.rules.prescribed.body_checks import called

TRAIL = (("Tổ chức", "/to-chuc/"),)


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Record a body."""
    first = {"parent": request.GET.get("cap-tren", ""), "level": "city", "body": new_id(now())}
    form = NewBodyForm(request.POST or None, initial=first)

    def do(said: dict[str, str]) -> str:
        made = create_body(BodyKind(said["kind"]), form.term(said["body"]), by_of(who, "organisation.record"), now())
        return address_of(made)

    page = Page(title="Thêm cơ quan, đơn vị", back=reverse("organisation"), trail=TRAIL)
    return act(request, page, form, do, "Đã ghi đơn vị mới.")


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def change(request: HttpRequest, who: Asker, body_id: str) -> HttpResponse:
    """Record what a body is from a day on."""
    known = known_body(body_id)
    form = TermForm(request.POST or None, initial={**_said(known), "valid_from": None, "basis": "", "verified": False})

    def do(_: dict[str, str]) -> str:
        change_body(form.term(body_id), by_of(who, "organisation.record"), now())
        return address_of(body_id)

    lead = "Ghi đơn vị sẽ như thế nào từ một ngày; thời kỳ trước kết thúc vào hôm trước ngày đó và vẫn được giữ."
    return act(request, page_of(body_id, "Đổi tên, mã, cấp trên", lead), form, do, "Đã ghi thay đổi.")


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def correct(request: HttpRequest, who: Asker, body_id: str) -> HttpResponse:
    """Record that a term was told wrongly, and what is right."""
    wanted = f"{body_id}@{request.GET.get('ky', '')}"
    term = next((t for t in bodies().terms_of.get(body_id, ()) if term_key(t) == wanted), None)
    if term is None:
        return redirect("body", body_id=known_body(body_id).body)
    form = CorrectionForm(request.POST or None, initial=_said(term))

    def do(said: dict[str, str]) -> str:
        correct_body(form.term(body_id), said["reason"], by_of(who, "organisation.record"), now())
        return address_of(body_id)

    lead = "Đính chính điều đã ghi sai. Không có gì bị xóa: điều đã ghi trước đây và lý do đính chính còn trong sổ cái."
    return act(request, page_of(body_id, "Đính chính", lead), form, do, "Đã ghi đính chính.")


def known_body(body_id: str) -> BodyTerm:
    """The latest term of a body. Answers 404 for one that is not known."""
    terms = bodies().terms_of.get(body_id, ())
    if not terms:
        raise Http404
    return terms[-1]


def page_of(body_id: str, title: str, lead: str = "", button: str = "Ghi nhận") -> Page:
    """The page of an act on a body."""
    name = called(bodies(), body_id)
    trail = (*TRAIL, (name, address_of(body_id)))
    return Page(title=f"{title}: {name}", lead=lead, button=button, back=address_of(body_id), trail=trail)


def address_of(body_id: str) -> str:
    """The page of a body."""
    return reverse("body", kwargs={"body_id": body_id})


def _said(term: BodyTerm) -> dict[str, object]:
    return {
        "name": term.name, "code": term.code, "level": term.level.value, "parent": term.parent,
        "valid_from": term.term.valid_from, "valid_to": term.term.valid_to, "basis": term.basis,
        "verified": term.verified, "external": term.external, "note": term.note,
    }  # fmt: skip
