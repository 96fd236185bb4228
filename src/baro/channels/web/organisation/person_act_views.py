"""The acts of personnel, each by a form."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.asking import asks, by_of, may_record_person, now
from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.late_forms import SECOND, ask_how, counted_from
from baro.channels.web.organisation.person_forms import FORMS, EndForm, NameForm, NewPersonForm
from baro.channels.web.organisation.told import days_of
from baro.channels.wording.organisation import ERASED_NAME, HELD
from baro.desk import people as desk
from baro.desk.late_posts import is_late_alone, may_ask_second, propose_held
from baro.desk.permission import Asker
from baro.records.queries.people import Held, held_by, person

_PROPOSED = "Chưa ghi mà đã lập đề nghị. Sau khi người thứ hai xác nhận, bạn thực hiện tại đây."
_TRAIL = (("Tổ chức", "/to-chuc/"), ("Cán bộ", "/to-chuc/nguoi/"))
# how an act is called in the address -> kind, title, the desk's function
_ACTS: dict[str, tuple[str, str, Any]] = {
    "dien": ("employment", "Ghi diện cán bộ", desk.employ),
    "bo-nhiem": ("appointment", "Bổ nhiệm", desk.appoint),
    "uy-quyen": ("delegation", "Ủy quyền", desk.delegate),
    "phu-trach": ("acting_head", "Giao phụ trách", desk.put_in_charge),
    "vang-mat": ("leave_cover", "Vắng mặt, người thay", desk.cover_absence),
}


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Register a person."""

    def do(said: dict[str, Any]) -> str:
        return _address(desk.register_person(said["code"], said["name"], by_of(who, "person.record"), now()))

    page = Page(title="Thêm cán bộ", back=reverse("people"), trail=_TRAIL)
    return act(request, page, NewPersonForm(request.POST or None), do, "Đã ghi cán bộ mới.")


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def do_act(request: HttpRequest, who: Asker, person_id: str, name: str) -> HttpResponse:
    """Record something of a person."""
    _known(who, person_id)
    if name == "doi-ten":
        return _rename(request, who, person_id)
    if name not in _ACTS:
        raise Http404
    kind, title, function = _ACTS[name]
    form = FORMS[kind](request.POST or None)
    by, done = by_of(who, "person.record"), f"Đã ghi: {title.lower()}."
    if form.is_bound and form.is_valid() and kind != "employment":
        value = form.value(person_id)
        if is_late_alone(kind, value, by, now()):
            if may_ask_second(value, who, now()):
                ask_how(form, value.term.valid_from, who.on)
            done = _PROPOSED if form.cleaned_data.get("how") == SECOND else done + counted_from(who.on)

    def do(said: dict[str, Any]) -> str:
        if said.get("how") == SECOND:
            days, reason = settings.HOME_SETTINGS.proposal_days, said["late_reason"]
            return reverse(
                "proposal", args=[propose_held(kind, form.value(person_id), by, now(), reason=reason, days=days)]
            )
        function(form.value(person_id), by, now())
        return _address(person_id)

    return act(request, _page(person_id, title), form, do, done)


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def end(request: HttpRequest, who: Asker, person_id: str, kind: str, held_id: str) -> HttpResponse:
    """Record the last day of something."""
    found = _held(who, person_id, kind, held_id)

    def do(said: dict[str, Any]) -> str:
        by = by_of(who, "person.record")
        desk.end_held(kind, held_id, said["last"], by, now(), decision=said["decision"])
        return _address(person_id)

    lead = f"{HELD[kind]}, {days_of(found.value.term)}. Không có gì bị xóa; chỉ ghi ngày cuối cùng."
    return act(request, _page(person_id, "Kết thúc", lead), EndForm(request.POST or None), do, "Đã ghi ngày kết thúc.")


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def correct(request: HttpRequest, who: Asker, person_id: str, kind: str, held_id: str) -> HttpResponse:
    """Record that something was told wrongly, and what is right."""
    found = _held(who, person_id, kind, held_id)
    owner = getattr(found.value, "absent", "") or person_id
    form = FORMS[kind](request.POST or None, initial=_said(found))
    form.fields["reason"] = forms.CharField(
        label="Lý do đính chính", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}), error_messages=NEEDED
    )
    form.order_fields(["reason", *(name for name in form.fields if name != "reason")])
    form.fields["valid_from"].required = found.value.term.valid_from is not None
    form.fields["decision"].required = bool(found.value.decision)

    def do(said: dict[str, Any]) -> str:
        by = by_of(who, "person.record")
        desk.correct_held(kind, held_id, form.value(owner), said["reason"], by, now())
        return _address(person_id)

    lead = "Đính chính điều đã ghi sai. Không có gì bị xóa: điều đã ghi và lý do đính chính còn trong sổ cái."
    return act(request, _page(person_id, f"Đính chính {HELD[kind].lower()}", lead), form, do, "Đã ghi đính chính.")


def _rename(request: HttpRequest, who: Asker, person_id: str) -> HttpResponse:
    def do(said: dict[str, Any]) -> str:
        desk.rename_person(person_id, said["name"], by_of(who, "person.record"), now())
        return _address(person_id)

    found = person(person_id)
    form = NameForm(request.POST or None, initial={"name": found.name if found else ""})
    return act(request, _page(person_id, "Sửa họ tên"), form, do, "Đã ghi họ tên.")


def _known(who: Asker, person_id: str) -> None:
    """Answers 404 for somebody whom the asker may not know of."""
    if person(person_id) is None or not may_record_person(who, "person.read", person_id):
        raise Http404


def _held(who: Asker, person_id: str, kind: str, held_id: str) -> Held:
    _known(who, person_id)
    found = next((h for h in held_by(person_id) if (h.kind, h.id) == (kind, held_id)), None)
    if found is None:
        raise Http404
    return found


def _said(found: Held) -> dict[str, Any]:
    value = found.value
    names = ("category", "unit", "title", "is_head", "role", "cover", "decision")
    told: dict[str, Any] = {name: getattr(value, name) for name in names if hasattr(value, name)}
    told |= {"roles": "; ".join(getattr(value, "roles", ()))}
    return told | {"valid_from": value.term.valid_from, "valid_to": value.term.valid_to}


def _page(person_id: str, title: str, lead: str = "") -> Page:
    found = person(person_id)
    name = (found.name if found else "") or f"({ERASED_NAME})"
    trail = (*_TRAIL, (name, _address(person_id)))
    return Page(title=f"{title}: {name}", lead=lead, back=_address(person_id), trail=trail)


def _address(person_id: str) -> str:
    return reverse("person", kwargs={"person_id": person_id})
