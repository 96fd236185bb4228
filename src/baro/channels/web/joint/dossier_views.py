"""One joint dossier: its legs with both times, why each date, whose the lateness is, and what the reader may record."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.held_bar import time_told
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.joint.told import here, names_of, shown_legs, shown_moment, shown_shares, whole_state
from baro.channels.web.organisation.named import holders_named
from baro.channels.wording.joint import KINDS
from baro.desk import permission
from baro.desk.joint import READ, WORK, joint_now, seen_of, tellers_of
from baro.desk.late_entry import CALENDAR
from baro.desk.permission import Asker
from baro.records.queries.joint_rules import coordination_rule
from baro.records.queries.processes import approval
from baro.rules.judged.deadlines.due import why
from baro.rules.judged.joint.legs import JointNow
from baro.rules.judged.joint.split import split_of
from baro.rules.judged.joint.standing import Standing
from baro.rules.judged.joint.steps import may_end, steps_open
from baro.rules.observed.joint import JointEvent, JointKind
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import VEIL, hides
from baro.rules.prescribed.policy.standing import Subject

WORDS = {
    "gui": JointKind.SENT, "nhan": JointKind.ACKNOWLEDGED, "tra-loi": JointKind.ANSWERED, "tra-lai": JointKind.RETURNED,
    "ket-thuc": JointKind.ENDED,
}  # fmt: skip
WORD_OF = {kind: word for word, kind in WORDS.items()}
ALL = "ca-ho-so"
_BUTTONS = {
    JointKind.SENT: "Ghi đã gửi", JointKind.ACKNOWLEDGED: "Xác nhận đã nhận", JointKind.ANSWERED: "Ghi trả lời",
    JointKind.RETURNED: "Ghi trả lại",
}  # fmt: skip


@require_safe
@asks
def dossier(request: HttpRequest, who: Asker, joint: str) -> HttpResponse:
    """Show one joint dossier in reach."""
    found = found_now(who, joint)
    split = split_of(found, CALENDAR)
    registered = approval(found.dossier.process)
    names, (state, word) = names_of(found), whole_state(found)
    lead = Subject(id=joint, unit=found.process.lead)
    told = {
        "now": found,
        "lead": names[found.process.lead],
        "name": registered.name if registered else found.dossier.process,
        "rule": coordination_rule(found.process.rule) if found.process.rule else None,
        "limit": describe(found.process.limit),
        "state": state,
        "word": word,
        "received": here(found.dossier.received_at),
        "recorded": here(found.dossier.recorded_at),
        "ended": shown_moment(found.ended),
        "why": why(found.due),
        "legs": shown_legs(found, names, _links(who, found)),
        "shares": shown_shares(found, names, split),
        "late": time_told(split.late) if split.late else "",
        "course": _course(who, found, names),
        "end": reverse("joint_record", args=[joint, ALL, "ket-thuc"])
        if may_end(found) and permission.allows(who, WORK, lead)
        else "",
    }
    return render(request, "joint/one.html", told)


def found_now(who: Asker, joint: str) -> JointNow:
    """A joint dossier in reach as it stands. Answers 404 for one that is not there."""
    found = joint_now(joint, permission.scope(who, READ), now())
    if found is None:
        raise Http404
    return found


def teller_of(who: Asker, found: JointNow, tellers: Sequence[str]) -> str:
    """For which of these bodies the asker may tell: the first; "" for none."""
    may = (body for body in tellers if permission.allows(who, WORK, Subject(id=found.dossier.id, unit=body)))
    return next(may, "")


def _links(who: Asker, found: JointNow) -> dict[str, list[tuple[str, str]]]:
    return {
        one.leg.key: [
            (reverse("joint_record", args=[found.dossier.id, one.leg.key, WORD_OF[kind]]), _BUTTONS[kind])
            for kind in steps_open(found, one)
            if teller_of(who, found, tellers_of(found, kind, one.leg.agency))
        ]
        for one in found.legs
    }


def _course(who: Asker, found: JointNow, names: dict[str, str]) -> list[dict[str, Any]]:
    """What was told, in the order in which it was recorded, with what was corrected."""
    seen = seen_of(who, found)
    named = names | holders_named({one.recorded_by for one in found.dossier.events})
    stands = {one.event.id: one for one in found.events}
    return [_line(who, found, event, stands, named, seen) for event in found.dossier.events]


def _line(
    who: Asker, found: JointNow, event: JointEvent, stands: dict[str, Standing], named: dict[str, str], seen: Decision
) -> dict[str, Any]:
    first = event.corrects or event.id
    one = stands.get(first)
    is_last = one is not None and (not one.before or event.recorded_at == one.event.recorded_at)
    may = is_last and one is not None and not event.is_void and teller_of(who, found, (event.teller,))
    return {
        "leg": event.leg,
        "kind": KINDS[event.kind],
        "moment": shown_moment(one if is_last and one else Standing(event=event, counts_at=event.occurred_at)),
        "teller": named.get(event.teller, event.teller),
        "by": VEIL if hides(seen, "joint_event", "recorded_by") else named[event.recorded_by],
        "words": VEIL if event.words and hides(seen, "joint_event", "words") else event.words,
        "is_correction": bool(event.corrects),
        "is_void": event.is_void,
        "stands": bool(is_last) and not event.is_void,
        "correct": reverse("joint_correct", args=[found.dossier.id, first]) if may else "",
    }
