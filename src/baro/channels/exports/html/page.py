"""The whole page: from the report to one HTML text, the same for the same report."""

import base64
import hashlib

from baro.channels.exports import formatting
from baro.channels.exports.html import case_views, charts, fonts, process_map, views
from baro.channels.exports.html.engine import asset, render
from baro.rules.counted.told import ProcessMap, SupervisionReport, Table

CHARTED = ("unit_month", "months")  # tables that stand behind a chart, not in the list of tables


def html_page(report: SupervisionReport) -> str:
    """Render the report; no part of it reaches for anything outside the file."""
    style, script = fonts.font_faces() + asset("report.css"), asset("report.js")
    cases = [case_views.case(c, k) for k, c in enumerate(report.cases, 1)]
    anchors = {told.code: view.anchor for told, view in zip(report.cases, cases, strict=True)}
    values: dict[str, object] = {
        "style": views.safe(style),
        "script": views.safe(script),
        "policy": views.safe(_policy(style, script)),
        **_head(report),
        "figures": [views.figure(f) for f in report.headline],
        "others": [views.figure(f) for f in report.figures],
        "companions": _companions(report),
        "causes": views.table(report.causes),
        "causes_chart": _causes(report.causes),
        "times": _times(report),
        "maps": [_map(m) for m in report.maps],
        "signals": [views.signal(s, anchors) for s in report.signals if s.checked],
        "unchecked": [views.signal(s, anchors) for s in report.signals if not s.checked],
        "cases": cases,
        "cases_told": formatting.count(len(cases)),
        "tables": [views.table(t) for t in report.tables if t.key not in CHARTED],
        "quality": [views.table(t) for t in report.quality],
        "sources": [views.source(s) for s in report.sources],
        "rules": [formatting.printable(r) for r in report.rules],
        "assumptions": [formatting.printable(a) for a in report.assumptions],
        "sections": _sections(report),
    }
    return render("report.html", values)


def _head(report: SupervisionReport) -> dict[str, object]:
    first, last = report.period
    return {
        "title": formatting.printable(report.title),
        "agency": formatting.printable(report.agency),
        "lead": formatting.printable(report.lead),
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


def _sections(report: SupervisionReport) -> list[tuple[str, list[str]]]:
    told = (
        ("Kết quả", report.results),
        ("Tồn tại, hạn chế", report.shortcomings),
        ("Nguyên nhân", report.cause_sentences),
        ("Đề xuất, kiến nghị", report.proposals),
    )
    return [(name, [formatting.printable(line) for line in lines]) for name, lines in told if lines]


def _companions(report: SupervisionReport) -> views.ChartView | None:
    spec = charts.companions(report.headline)
    return (
        views.ChartView("Tỷ lệ đúng hạn và các tỷ lệ phải đọc cùng", views.safe(charts.draw(spec, "companions")))
        if spec
        else None
    )


def _causes(table: Table) -> views.ChartView | None:
    spec = charts.causes(table)
    if spec is None:
        return None
    first = dict(zip((c.key for c in table.columns), table.rows[0], strict=True))
    part = first.get("share")
    told = f" chiếm {formatting.share(part)} thời gian trễ" if isinstance(part, float) else " nhiều thời gian trễ nhất"
    title = formatting.printable(f"“{first.get('step')}” tại {first.get('unit')}{told}")
    note = (
        f"Ngày làm việc bị trễ; {charts.MOST_CAUSES} mục nặng nhất."
        if len(table.rows) > charts.MOST_CAUSES
        else "Ngày làm việc bị trễ."
    )
    return views.ChartView(title, views.safe(charts.draw(spec, "causes")), note)


def _times(report: SupervisionReport) -> list[tuple[views.ChartView, views.TableView]]:
    """The charts over time, each with the table behind it."""
    by_key = {t.key: t for t in report.tables}
    drawn = []
    if "unit_month" in by_key and (spec := charts.heat_map(by_key["unit_month"])):
        note = "Tỷ lệ quá hạn trên số đã giải quyết trong tháng; n là số đã giải quyết; dưới 5 hồ sơ không tính tỷ lệ."
        chart = views.ChartView("Tỷ lệ quá hạn theo đơn vị và tháng", views.safe(charts.draw(spec, "heat")), note)
        drawn.append((chart, views.table(by_key["unit_month"])))
    if "months" in by_key and (spec := charts.classes_by_month(by_key["months"])):
        chart = views.ChartView(
            "Hồ sơ theo tháng và tình trạng", views.safe(charts.draw(spec, "months")), by_key["months"].note
        )
        drawn.append((chart, views.table(by_key["months"])))
    return drawn


def _map(told: ProcessMap) -> dict[str, object]:
    drawn = process_map.draw(told)
    names = [formatting.printable(n.activity) for n in told.nodes]
    edges = sorted(told.edges, key=lambda e: (e.foreseen, -e.count, e.source, e.target))
    hidden = ""
    if drawn.hidden_edges:
        hidden = f"Còn {formatting.count(drawn.hidden_edges)} lối đi hiếm hơn ({formatting.count(drawn.hidden_times)} lần) chỉ có trong bảng."
    return {
        "name": formatting.printable(told.process),
        "code": formatting.printable(told.code),
        "version": formatting.printable(told.version),
        "decision": formatting.printable(told.decision),
        "cases": formatting.count(told.cases),
        "fitting": formatting.count(told.fitting),
        "fitting_share": formatting.share(told.fitting / told.cases) if told.cases else formatting.NOTHING,
        "svg": views.safe(drawn.svg),
        "lies": drawn.lies,
        "hidden": hidden,
        "edges": [
            {
                "source": names[e.source] if e.source >= 0 else "(bắt đầu)",
                "target": names[e.target] if e.target >= 0 else "(kết thúc)",
                "count": formatting.count(e.count),
                "foreseen": e.foreseen,
            }
            for e in edges
        ],
    }
