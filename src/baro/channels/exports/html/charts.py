"""The charts over time: Vega-Lite specifications in the house theme, drawn to SVG here and now; a table stands behind each."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import vl_convert

from baro.channels.exports import formatting
from baro.channels.exports.html import fonts, svg, theme
from baro.rules.counted.indicators.indicator import HIDDEN_BELOW
from baro.rules.counted.told import Cell, Table

Spec = dict[str, Any]
Row = dict[str, Any]
MOST_MONTHS = 24
MOST_HEAT_MONTHS = 12  # as many as stand beside each other without scrolling
MOST_UNITS = 30


def draw(spec: Spec, name: str) -> str:
    """Draw a specification as SVG that can stand inside a page under this name."""
    _fonts()
    return svg.inline(vl_convert.vegalite_to_svg(spec, format_locale=theme.FORMAT_LOCALE, allowed_base_urls=[]), name)


@cache
def _fonts() -> None:
    vl_convert.register_font_directory(str(fonts.FOLDER))


def heat_map(table: Table) -> Spec | None:
    """Unit × month: the share late of what was resolved, with n in the cell; hidden below five dossiers."""
    rows = [r for r in _records(table) if r["month"] is not None]
    if not rows:
        return None
    months = sorted({r["month"] for r in rows})[-MOST_HEAT_MONTHS:]
    sums: dict[str, int] = {}
    for r in rows:
        sums[r["unit"]] = sums.get(r["unit"], 0) + r["n"]
    units = sorted(sorted(sums, key=lambda u: (-sums[u], u))[:MOST_UNITS])
    values = [_heat_cell(r) for r in rows if r["month"] in months and r["unit"] in units]
    return _heat_spec(values, [f"{m.month:02}/{m.year:04}" for m in months], units)


def heat_cut(table: Table) -> str:
    """Say what the heat map leaves to the table behind it; "" where it shows everything."""
    rows = _records(table)
    left = []
    if len({r["unit"] for r in rows}) > MOST_UNITS:
        left.append(f"{MOST_UNITS} đơn vị nhiều hồ sơ nhất")
    if len({r["month"] for r in rows}) > MOST_HEAT_MONTHS:
        left.append(f"{MOST_HEAT_MONTHS} tháng gần nhất")
    return f" Chỉ vẽ {' và '.join(left)}; đủ ở bảng dưới và tệp tables.xlsx." if left else ""


def _heat_cell(row: Mapping[str, Any]) -> Row:
    shown = row["n"] >= HIDDEN_BELOW
    part = row["late"] / row["n"] if shown else None
    return {
        "unit": row["unit"],
        "month": f"{row['month'].month:02}/{row['month'].year:04}",
        "share": part,
        "told": formatting.share(part) if part is not None else formatting.NOTHING,
        "n": f"n = {formatting.count(row['n'])}",
    }


def _heat_spec(values: list[Row], months: list[str], units: list[str]) -> Spec:
    lines = f"split(({json.dumps({u: _label(u) for u in units})})[datum.label], '\\n')"
    colour = {"domain": [0, 0.1, 0.5], "range": list(theme.HEAT), "clamp": True}
    layers = [
        {"mark": {"type": "rect", "stroke": theme.PAPER, "strokeWidth": 3, "cornerRadius": 5},
         "encoding": {"color": {"condition": {"test": "datum.share !== null", "field": "share", "type": "quantitative",
                                              "scale": colour, "legend": None}, "value": "#F6F7F9"}}},
        {"mark": {"type": "text", "dy": -7, "fontWeight": 600}, "encoding": {"text": {"field": "told"}}},
        {"mark": {"type": "text", "dy": 10}, "encoding": {"text": {"field": "n"}}},
    ]  # fmt: skip
    return {
        "data": {"values": values}, "width": {"step": 70}, "height": {"step": 46},
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
    return "\n".join(svg.wrap(unit, 230, 13, 3))


def _records(table: Table) -> list[Row]:
    """Rows as records by column key; texts made fit to print."""
    keys = [c.key for c in table.columns]
    return [dict(zip(keys, map(_clean, row), strict=True)) for row in table.rows]


def _clean(value: Cell) -> Cell:
    return formatting.printable(value) if isinstance(value, str) else value
