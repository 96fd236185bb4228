"""One dossier written down here: what the process expects next, its steps, its forms; and telling a step."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.books.back_views import voiding_of, ways_back
from baro.channels.web.books.forms import StepForm
from baro.channels.web.books.kept import deliver, dossier_in
from baro.channels.web.books.told import control_of, shown_receipt, shown_steps
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.acting import Page, act
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.permission import Asker
from baro.desk.recorded_dossiers import tellable
from baro.desk.recorded_process import Choice
from baro.desk.recording import READ, Told, record_step
from baro.records.queries.dossier_lists import dossier
from baro.rules.observed.recorded_steps import has_ended
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.zones import VIETNAM, local_time

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@asks
def recorded(request: HttpRequest, who: Asker, source: str, code: str) -> HttpResponse:
    """Show a dossier as it was written down."""
    kept, at = dossier_in(who, source, code), now()
    line = dossier(permission.scope(who, READ), kept.receipt.dossier)
    mine = tellable(who, kept)
    told = {
        "book": kept.book,
        "one": shown_receipt(who, kept, line),
        "line": line,
        "steps": [(one, ways_back(who, kept, one.told.number, at)) for one in shown_steps(who, kept)],
        "voiding": voiding_of(who, kept.receipt.dossier),
        "process": kept.process,
        "ended": has_ended(kept.steps),
        "expected": [(*_expected(one), one in mine) for one in kept.choices if one.is_expected],
        "others": [one for one in mine if not one.is_expected],
        "control": control_of(kept),
    }
    return render(request, "books/recorded.html", told)


@_FORM
@asks
def step(request: HttpRequest, who: Asker, source: str, code: str) -> HttpResponse:
    """Tell what happened with a dossier."""
    kept, at = dossier_in(who, source, code), now()
    here, back = local_time(at, VIETNAM), reverse("recorded", args=[source, code])
    mine = tellable(who, kept)
    if not mine:
        raise Refused("access.denied")
    first = {"activity": request.GET.get("viec", ""), "day": here.date(), "hour": f"{here:%H:%M}"}
    form = StepForm(mine, request.POST or None, initial=first)

    def do(said: dict[str, Any]) -> str:
        choice = next(one for one in mine if one.activity == said["activity"])
        told = Told(
            happened_at=form.happened_at(), unit=said["unit"], handler=said["handler"], document=said["document"],
            due_on=said["due_on"], reason=said["reason"],
        )  # fmt: skip
        record_step(kept.receipt.dossier, choice, told, who, by_person(who, unit=kept.book.body), at)
        deliver(source, at)
        return back

    page = Page(
        title="Ghi bước đã làm", button="Ghi bước", back=back,
        trail=(("Sổ hồ sơ", reverse("books")), (kept.book.name, reverse("book", args=[source])), (code, back)),
        lead="Ghi muộn quá 15 phút thì bước được tính từ lúc ghi, trừ khi lúc xảy ra bất lợi hơn cho đơn vị.",
    )  # fmt: skip
    return act(request, page, form, do, "Đã ghi bước. Hạn và đối chiếu quy trình đã tính lại.")


def _expected(one: Choice) -> tuple[str, str, str]:
    limit = describe(one.step.limit) if one.step and one.step.limit else ""
    return one.activity, one.step.role if one.step else "", limit
