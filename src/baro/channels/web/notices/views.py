"""One's own notices: what waits, what one said one knows of, and the form by which one says it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.frame.waiting import forget, remember
from baro.channels.web.notices.forms import KnowForm, seen_now
from baro.channels.web.notices.told import shown_notices
from baro.channels.web.organisation.acting import Page, act
from baro.channels.wording.notices import SLUGS, notice_told
from baro.desk import notice_acts
from baro.desk.by import by_person
from baro.desk.notices import data_as_of, notices_for
from baro.desk.permission import Asker
from baro.rules.judged.notices import Notice, NoticeKind
from baro.rules.prescribed.zones import VIETNAM, local_time

_KINDS = {slug: kind for kind, slug in SLUGS.items()}


@require_safe
@asks
def notices(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show what waits, and below it what is known."""
    found, as_of = notices_for(who), data_as_of(who)
    shown = list(zip(found, shown_notices(found, who, as_of), strict=True))
    waiting = [told for one, told in shown if one.is_waiting]
    remember(request, len(waiting))
    known = [told for one, told in shown if not one.is_waiting]
    told = {"waiting": waiting, "known": known, "as_of": local_time(as_of, VIETNAM) if as_of else None}
    return render(request, "notices/notices.html", told | {"address": request.user.email})


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def acknowledge(request: HttpRequest, who: Asker, kind: str) -> HttpResponse:
    """Say that one knows of a notice."""
    notice = _notice(who, kind)
    form = KnowForm(request.POST or None, initial=seen_now(notice))

    def do(said: dict[str, Any]) -> str:
        notice_acts.acknowledge(notice.kind, who, by_person(who), now(), **said)
        forget(request)
        return reverse("notices")

    lead = (
        "Ghi là đã biết không làm việc này xong: danh sách và báo cáo vẫn như cũ. Sổ cái giữ "
        "bạn biết từ lúc nào, biết bao nhiêu; lời bạn ghi chỉ bạn xem."
    )
    page = Page(
        title=f"Đã biết: {notice_told(notice)}", lead=lead, button="Ghi là đã biết", back=reverse("notices"),
        trail=(("Thông báo", reverse("notices")),),
    )  # fmt: skip
    return act(request, page, form, do, "Đã ghi là đã biết.")


def _notice(who: Asker, slug: str) -> Notice:
    kind: NoticeKind | None = _KINDS.get(slug)
    for one in notices_for(who):
        if one.kind is kind:
            return one
    raise Http404
