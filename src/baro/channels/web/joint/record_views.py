"""What is recorded of joint dossiers, each by a form: one is opened, a leg is told of, something is told anew."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.joint.dossier_views import ALL, WORDS, found_now, teller_of
from baro.channels.web.joint.forms import CorrectForm, OpenForm, TellForm
from baro.channels.web.joint.told import names_of
from baro.channels.web.organisation.acting import Page, act
from baro.channels.wording.joint import KINDS
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.joint import READ, WORK, correct_joint, end_joint, leg_of, open_joint_dossier, tell_leg, tellers_of
from baro.desk.permission import Asker
from baro.records.queries.joint_rules import joint_processes
from baro.records.queries.processes import names_of_processes
from baro.rules.judged.joint.legs import JointNow, LegNow
from baro.rules.observed.joint import JointKind, Outcome
from baro.rules.prescribed.policy.standing import Subject

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_TRAIL = ("Liên thông", "/lien-thong/")
_TITLES = {
    JointKind.SENT: "Ghi đã gửi", JointKind.ACKNOWLEDGED: "Xác nhận đã nhận", JointKind.ANSWERED: "Ghi trả lời",
    JointKind.RETURNED: "Ghi trả lại để bổ sung",
}  # fmt: skip
_OPENS = "Cơ quan chủ trì mở hồ sơ khi đã tiếp nhận đủ. Thời hạn của cả hồ sơ tính từ lúc tiếp nhận."
_LATE = (
    "Ghi đúng lúc việc xảy ra; sổ giữ cả lúc ghi. Ghi muộn một mình không làm số liệu của bên ghi tốt lên: "
    "việc của chính mình tính từ lúc ghi."
)


@_FORM
@asks
def opening(request: HttpRequest, who: Asker) -> HttpResponse:
    """Open a joint dossier."""
    named = names_of_processes()
    leads = {v.process: v.lead for v in joint_processes().values() if v.holds(who.on)}
    mine = {p: lead for p, lead in leads.items() if permission.allows(who, WORK, Subject(unit=lead))}
    choices = sorted(((p, named.get(p, p)) for p in mine), key=lambda one: one[1])
    form = OpenForm(choices, request.POST or None, initial={"received_at": now()})

    def do(said: dict[str, Any]) -> str:
        by, scope = by_person(who, unit=mine[said["process"]]), permission.scope(who, READ)
        made = open_joint_dossier(said["process"], said["code"], scope, by, now(), received_at=said["received_at"])
        return reverse("joint_dossier", args=[made])

    lead = _OPENS if choices else "Chưa có thủ tục liên thông nào do đơn vị bạn chủ trì đang có hiệu lực."
    page = Page(title="Mở hồ sơ liên thông", lead=lead, button="Mở hồ sơ", back=reverse("joint"), trail=(_TRAIL,))
    return act(request, page, form, do, "Đã mở hồ sơ. Gửi chặng đầu tiên ở dưới.")


@_FORM
@asks
def tell(request: HttpRequest, who: Asker, joint: str, leg: str, word: str) -> HttpResponse:
    """Record that a leg was sent, acknowledged, answered or returned, or that the whole is ended."""
    found, kind = found_now(who, joint), WORDS.get(word)
    if kind is None or (kind is JointKind.ENDED) != (leg == ALL):
        raise Http404
    one = None if leg == ALL else leg_of(found, leg)
    agency = one.leg.agency if one else found.process.lead
    teller = teller_of(who, found, tellers_of(found, kind, agency))
    if not teller:
        raise Http404
    form = TellForm(kind, request.POST or None, is_for_another=teller != agency, initial={"happened_at": now()})
    scope, back = permission.scope(who, READ), reverse("joint_dossier", args=[joint])

    def do(said: dict[str, Any]) -> str:
        by = by_person(who, unit=teller)
        told = said | ({"outcome": Outcome(said["outcome"])} if "outcome" in said else {})
        if kind is JointKind.ENDED:
            end_joint(joint, told.pop("outcome"), scope, by, now(), **told)
        else:
            tell_leg(joint, leg, kind, scope, by, now(), **told)
        return back

    page = Page(title=_title(kind, one), lead=_lead(found, kind, one, teller), back=back, trail=_trail(found))
    return act(request, page, form, do, f"Đã ghi: {KINDS[kind]}.")


@_FORM
@asks
def correct(request: HttpRequest, who: Asker, joint: str, event: str) -> HttpResponse:
    """Tell anew what was told wrongly."""
    found = found_now(who, joint)
    meant = next((one.event for one in found.events if one.event.id == event), None)
    if meant is None or not teller_of(who, found, (meant.teller,)):
        raise Http404
    form = CorrectForm(request.POST or None, initial={"happened_at": meant.occurred_at, "document": meant.document})
    back = reverse("joint_dossier", args=[joint])

    def do(said: dict[str, Any]) -> str:
        by = by_person(who, unit=meant.teller)
        correct_joint(joint, event, permission.scope(who, READ), by, now(), **said)
        return back

    about = f"chặng {meant.leg}, {KINDS[meant.kind]}" if meant.leg else KINDS[meant.kind]
    lead = (
        "Điều đã ghi vẫn giữ, cạnh điều đính chính và lý do. Đính chính không làm số liệu của bên đính chính tốt lên."
    )
    page = Page(title=f"Đính chính: {about}", lead=lead, back=back, trail=_trail(found))
    return act(request, page, form, do, "Đã ghi đính chính.")


def _title(kind: JointKind, one: LegNow | None) -> str:
    return f"{_TITLES[kind]}: chặng {one.leg.key}" if one else "Kết thúc hồ sơ"


def _lead(found: JointNow, kind: JointKind, one: LegNow | None, teller: str) -> str:
    named = names_of(found)
    if one is None:
        return _LATE
    about = f"{named[one.leg.agency]}: {one.leg.task}."
    if teller == one.leg.agency or kind is JointKind.SENT:
        return f"{about} {_LATE}"
    return f"{about} {named[teller]} ghi thay theo văn bản của cơ quan này, nên cần số văn bản; tính theo lúc ghi trong văn bản."


def _trail(found: JointNow) -> tuple[tuple[str, str], ...]:
    return (_TRAIL, (found.dossier.code, reverse("joint_dossier", args=[found.dossier.id])))
