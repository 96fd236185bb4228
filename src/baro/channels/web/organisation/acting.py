"""A form whose sending is one act of the desk: what it refuses stands as a sentence beside the field it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from baro.channels.web.organisation.choices import BodyChoice, PersonChoice, body_lines, person_lines
from baro.channels.wording import sentence
from baro.rules.prescribed.refusals import Refused

PLAIN = "organisation/act.html"
"""What draws a form of which nothing special is to be said."""
_OF_FILE = (
    "paper.empty", "paper.too_large", "paper.unknown_kind", "paper.other_kind", "paper.unreadable", "paper.encrypted",
    "paper.scripted", "paper.carries_files", "paper.too_big_inside", "paper.too_heavy", "paper.too_many_pixels",
    "paper.too_many_pages", "paper.has_file",
)  # fmt: skip
# the code of a refusal -> the fields it may be about; the first that the form has is meant
_ABOUT: dict[str, tuple[str, ...]] = {
    "body.no_name": ("name",),
    "body.no_first_day": ("valid_from",),
    "body.overlapping_terms": ("valid_from",),
    "body.ends_before_start": ("valid_to", "valid_from"),
    "body.code_taken": ("code",),
    "body.code_form": ("code",),
    "body.code_lost_zeros": ("code",),
    "body.parent_not_in_force": ("parent",),
    "body.parent_loop": ("parent",),
    "body.no_reason": ("reason",),
    "body.not_in_force": ("effective_on",),
    "body.has_bodies_below": ("effective_on",),
    "succession.predecessor_not_in_force": ("effective_on",),
    "succession.successor_not_in_force": ("successor",),
    "succession.to_itself": ("successor",),
    "succession.told_twice": ("effective_on",),
    "succession.no_function": ("function",),
    "handover.to_itself": ("successor",),
    "handover.successor_not_in_force": ("successor",),
    "person.no_code": ("code",),
    "person.code_taken": ("code",),
    "person.no_name": ("name",),
    "employment.overlaps": ("valid_from",),
    "service.no_title": ("title", "role"),
    "service.ends_before_start": ("valid_to", "last"),
    "service.ended_already": ("last",),
    "service.body_not_in_force": ("unit",),
    "service.second_head": ("is_head", "valid_from"),
    "service.second_acting_head": ("valid_from",),
    "service.covers_itself": ("cover",),
    "service.absent_has_no_post": ("unit",),
    "service.no_reason": ("reason",),
    "late_entry.reason": ("late_reason",),
    "late_entry.future": ("day", "happened_at", "received_at", "on", "signed_on"),
    "recording.prefix": ("prefix",),
    "recording.source_taken": ("source",),
    "recording.before_last": ("day",),
    "recording.reason": ("reason",),
    "recording.back_reason": ("reason",),
    "recording.no_new_day": ("due_on",),
    "recording.new_day_gone": ("due_on",),
    "recording.ended": ("activity",),
    "recording.not_ended": ("activity",),
    "recording.not_waiting": ("activity",),
    "recording.already_waiting": ("activity",),
    "notice.no_reason": ("reason",),
    "notice.next_in_past": ("next_on",),
    "notice.next_too_far": ("next_on",),
    "account.bad_address": ("address",),
    "view.no_name": ("name",),
    "view.name_long": ("name",),
    "view.name_taken": ("name",),
    "joint.no_number": ("document", "decision", "number"),
    "joint.no_reason": ("words", "reason"),
    "joint.too_early": ("happened_at",),
    "joint.too_late_told": ("happened_at",),
    "joint.rests_on_it": ("is_void",),
    "joint.no_code": ("code",),
    "joint.code_taken": ("code",),
    "joint.no_version": ("received_at", "process"),
    "joint.no_name": ("name",),
    "joint.one_party": ("party_1",),
    "joint.before_signed": ("valid_from",),
    "joint.before_last": ("valid_from",),
    "joint.ends_before_start": ("last",),
    "joint.legs_missing": ("outcome",),
    "joint.withdrawn_leg": ("outcome",),
    "joint.rule_not_in_force": ("rule",),
    "process.no_name": ("name",),
    "directive.no_number": ("number",),
    "directive.long_number": ("number",),
    "directive.no_issuer": ("issuer",),
    "directive.no_subject": ("subject",),
    "directive.signed_in_future": ("signed_on",),
    "directive.before_above": ("signed_on",),
    "directive.due_before_signed": ("acknowledge_by",),
    "directive.nothing_above": ("implements", "directive"),
    "directive.impossible_day": ("on",),
    "directive.no_reason": ("reason",),
    "draft.no_code": ("code",),
    "draft.no_reason": ("reason", "words"),
    "draft.nobody_asked": ("body_1",),
    "draft.asks_itself": ("body_1",),
    "draft.day_past": ("by_day",),
    "draft.no_steps": ("rows",),
    "draft.no_words": ("words",),
    "review.no_name": ("name",),
    "review.no_document": ("document",),
    "review.due_before_begin": ("due_on",),
    "review.no_processes": ("top",),
    "target.no_name": ("name",),
    "target.no_unit": ("unit",),
    "target.ends_before_start": ("last",),
    "target.no_document": ("document",),
    "target.same_plan": ("plan",),
    "target.outside_period": ("upto",),
    "target.in_future": ("upto",),
    "target.no_source": ("source",),
    "target.no_reason": ("reason",),
    "task.no_content": ("content",),
    "task.no_lead": ("lead",),
    "task.assigned_in_future": ("assigned_on",),
    "task.before_directive": ("assigned_on",),
    "task.due_before_assigned": ("due_on",),
    "task.arose_after_assigned": ("arose_on",),
    "task.parent_led_by_another": ("assigner",),
    "task.in_future": ("on",),
    "task.too_early": ("on",),
    "task.no_reason": ("words", "reason"),
    "task.no_day": ("due_on",),
    "task.day_no_later": ("due_on",),
    "task.holder_elsewhere": ("holder",),
    "task.no_quality": ("quality",),
    "obligation.no_task": ("task",),
    "obligation.not_a_partner": ("debtor",),
    "obligation.to_itself": ("creditor",),
    "obligation.not_in_days": ("limit",),
    "obligation.rule_not_in_force": ("valid_from",),
    "obligation.ends_before_start": ("last",),
    "obligation.ended": ("last",),
    "obligation.not_in_force": ("on",),
    "obligation.before_asked": ("on",),
    "upward.no_about": ("about",),
    "upward.to_itself": ("to",),
    "upward.until_before": ("until",),
    "upward.body_not_in_force": ("to", "body"),
    "upward.too_early": ("on",),
    "upward.there_already": ("body",),
    "simplification.no_procedure": ("name",),
    "simplification.no_what": ("what",),
    "simplification.nothing_cut": ("papers",),
    "simplification.before_proposed": ("on",),
    "simplification.before_signed": ("until",),
    "followed.no_document": ("document",),
    "followed.long_document": ("document",),
    "paper.no_title": ("title",),
    "paper.long_title": ("title",),
    "paper.too_many": ("title",),
    "paper.no_reason": ("reason",),
    "paper.no_reference": ("reference",),
    "paper.long_reference": ("reference",),
    "paper.pushed_in_future": ("on",),
    **dict.fromkeys(_OF_FILE, ("file",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The words of a page with a form: its title, a sentence about it, the button, where it leads back, where it stands; and
    what draws it, where the fields of the form lie in parts."""

    title: str
    lead: str = ""
    button: str = "Ghi nhận"
    back: str
    trail: tuple[tuple[str, str], ...] = ()
    warning: str = ""
    template: str = PLAIN


