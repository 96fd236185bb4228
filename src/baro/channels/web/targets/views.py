"""The targets of a year, and one of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.named import holders_named
from baro.channels.wording.targets import DIRECTIONS, RESULTS, STATES
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.targets import REPORT, SET, targets_of_year, year_of
from baro.records.queries.directives import directive, directives
from baro.records.queries.organisation import bodies
from baro.records.queries.targets import target as target_of
from baro.rules.judged.targets import TargetNow, TargetResult, target_on
from baro.rules.observed.directives import Source
from baro.rules.prescribed.amounts import amount_told
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.policy.standing import Subject

_TITLES = (
    "Mã", "Chỉ tiêu", "Đơn vị tính", "Đơn vị thực hiện", "Kỳ từ", "Đến hết", "Số kỳ trước", "Kế hoạch đầu", "Kế hoạch",
    "Thực hiện", "Lũy kế đến", "Tỷ lệ (%)", "Kết quả", "Theo kế hoạch đầu", "Nguồn",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsAsked:
    """The year, the body, what came of it."""

    year: int
    body: str = ""
    result: str = ""

    def changed(self, **words: str) -> str:
        """The address with some words changed."""
        told = {"nam": str(self.year), "don-vi": self.body, "ket-qua": self.result}
        told |= {name.replace("_", "-"): word for name, word in words.items()}
        return "?" + urlencode({name: word for name, word in told.items() if word})


@require_safe
@asks
def targets(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the targets of the year that the address asks for."""
    asked = _asked(request.GET.dict(), who.on)
    found, known = targets_of_year(asked.year, who.on), bodies()
    chosen = [now for now in found if _is_meant(now, asked)]
    counts = Counter(now.result for now in found if asked.body in ("", now.target.body))
    told = {
        "asked": asked,
        "lines": [_line(now) for now in chosen],
        "results": [(asked.changed(ket_qua=one.value), word, counts[one], one.value == asked.result) for one, word in RESULTS.items()],
        "all": (asked.changed(ket_qua=""), counts.total(), not asked.result),
        "by_revision": sum(now.is_met_by_revision for now in chosen),
        "bodies": sorted(((one, called(known, one)) for one in {now.target.body for now in found}), key=lambda one: one[1]),
        "themes": [one for one in directives().values() if _is_theme(one.source, one.signed_on, one.withdrawn_at, asked)],
        "before": asked.changed(nam=str(asked.year - 1)),
        "after": asked.changed(nam=str(asked.year + 1)),
        "address": asked.changed(),
        "may_set": permission.allows(who, SET),
        "may_read_tasks": permission.allows(who, "task.read"),
    }  # fmt: skip
    return render(request, "targets/list.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same targets as a workbook."""
    asked = _asked(request.GET.dict(), who.on)
    chosen = [now for now in targets_of_year(asked.year, who.on) if _is_meant(now, asked)]
    about = [
        ("Bảng", f"Chỉ tiêu năm {asked.year}"),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số dòng", str(len(chosen))),
    ]
    return workbook(request, f"chi-tieu-{asked.year}.xlsx", _TITLES, map(_row, chosen), about)


@require_safe
@asks
def target(request: HttpRequest, who: Asker, target: str) -> HttpResponse:
    """Show one target with its plans and reports."""
    found = target_of(target)
    if found is None:
        raise Http404
    now, stands = target_on(found, who.on), found.withdrawn_at is None
    named = holders_named({one.recorded_by for one in (*found.actuals, *found.revisions)} | {found.recorded_by})
    may_set = stands and permission.allows(who, SET, Subject(unit=found.assigner))
    told = {
        "t": _line(now),
        "told": found,
        "baseline": "" if found.baseline is None else amount_told(found.baseline),
        "first_plan": amount_told(found.plan),
        "assigner": called(bodies(), found.assigner),
        "direction": DIRECTIONS[found.direction],
        "document": directive(found.directive) if found.directive else None,
        "actuals": [(one, amount_told(one.value), named[one.recorded_by], one is now.actual) for one in reversed(found.actuals)],
        "revisions": [(one, amount_told(one.plan), named[one.recorded_by]) for one in found.revisions],
        "by": named[found.recorded_by],
        "may_report": stands and permission.allows(who, REPORT, Subject(unit=found.body)),
        "may_set": may_set,
        "may_withdraw": may_set and not found.actuals,
    }  # fmt: skip
    return render(request, "targets/one.html", told)


def _asked(told: Mapping[str, str], on: date) -> TargetsAsked:
    result = told.get("ket-qua", "")
    return TargetsAsked(
        year=year_of(told.get("nam", "")) or on.year, body=told.get("don-vi", "")[:40],
        result=result if result in {one.value for one in TargetResult} else "",
    )  # fmt: skip


def _is_meant(now: TargetNow, asked: TargetsAsked) -> bool:
    return asked.body in ("", now.target.body) and asked.result in ("", now.result.value)


def _is_theme(source: Source, signed_on: date, withdrawn_at: Any, asked: TargetsAsked) -> bool:
    """Say whether a directive is a programme of work of the year: its subject tells the year's theme."""
    return source is Source.PROGRAMME and signed_on.year == asked.year and withdrawn_at is None


def _line(now: TargetNow) -> dict[str, Any]:
    told = now.target
    return {
        "id": told.id,
        "code": told.code,
        "name": told.name,
        "unit": told.unit,
        "body": called(bodies(), told.body),
        "first": told.first,
        "last": told.last,
        "plan": amount_told(told.plan_now),
        "revised": len(told.revisions),
        "actual": amount_told(now.actual.value) if now.actual else "",
        "upto": now.actual.upto if now.actual else None,
        "share": amount_told(now.share) if now.share is not None else "",
        "state": STATES[now.result],
        "word": RESULTS[now.result],
        "by_revision": now.is_met_by_revision,
        "is_withdrawn": told.withdrawn_at is not None,
    }


def _row(now: TargetNow) -> tuple[Any, ...]:
    told = now.target
    return (
        told.code, told.name, told.unit, called(bodies(), told.body), told.first, told.last, told.baseline, told.plan,
        told.plan_now, now.actual.value if now.actual else None, now.actual.upto if now.actual else None, now.share,
        RESULTS[now.result], RESULTS[now.by_first_plan], now.actual.source if now.actual else told.source,
    )  # fmt: skip
