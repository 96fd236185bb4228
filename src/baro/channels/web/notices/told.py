"""Notices as the page draws them: a sentence, the list behind it, and the first of what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from baro.channels.web.briefing.meeting_told import ShownConclusion, shown_conclusions
from baro.channels.web.dossiers.questions_told import ShownQuestion, shown_questions
from baro.channels.web.organisation.named import body_named
from baro.channels.web.tasks.told import ShownTask, shown_tasks
from baro.channels.wording.notice_address import leads_to, narrowed
from baro.channels.wording.notices import LATE, SAID, SLUGS, fresh_told, notice_told, unit_told
from baro.desk.notices import conclusions_of, looked_from, questions_of, tasks_of, units_of, words_of
from baro.desk.permission import Asker
from baro.rules.judged.notices import Acknowledged, Notice, NoticeKind
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.prescribed.zones import VIETNAM, local_time

MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownUnit:
    """How many of a notice lie with a unit of a body, and the list of these."""

    name: str
    count: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """A document that waits for a word of a body; `by`: until when, `is_overdue` if that is over."""

    title: str
    unit: str
    by: date | None
    is_overdue: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNotice:
    """A notice as a page draws it. Moments are Vietnam's."""

    slug: str
    told: str
    state: str
    word: str
    why_back: str
    address: str
    units: list[ShownUnit]
    more_units: int
    questions: list[ShownQuestion]
    conclusions: list[ShownConclusion]
    tasks: list[ShownTask]
    documents: list[ShownDocument]
    known: Acknowledged | None
    known_at: datetime | None


def shown_notices(found: Sequence[Notice], who: Asker, as_of: datetime | None) -> list[ShownNotice]:
    """Tell notices to somebody, in their order."""
    tasks = tasks_of(found, who, MOST)
    return [_shown(one, who, as_of, tasks.get(one.kind, [])) for one in found]


def _shown(notice: Notice, who: Asker, as_of: datetime | None, tasks: list[TaskNow]) -> ShownNotice:
    address = address_of(notice, as_of)
    units = units_of(notice, who)
    return ShownNotice(
        slug=SLUGS[notice.kind], told=notice_told(notice), **_state(notice.kind),
        why_back=fresh_told(notice), address=address, units=_units(units, address),
        more_units=max(0, len(units) - MOST), questions=shown_questions(who, questions_of(notice, who, MOST)),
        conclusions=shown_conclusions(who, conclusions_of(notice, who, MOST)), tasks=shown_tasks(who, tasks),
        documents=_documents(notice, who), known=notice.known,
        known_at=local_time(notice.known.said_at, VIETNAM) if notice.known else None,
    )  # fmt: skip


def address_of(notice: Notice, as_of: datetime | None) -> str:
    """The list behind a notice."""
    route, query = leads_to(notice.kind, looked_from(as_of) if as_of else None)
    return reverse(route) + query


def _units(units: list[tuple[str, str, int]], address: str) -> list[ShownUnit]:
    """The units with most of what a notice counts; each with its body where there are several."""
    several = len({body for body, _, _ in units}) > 1
    return [
        ShownUnit(
            name=unit_told(unit, body_named(body) if several else ""), count=n, address=narrowed(address, body, unit)
        )
        for body, unit, n in units[:MOST]
    ]


def _documents(notice: Notice, who: Asker) -> list[ShownDocument]:
    route = "directive" if notice.kind is NoticeKind.DIRECTIVES_NEW else "process_draft"
    return [
        ShownDocument(
            title=one.title, unit=body_named(one.unit), by=one.by, is_overdue=one.by is not None and one.by < who.on,
            address=reverse(route, args=[one.id]),
        )
        for one in words_of(notice, who, MOST)
    ]  # fmt: skip


def _state(kind: NoticeKind) -> dict[str, str]:
    if kind in LATE:
        return {"state": "late", "word": "quá hạn"}
    return {"state": "unknown", "word": "mới"} if kind in SAID else {"state": "soon", "word": "sắp đến hạn"}