def act(
    request: HttpRequest, page: Page, form: forms.Form, do: Callable[[dict[str, Any]], str], done: str
) -> HttpResponse:
    """Show a form, or do what it says and go to the address that `do` returns; one that is refused comes back with what is
    wrong, and nothing was recorded."""
    if form.is_bound and form.is_valid():
        try:
            address = do(form.cleaned_data)
        except Refused as refusal:
            beside(form, refusal)
        else:
            messages.success(request, done)
            return redirect(address)
    return shown(request, page, form)


def shown(request: HttpRequest, page: Page, form: forms.Form) -> HttpResponse:
    """Draw a form, with suggestions for the fields that take a body or a person."""
    for name, field in form.fields.items():
        if form.is_bound and name in form.errors:
            field.widget.attrs["aria-invalid"] = "true"
    told = {
        "page": page,
        "form": form,
        "body_lines": body_lines() if _has(form, BodyChoice) else (),
        "person_lines": person_lines() if _has(form, PersonChoice) else (),
    }
    return render(request, page.template, told, status=422 if form.is_bound and form.errors else 200)


def beside(form: forms.Form, refusal: Refused) -> None:
    """Put a refusal beside the field it is about. What the policy refuses is not about a field: it goes on up."""
    if refusal.code.startswith("access."):
        raise refusal
    field = next((name for name in _ABOUT.get(refusal.code, ()) if name in form.fields), None)
    form.add_error(field, sentence(refusal))


def _has(form: forms.Form, kind: type[forms.Field]) -> bool:
    return any(isinstance(field, kind) for field in form.fields.values())
