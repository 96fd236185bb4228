"""What is recorded of directives, each by a form: one is entered, a unit takes note, one entered by mistake is withdrawn."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.named import body_named
from baro.channels.web.tasks.documents import choices
from baro.channels.web.tasks.forms import AcknowledgeForm, DirectiveForm, ReasonForm
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.directives import (
    ACKNOWLEDGE,
    RECORD,
    acknowledge_directive,
    record_directive,
    withdraw_directive,
)
from baro.desk.permission import Asker
from baro.desk.tasks import READ
from baro.records.queries.directives import directive
from baro.rules.observed.directives import Directive, Source
from baro.rules.prescribed.policy.standing import Subject

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_TRAIL = ("Văn bản chỉ đạo", "/nhiem-vu/van-ban/")


@_FORM
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Enter a directive into the register."""
    above = directive(request.GET.get("trien-khai", "")[:40])
    about = {"implements": above.id, "source": above.source.value} if above else {}
    initial = {"body": by_of(who, RECORD).unit, **about}
    form = DirectiveForm(choices(), request.POST or None, initial=initial)

    def do(said: dict[str, Any]) -> str:
        told = Directive(
            id="", source=Source(said["source"]), addressees=form.units(), recorded_at=now(),
            **{name: said[name] for name in ("body", "number", "signed_on", "issuer", "subject", "implements", "acknowledge_by")},
        )  # fmt: skip
        return reverse("directive", args=[record_directive(told, by_person(who, unit=said["body"]), now())])

    lead = "Văn bản giao việc của cấp trên, của cấp ủy, Hội đồng nhân dân, hay của chính cơ quan. Nơi nhận là các đơn vị phải ghi là đã nắm."
    back = reverse("directive", args=[above.id]) if above else reverse("directives")
    page = Page(title="Thêm văn bản chỉ đạo", lead=lead, button="Vào sổ", back=back, trail=(_TRAIL,))
    return act(request, page, form, do, "Đã vào sổ. Giao nhiệm vụ theo văn bản ở dưới.")


@_FORM
@asks
def acknowledge(request: HttpRequest, who: Asker, directive: str, unit: str) -> HttpResponse:
    """Record that a unit took note."""
    found = _found(directive)
    if unit not in found.silent or not permission.allows(who, ACKNOWLEDGE, Subject(id=found.id, unit=unit)):
        raise Http404
    form, back = AcknowledgeForm(request.POST or None, initial={"on": who.on}), reverse("directive", args=[found.id])

    def do(said: dict[str, Any]) -> str:
        acknowledge_directive(found.id, unit, said["on"], by_person(who, unit=unit), now())
        return back

    page = Page(
        title="Ghi là đã nắm văn bản", lead=f"{body_named(unit)}: {found.number}, {found.subject}.", back=back,
        trail=(_TRAIL, (found.number, back)),
    )  # fmt: skip
    return act(request, page, form, do, "Đã ghi là đơn vị nắm được văn bản.")


@_FORM
@asks
def withdraw(request: HttpRequest, who: Asker, directive: str) -> HttpResponse:
    """Take a directive that was entered by mistake out of the register."""
    found = _found(directive)
    if not permission.allows(who, RECORD, Subject(id=found.id, unit=found.body)):
        raise Http404
    form, back = ReasonForm(request.POST or None), reverse("directive", args=[found.id])

    def do(said: dict[str, Any]) -> str:
        withdraw_directive(
            found.id, said["reason"], permission.scope(who, READ), by_person(who, unit=found.body), now()
        )
        return back

    lead = "Chỉ rút văn bản vào sổ nhầm. Văn bản vẫn còn để đọc, ghi rõ là đã rút và vì sao."
    page = Page(title=f"Rút khỏi sổ: {found.number}", lead=lead, back=back, trail=(_TRAIL, (found.number, back)))
    return act(request, page, form, do, "Đã rút văn bản khỏi sổ.")


def _found(directive_id: str) -> Directive:
    found = directive(directive_id)
    if found is None:
        raise Http404
    return found
