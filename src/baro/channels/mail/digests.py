"""What somebody's digest of a day tells: the notices that wait for them, within their own reach."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.urls import reverse

from baro.channels.mail.letters import Digest, Told
from baro.channels.wording.notice_address import leads_to
from baro.channels.wording.notices import counted, unit_told
from baro.desk.notices import conclusions_of, data_as_of, looked_from, questions_of, tasks_of, units_of, words_of
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.rules.judged.notices import Notice
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.zones import VIETNAM, local_time

MOST = 5


def digest_of(waiting: Sequence[Notice], who: Asker, to: str, *, agency: str, origin: str) -> Digest:
    """Gather what a digest tells; `origin`: where the pages are."""
    as_of, tasks = data_as_of(who), tasks_of(waiting, who, MOST)
    return Digest(
        to=to, person=who.person, day=who.on, agency=agency, as_of=local_time(as_of, VIETNAM) if as_of else None,
        told=[_told(one, who, as_of, origin, tasks.get(one.kind, [])) for one in waiting], page=origin + reverse("notices"),
        own_address=origin + reverse("own_address"),
    )  # fmt: skip


def _told(notice: Notice, who: Asker, as_of: datetime | None, origin: str, tasks: list[TaskNow]) -> Told:
    route, query = leads_to(notice.kind, looked_from(as_of) if as_of else None)
    return Told(notice=notice, address=f"{origin}{reverse(route)}{query}", lines=list(_lines(notice, who, tasks)))


def _lines(notice: Notice, who: Asker, tasks: list[TaskNow]) -> Iterator[str]:
    units = units_of(notice, who)
    several = len({body for body, _, _ in units}) > 1
    for body, unit, n in units[:MOST]:
        yield f"{unit_told(unit, called(bodies(), body) if several and body else '')}: {counted(n)} hồ sơ"
    if len(units) > MOST:
        yield f"và {counted(len(units) - MOST)} đơn vị nữa"
    for question in questions_of(notice, who, MOST):
        code = question.dossier.partition(":")[2] or question.dossier
        yield f"Hồ sơ {code}, R{question.signal:02}, trả lời đến hết {question.reply_by:%d/%m/%Y}"
    for conclusion in conclusions_of(notice, who, MOST):
        yield f"Kết luận giao ban tuần từ {conclusion.monday:%d/%m/%Y}, hạn {conclusion.due_on:%d/%m/%Y}"
    for now in tasks:
        yield f"Nhiệm vụ giao ngày {now.task.assigned_on:%d/%m/%Y}{f', hạn {now.due_on:%d/%m/%Y}' if now.due_on else ''}"
    for one in words_of(notice, who, MOST):
        yield f"{called(bodies(), one.unit)}{f', đến hết {one.by:%d/%m/%Y}' if one.by else ''}"
