"""Exactly the list on the page, whole, as a CSV file that comes down while it is read."""

import csv
from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.asked import address
from baro.channels.web.dossiers.list_views import READ, decisions
from baro.channels.web.dossiers.told import ShownLine, shown
from baro.channels.web.frame.asking import asks
from baro.channels.wording.organisation_sheets import harmless
from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.dossier_lists import Asked, every_dossier
from baro.rules.prescribed.policy.decisions import Decision

_TITLES = (
    "Mã hồ sơ", "Thủ tục", "Đơn vị", "Tiếp nhận", "Hẹn trả", "Kết thúc", "Tình trạng", "Đang giữ", "Số sai lệch", "Dấu hiệu",
)  # fmt: skip


class _Line:
    """A file that gives back what was written into it."""

    def write(self, text: str) -> str:
        """Give it back."""
        return text


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """Let the list come down."""
    asked = address(request.GET.dict()).asked
    answer = StreamingHttpResponse(_rows(who, asked), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="ho-so.csv"'
    return answer


def _rows(who: Asker, asked: Asked) -> Iterator[str]:
    writer = csv.writer(_Line())
    seen: dict[str, Decision] = {}
    yield "\ufeff" + writer.writerow(_TITLES)
    for line in every_dossier(permission.scope(who, READ), asked):
        if line.body not in seen:
            seen |= decisions(who, {line.body})
        yield writer.writerow([harmless(cell) for cell in _cells(shown(line, seen[line.body]))])


def _cells(line: ShownLine) -> list[str]:
    return [
        line.code, line.procedure, line.unit, f"{line.received:%d/%m/%Y %H:%M}" if line.received else "",
        f"{line.due:%d/%m/%Y}" if line.due else "", f"{line.ended:%d/%m/%Y %H:%M}" if line.ended else "", line.word,
        line.holder, str(line.deviations), " ".join(line.signals),
    ]  # fmt: skip
