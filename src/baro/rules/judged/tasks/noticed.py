"""Which notice an assigned task that waits for somebody belongs to, and since when: each task to one notice, the most
pressing."""

from datetime import datetime, time

from baro.rules.judged.notices import NoticeKind
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.observed.tasks import TaskKind
from baro.rules.prescribed.zones import VIETNAM_TIME

_TO_JUDGE = frozenset({TaskKind.SUBMITTED, TaskKind.DECLINED, TaskKind.ASKED})
_COMES = frozenset({TaskKind.HANDED, TaskKind.UPHELD, TaskKind.RETURNED, TaskKind.EXTENDED, TaskKind.KEPT})


def noticed(now: TaskNow) -> NoticeKind:
    """Say of which notice an open task is one: to be judged by the assigner; late, due soon or to be done by the lead."""
    if not now.is_with_lead:
        return NoticeKind.TASKS_TO_JUDGE
    if now.is_late:
        return NoticeKind.TASKS_LATE
    return NoticeKind.TASKS_DUE if now.is_soon else NoticeKind.TASKS_OPEN


def noticed_since(now: TaskNow) -> datetime:
    """The moment from which a task counts as news of its notice: its day due, or when it last came to who has it now."""
    kind = noticed(now)
    if kind in (NoticeKind.TASKS_LATE, NoticeKind.TASKS_DUE) and now.due_on is not None:
        return datetime.combine(now.due_on, time(), VIETNAM_TIME)
    asked = _TO_JUDGE if kind is NoticeKind.TASKS_TO_JUDGE else _COMES
    return max((e.recorded_at for e in now.events if e.kind in asked), default=now.task.recorded_at)
