"""The notice of what a briefing concluded, as a document to be numbered and signed."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from baro.channels.web.briefing.meeting_told import ShownConclusion, shown_conclusions
from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import document as download
from baro.channels.web.organisation.named import body_named
from baro.desk import permission
from baro.desk.briefings import READ
from baro.desk.permission import Asker
from baro.records.queries.briefings import briefing, conclusions_of
from baro.records.queries.demo_mark import is_demo
from baro.rules.counted.told import Column, Measure, Minutes, Table
from baro.rules.counted.weeks import Week
from baro.rules.observed.briefings import Briefing
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.zones import VIETNAM, local_time

_COUNTS = ("Tiếp nhận", "Xong", "Xong quá hạn", "Còn tồn", "Tồn quá hạn", "Đến hạn 7 ngày tới")


@require_safe
@asks
def document(request: HttpRequest, who: Asker, briefing_id: str) -> HttpResponse:
    """Let the notice come down."""
    found = briefing(permission.scope(who, READ), briefing_id)
    if found is None or not permission.allows(who, "export.make", Subject(unit=found.body)):
        raise Http404
    concluded = shown_conclusions(who, conclusions_of(permission.scope(who, READ), found.id))
    return download(request, _minutes(found, concluded), f"giao-ban-{Week(found.monday).written}")


def _minutes(found: Briefing, concluded: Sequence[ShownConclusion]) -> Minutes:
    week, as_of = Week(found.monday), local_time(found.as_of, VIETNAM)
    whole = [sum(column) for column in zip(*(counts for _, counts in found.figures), strict=True)] or [0] * len(_COUNTS)
    received, ended, ended_late, pending, pending_late, _ = whole
    told = (
        f"Trong tuần tiếp nhận {received} hồ sơ, xong {ended} hồ sơ, trong đó {ended_late} quá hạn; cuối tuần còn {pending} hồ "
        f"sơ chưa xong, trong đó {pending_late} đã quá hạn."
    )
    return Minutes(
        agency=body_named(found.body),
        title=f"Kết luận giao ban tuần {week.number}, từ {week.monday:%d/%m} đến {week.sunday:%d/%m/%Y}",
        lead=f"Số liệu chốt lúc {local_time(found.frozen_at, VIETNAM):%H:%M %d/%m/%Y}, theo dữ liệu đến {as_of:%H:%M %d/%m/%Y}.",
        sections=(
            ("I. SỐ LIỆU TRONG TUẦN", (told,), _figures(found.figures, "Hồ sơ trong tuần theo đơn vị")),
            *(
                (
                    (
                        "II. CÔNG VIỆC NỘI BỘ TRONG TUẦN",
                        (),
                        _figures(found.internal, "Công việc nội bộ trong tuần theo đơn vị"),
                    ),
                )
                if found.internal
                else ()
            ),
            (
                "III. KẾT LUẬN" if found.internal else "II. KẾT LUẬN",
                () if concluded else ("Cuộc họp không có kết luận riêng.",),
                _concluded(concluded),
            ),
        ),
        as_of=as_of,
        synthetic=is_demo(),
    )


def _figures(told: Sequence[tuple[str, Sequence[int]]], title: str) -> Table:
    columns = (Column("unit", "Đơn vị", Measure.TEXT), *(Column(name, name, Measure.COUNT) for name in _COUNTS))
    rows = tuple((unit or "(không ghi đơn vị)", *counts) for unit, counts in told)
    return Table("figures", title, columns, rows)


def _concluded(concluded: Sequence[ShownConclusion]) -> Table:
    columns = tuple(
        Column(key, label, measure)
        for key, label, measure in (
            ("words", "Nội dung", Measure.TEXT), ("lead", "Đơn vị, người thực hiện", Measure.TEXT),
            ("due", "Hạn", Measure.DATE), ("word", "Tình trạng", Measure.TEXT),
        )
    )  # fmt: skip
    rows = tuple((one.words, one.lead, one.due, one.word) for one in concluded)
    return Table("conclusions", "Việc được giao tại giao ban", columns, rows)
