"""An assigned task, what was told of it, the days that were promised, in codes and days; what may not be seen is empty."""

from dataclasses import asdict
from typing import Any

from baro.desk.permission import Asker
from baro.desk.tasks import seen_of
from baro.rules.judged.tasks.promises import promises_of
from baro.rules.judged.tasks.standing import TaskNow, counted_on
from baro.rules.observed.tasks import TaskEvent, TaskKind
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import masked, plain


def task_told(who: Asker, found: TaskNow) -> dict[str, Any]:
    """A task as it stands."""
    seen, one = seen_of(who, found), found.task
    given_so = {name: told for name, told in asdict(one).items() if name not in ("events", "due_on", "recorded_by")}
    told = plain(masked(seen, "assigned_task", given_so) | masked(seen, "task_event", {"holder": found.holder}))
    facts = ("stage", "handed_in_on", "closed_on", "late_days", "late_by_first", "returned", "extended")
    return (
        told
        | {name: getattr(found, name) for name in ("due_on", *facts)}
        | {"first_due_on": one.due_on, "quality": found.quality or ""}
    )


def event_told(seen: Decision, found: TaskNow, event: TaskEvent) -> dict[str, Any]:
    """Something told of a task."""
    words = {name: getattr(event, name) for name in ("recorded_by", "holder", "words")}
    open_to_all = ("number", "kind", "on", "recorded_at", "teller", "document", "due_on", "voids")
    return plain(masked(seen, "task_event", words)) | {
        **{name: getattr(event, name) for name in open_to_all},
        "quality": event.quality or "",
        "counts_on": counted_on(event, found.task),
        "stands": event in found.events or event.kind is TaskKind.VOIDED,
    }


def promises_told(found: TaskNow) -> list[dict[str, Any]]:
    """The days that were set one after the other, and what became of each."""
    return [asdict(one) for one in promises_of(found)]
