"""Taking back a step told by mistake: an own slip at once, any other by a proposal that a second person approves."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.books.forms import BackForm
from baro.channels.web.books.kept import deliver, dossier_in
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.acting import Page, act
from baro.desk import proposals
from baro.desk.by import by_person
from baro.desk.permission import Asker
from baro.desk.recorded_dossiers import Kept
from baro.desk.taking_back import VOID, may_ask_void, may_take_back, propose_void, take_back
from baro.records.queries.proposals import waiting_by_subject
from baro.rules.observed.taking_back import check_taken_back
from baro.rules.prescribed.refusals import Refused

_ALONE = "Bước rút ra không tính nữa; bước và lý do vẫn hiện, gạch ngang. Hạn và đối chiếu quy trình tính lại ngay."
_BY_TWO = "Hủy bước đã ghi cần hai người: bạn đề nghị, một người ở đơn vị khác phê duyệt, rồi bạn thực hiện. Bước và lý do vẫn hiện, gạch ngang."


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiding:
    """A proposal under way to void a step of a dossier; `is_seen`: the asker may look at it."""

    id: str
    second: str
    is_seen: bool


def ways_back(who: Asker, kept: Kept, number: int, at: datetime) -> str:
    """Say how the asker may take back a step: "alone", "two", or "" not at all."""
    try:
        check_taken_back(kept.told, number)
    except Refused:
        return ""
    if may_take_back(kept.receipt, kept.told, number, who, at, settings.HOME_SETTINGS.slip_minutes):
        return "alone"
    return "two" if may_ask_void(kept.receipt, kept.told, who) else ""


def voiding_of(who: Asker, dossier: str) -> Voiding | None:
    """Give the proposal under way to void a step of a dossier, if there is one."""
    found = waiting_by_subject(VOID, [dossier], who.on).get(dossier)
    return None if found is None else Voiding(id=found.id, second=found.second, is_seen=_sees(who, found.id))


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def take_back_step(request: HttpRequest, who: Asker, source: str, code: str, number: int) -> HttpResponse:
    """Take back a step, alone or by a proposal."""
    kept, at = dossier_in(who, source, code), now()
    check_taken_back(kept.told, number)
    way, back = ways_back(who, kept, number, at), reverse("recorded", args=[source, code])
    if not way:
        raise Refused("recording.no_slip")
    form = BackForm(request.POST or None)

    def do(said: dict[str, Any]) -> str:
        home, dossier = settings.HOME_SETTINGS, kept.receipt.dossier
        if way == "two":
            made = propose_void(dossier, number, said["reason"], who, at, days=home.proposal_days)
            return reverse("proposal", args=[made])
        by = by_person(who, unit=kept.book.body)
        take_back(dossier, number, said["reason"], by, at, minutes=home.slip_minutes)
        deliver(source, at)
        return back

    name = next(step.activity for step in kept.told if step.number == number)
    is_alone = way == "alone"
    page = Page(
        title=f"Rút bước {number}: {name}" if is_alone else f"Đề nghị hủy bước {number}: {name}", back=back,
        button="Rút bước" if is_alone else "Gửi đề nghị", lead=_ALONE if is_alone else _BY_TWO,
        trail=(("Sổ hồ sơ", reverse("books")), (kept.book.name, reverse("book", args=[source])), (code, back)),
    )  # fmt: skip
    done = "Đã rút bước. Hạn và đối chiếu quy trình đã tính lại." if is_alone else "Đã gửi đề nghị hủy bước."
    return act(request, page, form, do, done)


def _sees(who: Asker, proposal_id: str) -> bool:
    try:
        proposals.seen(proposal_id, who)
    except Refused:
        return False
    return True
