"""The catalogue: the list with its faults, one procedure with its versions, the file of the list, and taking over what the
national portal publishes."""

import csv
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baro.channels.web.catalogue.listed import PAGE, catalogue_asked, found_in, lint_counts, online_choices, shown
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.asking import by_of, read_day
from baro.channels.wording import sentence
from baro.channels.wording.catalogue import CHANNELS, LINTS, PARTS
from baro.channels.wording.organisation_sheets import harmless
from baro.desk import permission
from baro.desk.catalogue import Linted, Published, linted_procedures, publish_procedures
from baro.desk.permission import Asker
from baro.records.loading.publications import is_publication, read_publication
from baro.records.queries.procedures import versions_of
from baro.rules.judged.catalogue.changes import Change, changes
from baro.rules.judged.catalogue.lints import faults_of
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.procedures import PublishedVersion
from baro.rules.prescribed.refusals import Refused

_MOST_FAULTS = 20
_TITLES = ("Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Cấp", "Thời hạn", "Điểm cần hỏi lại", "Thể hiện ở")


@require_safe
@asks
def procedures(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the procedures in force today that the address asks for."""
    return _page(request, who)


@require_safe
@asks
def procedure(request: HttpRequest, who: Asker, code: str) -> HttpResponse:
    """Show one procedure: as it is published now, its faults, and its versions."""
    versions = versions_of(code) if "\0" not in code else ()
    if not versions:
        raise Http404
    told = versions[0].procedure
    shown_here = {
        "told": told,
        "versions": _with_changes(versions),
        "channels": [
            (CHANNELS[one.channel], describe(one.limit) if one.limit else one.written, one.limit, one.fee, one.more)
            for one in told.channels
        ],
        "faults": [(LINTS[fault.lint], fault.shown) for fault in faults_of(told, who.on)],
    }
    return render(request, "catalogue/procedure.html", shown_here)


def _with_changes(versions: Sequence[PublishedVersion]) -> list[tuple[PublishedVersion, list[tuple[str, str, str]]]]:
    """Each version, the newest first, with what it publishes otherwise than the one before it."""
    earlier = [one.procedure for one in versions[1:]]
    told = [
        [_change_told(change) for change in changes(before, version.procedure)]
        for version, before in zip(versions, earlier, strict=False)
    ]
    return list(zip(versions, [*told, []], strict=True))


def _change_told(change: Change) -> tuple[str, str, str]:
    name = PARTS[change.part]
    where = f"{name} ({CHANNELS[change.channel].lower()})" if change.channel else name
    return where, change.before, change.after


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponse:
    """The list that the address asks for, as CSV."""
    found = found_in(linted_procedures(who.on), catalogue_asked(request.GET.dict()))
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="thu-tuc.csv"'
    writer = csv.writer(answer)
    writer.writerow(_TITLES)
    writer.writerows([harmless(cell) for cell in _cells(one)] for one in found)
    return answer


@require_POST
@asks
def receive(request: HttpRequest, who: Asker) -> HttpResponse:
    """Take over a file of the national portal: whole, or without the lines that cannot be read if somebody says so."""
    file, on = request.FILES.get("file"), read_day(request.POST.get("ngay", ""))
    if file is None or not is_publication(file.name or "", file.size or 0):
        return _page(request, who, wrong=[sentence(Refused("portal.no_file"))], status=422)
    if on is None:
        return _page(request, who, wrong=["Ngày áp dụng chưa đúng; xin ghi dạng 25/04/2024."], status=422)
    try:
        told, bad = read_publication(file.chunks(), file.name or "")
        if bad and request.POST.get("bo-dong-hong") != "co":
            return _page(request, who, wrong=_bad_told(bad), status=422)
        done = publish_procedures(told, on, by_of(who, "catalogue.record"), now())
    except Refused as refusal:
        return _page(request, who, wrong=[sentence(refusal)], status=422)
    messages.success(request, _done_told(done, len(bad)))
    return redirect("procedures")


def _page(request: HttpRequest, who: Asker, wrong: Iterable[str] = (), status: int = 200) -> HttpResponse:
    asked, catalogue = catalogue_asked(request.GET.dict()), linted_procedures(who.on)
    found = found_in(catalogue, asked)
    told = {
        "asked": asked,
        "lines": [shown(one) for one in found[asked.start : asked.start + PAGE]],
        "count": len(found),
        "total": len(catalogue),
        "faulty": sum(bool(one.faults) for one in catalogue),
        "choices": lint_counts(catalogue, asked),
        "ways": online_choices(catalogue, asked),
        "address": asked.changed(),
        "next": asked.changed(tu=str(asked.start + PAGE)) if len(found) > asked.start + PAGE else "",
        "first": asked.changed() if asked.start else "",
        "may_record": permission.allows(who, "catalogue.record"),
        "day": request.POST.get("ngay") or f"{who.on:%d/%m/%Y}",
        "wrong": list(wrong),
    }
    return render(request, "catalogue/list.html", told, status=status)


def _bad_told(bad: list[Any]) -> list[str]:
    told = [f"Dòng {one.line}: {sentence(one.why)}" for one in bad[:_MOST_FAULTS]]
    more = [f"và {len(bad) - _MOST_FAULTS} dòng nữa"] if len(bad) > _MOST_FAULTS else []
    return [f"{len(bad)} dòng không đọc được; chưa có gì được ghi.", *told, *more]


def _done_told(done: Published, left_out: int) -> str:
    parts = [f"{done.new} thủ tục mới", f"{done.changed} thủ tục đổi", f"{done.same} thủ tục như cũ"]
    parts += [f"{len(done.unnamed)} thủ tục đang giữ không có trong tệp, giữ nguyên"] if done.unnamed else []
    parts += [f"{left_out} dòng hỏng bị bỏ qua"] if left_out else []
    return f"Đã ghi: {', '.join(parts)}."


def _cells(one: Linted) -> list[str]:
    line = shown(one)
    why = "\n".join(fault.shown for fault in one.faults)
    return [line.code, line.name, line.field, line.levels, line.limits, "\n".join(line.faults), why]
