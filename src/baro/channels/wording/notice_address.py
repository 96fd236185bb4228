"""Where a notice leads: to the list of what it counts."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from baro.channels.wording.dossier_address import unit_word
from baro.channels.wording.dossier_spans import NEAR
from baro.rules.judged.notices import OF_TASKS, NoticeKind

_ROUTES = {
    NoticeKind.DOSSIERS_LATE: "dossiers",
    NoticeKind.DOSSIERS_DUE: "dossiers",
    NoticeKind.QUESTIONS_LATE: "signal_questions",
    NoticeKind.QUESTIONS_ASKED: "signal_questions",
    NoticeKind.QUESTIONS_ANSWERED: "signal_questions",
    NoticeKind.CONCLUSIONS_LATE: "my_work",
    NoticeKind.CONCLUSIONS_DUE: "my_work",
    NoticeKind.TASKS_LATE: "my_work",
    NoticeKind.TASKS_DUE: "my_work",
    NoticeKind.TASKS_TO_JUDGE: "my_work",
    NoticeKind.TASKS_OPEN: "my_work",
    NoticeKind.DIRECTIVES_NEW: "directives",
    NoticeKind.OPINIONS_ASKED: "process_drafts",
}


def leads_to(kind: NoticeKind, looked_from: datetime | None) -> tuple[str, str]:
    """Give the route of the list behind a notice, and what follows its address."""
    words: Mapping[str, str] = {}
    if kind is NoticeKind.DOSSIERS_LATE:
        words = {"tinh-trang": "qua-han"}
    elif kind is NoticeKind.DOSSIERS_DUE and looked_from is not None:
        words = {"luc": looked_from.isoformat(), "viec": NEAR}
    elif kind is NoticeKind.QUESTIONS_ANSWERED:
        words = {"tinh-trang": "cho-ket-luan"}
    elif kind is NoticeKind.OPINIONS_ASKED:
        words = {"tinh-trang": "consulting"}
    route = _ROUTES[kind]
    if route == "my_work":
        return route, "#nhiem-vu" if kind in OF_TASKS else "#giao-ban"
    return route, f"?{urlencode(words)}" if words else ""


def narrowed(query: str, body: str, unit: str) -> str:
    """Give the address of a list of dossiers with a body and a unit of it."""
    return f"{query}&{urlencode({'co-quan': body, 'don-vi': unit_word(unit)})}"
