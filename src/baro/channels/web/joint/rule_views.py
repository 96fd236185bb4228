"""The joint processes with their legs and limits, the coordination rules they rest on, and what is recorded of both."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.joint.rule_forms import USUAL, NewProcessForm, ProcessForm, RuleEndForm, RuleForm, written
from baro.channels.web.organisation.acting import Page, act
from baro.desk import permission
from baro.desk.joint_rules import end_rule, lay_down_joint, record_rule, register_joint
from baro.desk.permission import Asker
from baro.records.queries.joint_rules import coordination_rule, coordination_rules, joint_processes, joint_versions
from baro.records.queries.organisation import bodies
from baro.records.queries.processes import approval, linked_approvals
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.joint import JointProcess
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.work_processes import RegisterKind

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_RECORD, _PARTS = "process.approve", "joint/process_form.html"
_LEAD = (
    "Chặng để trống cơ quan thì không ghi. Mỗi chặng có hạn riêng, tính từ lúc gửi; chặng không chờ chặng nào được gửi "
    "song song từ khi tiếp nhận."
)
_TRAIL = (("Liên thông", "/lien-thong/"), ("Thủ tục và chặng", "/lien-thong/quy-trinh/"))


@require_safe
@asks
def processes(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the procedures that several agencies handle: the legs in force today, the versions, and the rules."""
    versions: dict[str, list[JointProcess]] = {}
    for (process, _), version in joint_processes().items():
        versions.setdefault(process, []).append(version)
    rules, known = coordination_rules(), bodies()
    named = {rule.id: rule for rule in rules}
    told = {
        "may_record": permission.allows(who, _RECORD),
        "may_open": permission.allows(who, "joint.read"),
        "processes": [
            {
                "told": one,
                "unit": called(known, one.unit),
                "version": _version(version, known_rule=named.get(version.rule)) if version else None,
                "before": [v for v in versions.get(one.id, []) if v is not version],
                "change": reverse("joint_process_change", args=[one.id])
                if permission.allows(who, _RECORD, Subject(unit=one.unit))
                else "",
            }
            for one in linked_approvals()
            for version in [_shown_version(versions.get(one.id, []), who)]
        ],
        "rules": [
            (rule, called(known, rule.unit), [called(known, body) for body in rule.partners], rule.holds(who.on),
             rule.last_on is None and permission.allows(who, _RECORD, Subject(unit=rule.unit)))
            for rule in rules
        ],
    }  # fmt: skip
    return render(request, "joint/processes.html", told)


@_FORM
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Enter a procedure into the register, with its first version."""
    form = NewProcessForm(_rules(who), _legs(), request.POST or None)

    def do(said: dict[str, Any]) -> str:
        register_joint(said["name"], said["code"], form.process(), by_of(who, _RECORD), now())
        return reverse("joint_processes")

    page = Page(
        title="Thêm thủ tục liên thông", lead=_LEAD, back=reverse("joint_processes"), trail=_TRAIL, template=_PARTS
    )
    return act(request, page, form, do, "Đã ghi thủ tục liên thông.")


@_FORM
@asks
def change(request: HttpRequest, who: Asker, process: str) -> HttpResponse:
    """Record the next version of a procedure of the register."""
    registered = approval(process)
    if registered is None or registered.kind is not RegisterKind.LINKED:
        raise Http404
    if not permission.allows(who, _RECORD, Subject(unit=registered.unit)):
        raise Http404
    before = joint_versions(process)
    first = written(before[-1]) if before else {}
    form = ProcessForm(_rules(who), _legs(before), request.POST or None, initial=first)

    def do(_: dict[str, Any]) -> str:
        lay_down_joint(form.process(process), by_of(who, _RECORD), now())
        return reverse("joint_processes")

    page = Page(
        title=f"Bản mới: {registered.name}", lead=_LEAD, back=reverse("joint_processes"), trail=_TRAIL, template=_PARTS
    )
    return act(request, page, form, do, "Đã ghi bản mới. Hồ sơ đã mở vẫn theo bản của ngày tiếp nhận.")


@_FORM
@asks
def rule_new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Record a coordination rule."""
    form = RuleForm(request.POST or None)

    def do(_: dict[str, Any]) -> str:
        return reverse("coordination_rule", args=[record_rule(form.rule(), by_of(who, _RECORD), now())])

    page = Page(title="Thêm quy chế phối hợp", back=reverse("joint_processes"), trail=_TRAIL)
    return act(request, page, form, do, "Đã ghi quy chế phối hợp. Ghi từng nghĩa vụ ở dưới.")


@_FORM
@asks
def rule_end(request: HttpRequest, who: Asker, rule: str) -> HttpResponse:
    """Record the last day of a coordination rule."""
    found = coordination_rule(rule)
    if found is None or not permission.allows(who, _RECORD, Subject(unit=found.unit)):
        raise Http404

    def do(said: dict[str, Any]) -> str:
        end_rule(rule, said["last"], said["number"], by_of(who, _RECORD), now())
        return reverse("joint_processes")

    lead = "Quy chế vẫn được giữ, có ghi ngày hết hiệu lực và văn bản chấm dứt."
    page = Page(title=f"Hết hiệu lực: {found.name}", lead=lead, back=reverse("joint_processes"), trail=_TRAIL)
    return act(request, page, RuleEndForm(request.POST or None), do, "Đã ghi ngày hết hiệu lực.")


def _rules(who: Asker) -> list[tuple[str, str]]:
    return [(rule.id, f"{rule.number}: {rule.name}") for rule in coordination_rules() if rule.last_on is None]


def _legs(before: Sequence[JointProcess] = ()) -> int:
    """How many legs the form has room for: one more than before, and no fewer than usual."""
    return max(USUAL, len(before[-1].legs) + 1 if before else 0)


def _shown_version(versions: list[JointProcess], who: Asker) -> JointProcess | None:
    """The version in force today, else the last."""
    return next((one for one in versions if one.holds(who.on)), versions[-1] if versions else None)


def _version(version: JointProcess, *, known_rule: Any) -> dict[str, Any]:
    known = bodies()
    return {
        "told": version,
        "lead": called(known, version.lead),
        "limit": describe(version.limit),
        "rule": known_rule,
        "legs": [(leg, called(known, leg.agency), describe(leg.limit)) for leg in version.legs],
    }
