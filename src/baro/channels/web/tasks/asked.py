"""What the address of the list of tasks asks for, and the tasks that it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from baro.channels.wording.tasks import COUNTS
from baro.desk.permission import Asker, scope
from baro.desk.task_counts import counted_now
from baro.desk.tasks import READ
from baro.records.queries.tasks import ClosedPlace, closed_tasks, open_tasks
from baro.rules.counted.periods import Period, read_period
from baro.rules.counted.tasks import IS
from baro.rules.judged.tasks.standing import WITH_LEAD, Stage, TaskNow, by_urgency, task_on
from baro.rules.observed.directives import Source
from baro.rules.prescribed.folding import fold_words

MOST, PAGE = 2000, 50
CLOSED = "da-xong"
_IS: dict[str, Callable[[TaskNow], bool]] = {
    "": lambda now: now.is_open,
    "qua-han": lambda now: now.is_open and now.is_late,
    "sap-den-han": lambda now: now.is_soon,
    "cho-nghiem-thu": lambda now: now.stage is Stage.SUBMITTED,
    "xin-gia-han": lambda now: now.asked is not None and now.is_open,
    "tra-lai": lambda now: now.stage is Stage.DECLINED,
    "lam-lai": lambda now: now.returned > 0 and now.stage in WITH_LEAD,
    CLOSED: lambda now: not now.is_open,
}
VIEWS = {
    "": "Đang thực hiện",
    "qua-han": "Quá hạn",
    "sap-den-han": "Sắp đến hạn",
    "cho-nghiem-thu": "Chờ nghiệm thu",
    "xin-gia-han": "Xin gia hạn",
    "tra-lai": "Đơn vị trả lại",
    "lam-lai": "Đang làm lại",
    CLOSED: "Đã xong",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksAsked:
    """The view, the lead, the source, words of the task; after which closed one a page begins. Or a figure: which count, of
    which period."""

    view: str = ""
    lead: str = ""
    source: str = ""
    words: str = ""
    after: str = ""
    count: str = ""
    period: Period | None = None

    def changed(self, **words: str) -> str:
        """The address with some words changed; a page begins anew."""
        told = {
            "xem": self.view, "don-vi": self.lead, "nguon": self.source, "tim": self.words, "dem": self.count,
            "ky": self.period.written if self.period else "",
        } | {name.replace("_", "-"): word for name, word in words.items()}  # fmt: skip
        return "?" + urlencode({name: word for name, word in told.items() if word})

    @property
    def is_filtered(self) -> bool:
        """Say whether anything but the view is asked for."""
        return bool(self.lead or self.source or self.words)

    @property
    def place(self) -> ClosedPlace | None:
        """After which closed task the page begins; None for the first, or where the address cannot be read."""
        moment, _, task = self.after.partition("~")
        try:
            return ClosedPlace(datetime.fromisoformat(moment), task) if task else None
        except ValueError:
            return None


def asked_of(told: Mapping[str, str]) -> TasksAsked:
    """Read an address; what is not known is left out."""
    view, source, count = told.get("xem", ""), told.get("nguon", ""), told.get("dem", "")
    period = read_period(told.get("ky", ""))
    return TasksAsked(
        view=view if view in VIEWS else "", lead=_plain(told.get("don-vi", ""))[:40],
        source=source if source in {one.value for one in Source} else "", words=_plain(told.get("tim", "")).strip()[:80],
        after=_plain(told.get("sau", ""))[:120], count=count if count in COUNTS and period else "",
        period=period if count in COUNTS else None,
    )  # fmt: skip


def open_now(who: Asker) -> list[TaskNow]:
    """The open tasks in reach as they stand: the late first, the latest of them before; then by the day due, those without one
    last."""
    return by_urgency(task_on(one, who.on) for one in open_tasks(scope(who, READ), MOST))


def closed_now(who: Asker, asked: TasksAsked) -> tuple[list[TaskNow], str]:
    """A page of closed ones, the last first, and where the next begins ("": there is none)."""
    found = closed_tasks(scope(who, READ), asked.place, PAGE + 1)
    last = found[PAGE - 1] if len(found) > PAGE else None
    shown = [task_on(one, who.on) for one in found[:PAGE]]
    return shown, f"{last.closed_at.isoformat()}~{last.id}" if last and last.closed_at else ""


def figure_now(who: Asker, asked: TasksAsked) -> list[TaskNow]:
    """The tasks behind a figure: chosen by the rule that counts them."""
    assert asked.period is not None
    return [now for now in counted_now(who, asked.period) if IS[asked.count](now)]


def is_meant(now: TaskNow, asked: TasksAsked, view: str | None) -> bool:
    """Say whether a task is one of those asked for; `view` None: whatever its state."""
    task = now.task
    if asked.lead not in ("", task.lead) or asked.source not in ("", task.source.value):
        return False
    if asked.words:
        text = fold_words(f"{task.content} {task.product}")
        if any(word not in text for word in fold_words(asked.words).split()):
            return False
    return view is None or _IS[view](now)


def _plain(text: str) -> str:
    return text.replace("\0", "")
