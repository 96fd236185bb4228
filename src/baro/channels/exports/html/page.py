"""The whole page: from the report to one HTML text, the same for the same report."""

import base64
import hashlib
from collections.abc import Sequence

from django.utils.safestring import SafeString  # type: ignore[import-untyped]

from baro.channels.exports import formatting
from baro.channels.exports.html import case_views, charts, fonts, process_views, views
from baro.channels.exports.html.engine import asset, render
from baro.rules.counted.told import SupervisionReport, Table

CHARTED = ("unit_month", "months")  # tables that stand behind a chart, not in the list of tables


def html_page(report: SupervisionReport) -> str:
    """Render the report; no part of it reaches for anything outside the file."""
    style, script = fonts.font_faces() + asset("report.css"), asset("report.js")
    named = _procedures(report.tables)
    cases = [case_views.case(c, k, named) for k, c in enumerate(report.cases, 1)]
    anchors = {told.code: view.anchor for told, view in zip(report.cases, cases, strict=True)}
    values: dict[str, object] = {
        "style": views.safe(style),
        "script": views.safe(script),
        "policy": views.safe(_policy(style, script)),
        **_head(report),
        "figures": [views.figure(f) for f in report.headline],
        "others": [views.figure(f) for f in report.figures],
        "causes": views.table(report.causes),
        "bars": views.bars(report.causes),
        "heaviest": _heaviest(report.causes),
        "timed": _timed(report),
        "times": _times(report),
        "maps": [process_views.process(m, k) for k, m in enumerate(report.maps, 1)],
        "signals": [views.signal(s, anchors) for s in report.signals if s.checked and s.cases],
        "quiet": [views.signal(s, anchors) for s in report.signals if s.checked and not s.cases],
        "unchecked": [views.signal(s, anchors) for s in report.signals if not s.checked],
        "cases": cases,
        "cases_told": formatting.count(len(cases)),
        "tables": [views.table(t) for t in report.tables if t.key not in CHARTED],
        "quality": [views.table(t) for t in report.quality],
        "sources": [views.source(s) for s in report.sources],
        "rules": [views.prose(r) for r in report.rules],
        "assumptions": [views.prose(a) for a in report.assumptions],
        "sections": _sections(report),
    }
    return render("report.html", values)


def _head(report: SupervisionReport) -> dict[str, object]:
    first, last = report.period
    return {
        "title": formatting.printable(report.title),
        "agency": formatting.printable(report.agency),
        "lead": views.prose(report.lead),
        "as_of": f"{report.as_of:%H:%M} ngày {formatting.day(report.as_of)}",
        "period": f"{formatting.day(first)} – {formatting.day(last)}",
        "synthetic": report.synthetic,
    }


def _policy(style: str, script: str) -> str:
    """Only this page's own style and script may run; nothing may be fetched (CSP level 3, hashes)."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _sections(report: SupervisionReport) -> list[tuple[str, list[SafeString]]]:
    told = (
        ("Kết quả", report.results),
        ("Tồn tại, hạn chế", report.shortcomings),
        ("Nguyên nhân", report.cause_sentences),
        ("Đề xuất, kiến nghị", report.proposals),
    )
    return [(name, [views.prose(line) for line in lines]) for name, lines in told if lines]


def _timed(report: SupervisionReport) -> bool:
    """Whether any due date could be computed; a period without dossiers lacks nothing."""
    first = next(iter(report.headline), None)
    told = next((t for t in report.tables if t.key == "units" and t.total), None)
    received = dict(zip((c.key for c in told.columns), told.total or (), strict=False)).get("received") if told else 0
    return first is None or bool(first.denominator) or not received


def _procedures(tables: Sequence[Table]) -> dict[str, str]:
    """The names of procedures by their codes, as the table of procedures tells them: "1.002255 Đăng ký …"."""
    labels = [str(row[0]) for table in tables if table.key == "procedures" for row in table.rows]
    return {label.split(" ", 1)[0]: label for label in labels if " " in label}


def _heaviest(table: Table) -> str:
    """The title of the bars says the finding."""
    first = next(iter(views.bars(table)), None)
    if first is None:
        return ""
    place = first.label if first.label.startswith("(") else f"“{first.label}”"
    unit = first.second.split(" · ")[0]
    return f"Nhiều nhất: {place}, {unit} – {first.told.split(' · ')[-1]} thời gian trễ"


def _times(report: SupervisionReport) -> list[tuple[views.ChartView, views.TableView]]:
    """The charts over time, each with the table behind it."""
    by_key = {t.key: t for t in report.tables}
    drawn = []
    if "unit_month" in by_key and (spec := charts.heat_map(by_key["unit_month"])):
        note = (
            "Tỷ lệ quá hạn trên số đã giải quyết trong tháng; n là số đã giải quyết; dưới 5 hồ sơ không tính tỷ lệ."
            + charts.heat_cut(by_key["unit_month"])
        )
        chart = views.ChartView("Tỷ lệ quá hạn theo đơn vị và tháng", views.safe(charts.draw(spec, "heat")), note)
        drawn.append((chart, views.table(by_key["unit_month"])))
    if "months" in by_key and (spec := charts.classes_by_month(by_key["months"])):
        chart = views.ChartView(
            "Hồ sơ theo tháng và tình trạng", views.safe(charts.draw(spec, "months")), by_key["months"].note
        )
        drawn.append((chart, views.table(by_key["months"])))
    return drawn
