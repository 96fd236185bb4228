"""The charts: Vega-Lite specifications in the house theme, drawn to SVG here and now; a table stands behind each."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import vl_convert

from baro.channels.exports import formatting
from baro.channels.exports.html import fonts, svg, theme
from baro.rules.counted.indicators.indicator import HIDDEN_BELOW
from baro.rules.counted.told import Cell, Figure, Table

Spec = dict[str, Any]
Row = dict[str, Any]
MOST_CAUSES = 12
MOST_MONTHS = 24
MOST_UNITS = 40


def draw(spec: Spec, name: str) -> str:
    """Draw a specification as SVG that can stand inside a page under this name."""
    _fonts()
    return svg.inline(vl_convert.vegalite_to_svg(spec, format_locale=theme.FORMAT_LOCALE, allowed_base_urls=[]), name)


@cache
def _fonts() -> None:
    vl_convert.register_font_directory(str(fonts.FOLDER))


def causes(table: Table) -> Spec | None:
    """Late time by cause, the heaviest first: unit, step and ground above each bar."""
    rows = [r for r in _records(table) if r["days"]][:MOST_CAUSES]
    if not rows:
        return None
    values = [
        {
            "place": k,
            "value": r["days"],
            "label": str(r["step"] or r["unit"]),
            "second": " · ".join(str(r[c]) for c in ("unit", "ground") if r[c] and r["step"]),
            "told": f"{formatting.decimal(r['days'])} ngày"
            + (f" · {formatting.share(r['share'])}" if r["share"] else ""),
        }
        for k, r in enumerate(rows)
    ]
    return _labelled_bars(values, max(v["value"] for v in values), theme.LATE)


def companions(figures: Sequence[Figure]) -> Spec | None:
    """The on-time rate and what must be read beside it, all as shares of the same width."""
    shown = [f for f in figures if f.value is not None]
    values = [
        {
            "place": k,
            "value": f.value,
            "label": formatting.printable(f.label[:1].upper() + f.label[1:]),
            "told": formatting.figure(f),
        }
        for k, f in enumerate(shown)
    ]
    return _labelled_bars(values, 1.0, theme.ACCENT) if values else None


def _labelled_bars(values: list[Row], top: float, colour: str) -> Spec:
    """Thin bars from zero; what they are above each, its value at its end."""
    x = {"field": "value", "type": "quantitative", "axis": None, "scale": {"domain": [0, top * 1.32]}}
    two = any(v.get("second") for v in values)
    layers = [
        {"mark": {"type": "bar", "height": 10, "yOffset": 18 if two else 10, "color": colour}, "encoding": {"x": x}},
        _words("label", {"value": 0}, -19 if two else -9, fontWeight=500),
        _words("told", x, 18 if two else 10, dx=8, fontWeight=600),
    ]
    if two:
        layers.append(_words("second", {"value": 0}, -1, color=theme.SECOND_INK))
    return {
        "data": {"values": values}, "width": 720, "height": {"step": 66 if two else 46},
        "encoding": {"y": {"field": "place", "type": "ordinal", "axis": None}},
        "layer": layers, "config": theme.CONFIG,
    }  # fmt: skip


def _words(field: str, x: Row, down: int, **mark: object) -> Row:
    """A line of text in a band, `down` pixels below its middle."""
    written = {"type": "text", "align": "left", "baseline": "middle", "yOffset": down, "limit": 720, **mark}
    return {"mark": written, "encoding": {"text": {"field": field}, "x": x}}


def heat_map(table: Table) -> Spec | None:
    """Unit × month: the share late of what was resolved, with n in the cell; hidden below five dossiers."""
    rows = [r for r in _records(table) if r["month"] is not None]
    if not rows:
        return None
    months = sorted({r["month"] for r in rows})[-MOST_MONTHS:]
    sums: dict[str, int] = {}
    for r in rows:
        sums[r["unit"]] = sums.get(r["unit"], 0) + r["n"]
    units = sorted(sorted(sums, key=lambda u: (-sums[u], u))[:MOST_UNITS])
    values = [_heat_cell(r) for r in rows if r["month"] in months and r["unit"] in units]
    return _heat_spec(values, [f"{m.month:02}/{m.year:04}" for m in months], [_label(u) for u in units])


def _heat_cell(row: Mapping[str, Any]) -> Row:
    shown = row["n"] >= HIDDEN_BELOW
    part = row["late"] / row["n"] if shown else None
    return {
        "unit": _label(row["unit"]),
        "month": f"{row['month'].month:02}/{row['month'].year:04}",
        "share": part,
        "told": formatting.share(part) if part is not None else formatting.NOTHING,
        "n": f"n = {formatting.count(row['n'])}",
    }


def _heat_spec(values: list[Row], months: list[str], units: list[str]) -> Spec:
    lines = "split(datum.label, '\\n')"
    colour = {"domain": [0, 0.1, 0.5], "range": ["#F7F4F3", "#F3CFCB", theme.LATE], "clamp": True}
    ink = {"condition": {"test": "datum.share > 0.3", "value": theme.PAPER}, "value": theme.INK}
    layers = [
        {"mark": {"type": "rect", "stroke": theme.PAPER, "strokeWidth": 3, "cornerRadius": 5},
         "encoding": {"color": {"condition": {"test": "datum.share !== null", "field": "share", "type": "quantitative",
                                              "scale": colour, "legend": None}, "value": "#F6F7F9"}}},
        {"mark": {"type": "text", "dy": -7, "fontWeight": 600}, "encoding": {"text": {"field": "told"}, "color": ink}},
        {"mark": {"type": "text", "dy": 10}, "encoding": {"text": {"field": "n"}, "color": ink}},
    ]  # fmt: skip
    return {
        "data": {"values": values}, "width": {"step": 78}, "height": {"step": 46},
        "encoding": {
            "x": {"field": "month", "type": "ordinal", "sort": months, "axis": {"orient": "top", "labelAngle": 0}},
            "y": {"field": "unit", "type": "nominal", "sort": units, "axis": {"labelExpr": lines, "labelColor": theme.INK}},
        },
        "layer": layers, "config": theme.CONFIG,
    }  # fmt: skip


def classes_by_month(table: Table) -> Spec | None:
    """How the dossiers of each month stand in time, stacked, with the number of all above each bar."""
    rows = _records(table)[-MOST_MONTHS:]
    labels = {c.key: c.label for c in table.columns}
    named = {key: _class_words(key, labels[key]) for key in theme.CLASS_COLOURS if key in labels}
    parts = [
        {"month": r["name"], "class": named[key], "order": k, "n": r[key]}
        for r in rows
        for k, key in enumerate(named)
        if r[key]
    ]
    if not parts:
        return None
    return _stacked_spec(parts, [r["name"] for r in rows], named)


def _stacked_spec(parts: list[Row], months: list[str], named: Mapping[str, str]) -> Spec:
    colour = {"domain": list(named.values()), "range": [theme.CLASS_COLOURS[k] for k in named]}
    band = max(26, min(64, 860 // max(len(months), 1)))
    top = 1.1 * max(sum(p["n"] for p in parts if p["month"] == m) for m in months)
    bars = {
        "mark": {"type": "bar", "width": {"band": 0.7}},
        "encoding": {
            "y": {
                "field": "n",
                "type": "quantitative",
                "axis": {"tickCount": 5, "format": ",d"},
                "scale": {"domainMax": top},
            },
            "color": {"field": "class", "type": "nominal", "scale": colour},
            "order": {"field": "order"},
        },
    }
    total = {
        "transform": [{"aggregate": [{"op": "sum", "field": "n", "as": "all"}], "groupby": ["month"]}],
        "mark": {"type": "text", "dy": -9, "fontWeight": 600},
        "encoding": {"y": {"field": "all", "type": "quantitative"}, "text": {"field": "all", "format": ",d"}},
    }
    angle = 0 if band >= 56 else -45
    x = {"field": "month", "type": "ordinal", "sort": months, "axis": {"labelAngle": angle, "grid": False}}
    return {
        "data": {"values": parts}, "width": {"step": band}, "height": 260,
        "encoding": {"x": x}, "layer": [bars, total], "config": theme.CONFIG,
    }  # fmt: skip


def _class_words(key: str, label: str) -> str:
    """Name a class in full: the form says "Trong hạn" under the heading "Đang giải quyết"."""
    return f"Đang giải quyết, {label[:1].lower()}{label[1:]}" if key.startswith("pending_") else label


def _label(unit: str) -> str:
    return "\n".join(svg.wrap(unit, 250, 13, 2))


def _records(table: Table) -> list[Row]:
    """Rows as records by column key; texts made fit to print."""
    keys = [c.key for c in table.columns]
    return [dict(zip(keys, map(_clean, row), strict=True)) for row in table.rows]


def _clean(value: Cell) -> Cell:
    return formatting.printable(value) if isinstance(value, str) else value
