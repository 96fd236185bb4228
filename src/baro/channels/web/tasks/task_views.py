"""One task: what was asked, how it stands, all that was told of it, its parts, and what the reader may tell next."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.named import holders_named
from baro.channels.web.tasks.told import holder_told, shown_promises, shown_tasks
from baro.channels.wording.tasks import KINDS, QUALITIES, SOURCES, state_of
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.tasks import ASSIGN, READ, may_tell, seen_of, task_now
from baro.records.queries.directives import directive
from baro.records.queries.organisation import bodies
from baro.records.queries.tasks import assigned_task, parts_of
from baro.rules.judged.tasks.standing import TaskNow, counted_on, task_on
from baro.rules.judged.tasks.steps import last_told, steps_open
from baro.rules.observed.tasks import TaskEvent, TaskKind
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.policy.masking import VEIL, hides
from baro.rules.prescribed.policy.standing import Subject

WORDS = {
    "nhan": TaskKind.ACCEPTED, "tra-lai": TaskKind.DECLINED, "giu-nguyen": TaskKind.UPHELD, "giao-nguoi": TaskKind.HANDED,
    "xin-gia-han": TaskKind.ASKED, "gia-han": TaskKind.EXTENDED, "khong-gia-han": TaskKind.KEPT,
    "nop": TaskKind.SUBMITTED, "tinh-hinh": TaskKind.NOTED, "lam-lai": TaskKind.RETURNED, "nghiem-thu": TaskKind.APPROVED, "huy": TaskKind.CANCELLED,
}  # fmt: skip
WORD_OF = {kind: word for word, kind in WORDS.items()}
BUTTONS = {
    TaskKind.ACCEPTED: "Nhận nhiệm vụ",
    TaskKind.DECLINED: "Trả lại nhiệm vụ",
    TaskKind.UPHELD: "Giữ nguyên việc giao",
    TaskKind.HANDED: "Giao người thực hiện",
    TaskKind.ASKED: "Xin gia hạn",
    TaskKind.EXTENDED: "Gia hạn",
    TaskKind.KEPT: "Không gia hạn",
    TaskKind.SUBMITTED: "Nộp kết quả",
    TaskKind.RETURNED: "Yêu cầu làm lại",
    TaskKind.APPROVED: "Nghiệm thu",
    TaskKind.NOTED: "Ghi tình hình",
    TaskKind.CANCELLED: "Hủy nhiệm vụ",
}


@require_safe
@asks
def task(request: HttpRequest, who: Asker, task: str) -> HttpResponse:
    """Show one task in reach."""
    found = found_now(who, task)
    state, word = state_of(found)
    known, one = bodies(), found.task
    scope = permission.scope(who, READ)
    named = holders_named({e.recorded_by for e in one.events} | {e.holder for e in one.events} | {one.recorded_by})
    parts = [task_on(part, who.on) for part in parts_of(scope, task)]
    above = assigned_task(scope, one.parent) if one.parent else None
    told = {
        "now": found,
        "state": state,
        "word": word,
        "assigner": called(known, one.assigner),
        "lead": called(known, one.lead),
        "coordinating": [called(known, body) for body in one.coordinating],
        "source": SOURCES[one.source],
        "document": directive(one.directive) if one.directive else None,
        "leader": VEIL if hides(seen_of(who, found), "assigned_task", "leader") else one.leader,
        "holder": holder_told(who, found, named),
        "quality": QUALITIES[found.quality] if found.quality else "",
        "asked_day": found.asked.due_on if found.asked and found.is_open else None,
        "above": above,
        "promises": shown_promises(found),
        "parts": shown_tasks(who, parts),
        "course": [_line(who, found, event, named) for event in one.events],
        "links": _links(who, found),
        "take_back": _taking_back(who, found),
        "part_of": _parting(who, found),
    }
    return render(request, "tasks/one.html", told)


def found_now(who: Asker, task: str) -> TaskNow:
    """A task in reach as it stands. Answers 404 for one that is not there."""
    found = task_now(task, permission.scope(who, READ), now())
    if found is None:
        raise Http404
    return found


def teller_of(who: Asker, found: TaskNow, kind: TaskKind) -> str:
    """For which body the asker may tell this now: the lead before the assigner; "" for none."""
    sides = dict.fromkeys((found.task.lead, found.task.assigner))
    return next((b for b in sides if kind in steps_open(found, b) and may_tell(who, found, b, kind)), "")


def taker_of(who: Asker, found: TaskNow) -> TaskEvent | None:
    """The last thing told, where the asker may tell that it did not happen."""
    last = last_told(found)
    return last if last is not None and may_tell(who, found, last.teller, last.kind) else None


def _links(who: Asker, found: TaskNow) -> list[tuple[str, str]]:
    kinds = dict.fromkeys((*steps_open(found, found.task.lead), *steps_open(found, found.task.assigner)))
    return [
        (reverse("task_tell", args=[found.task.id, WORD_OF[kind]]), BUTTONS[kind])
        for kind in kinds
        if teller_of(who, found, kind)
    ]


def _taking_back(who: Asker, found: TaskNow) -> str:
    last = taker_of(who, found)
    return reverse("task_take_back", args=[found.task.id, last.number]) if last else ""


def _parting(who: Asker, found: TaskNow) -> str:
    """Where the lead gives a part of it on."""
    may = found.is_open and permission.allows(who, ASSIGN, Subject(id=found.task.id, unit=found.task.lead))
    return f"{reverse('task_new')}?phan-cua={found.task.id}" if may else ""


def _line(who: Asker, found: TaskNow, event: TaskEvent, named: dict[str, str]) -> dict[str, Any]:
    seen, known = seen_of(who, found), bodies()
    counts = counted_on(event, found.task)
    return {
        "on": event.on,
        "counts": counts if counts != event.on else None,
        "recorded": event.recorded_on if event.recorded_on != event.on else None,
        "kind": KINDS[event.kind],
        "document": event.document,
        "due_on": event.due_on,
        "holder": "" if not event.holder else VEIL if hides(seen, "task_event", "holder") else named[event.holder],
        "quality": QUALITIES[event.quality] if event.quality else "",
        "teller": called(known, event.teller),
        "by": VEIL if hides(seen, "task_event", "recorded_by") else named[event.recorded_by],
        "words": VEIL if event.words and hides(seen, "task_event", "words") else event.words,
        "stands": event in found.events or event.kind is TaskKind.VOIDED,
    }
