"""The colours and the chart theme of the house (design 2 and 6)."""

from baro.channels.exports.html.fonts import FAMILY

INK = "#1B1F24"
SECOND_INK = "#57606A"
HAIRLINE = "#E3E6EA"
PAPER = "#FFFFFF"
ACCENT = "#0B5CAD"
LATE = "#A3211B"
LATE_SOFT = "#D98A84"
ON_TIME = "#1A6B3C"
UNFORESEEN = "#8A4F00"
FLOW = "#8592A0"
HEAT = ("#F7F4F3", "#F5D5D1", "#E28A84")  # none late, a tenth, a half and more; ink is readable upon each

CLASS_COLOURS = {  # the five classes of a dossier in time
    "early": "#1A6B3C",
    "on_time": "#7DB895",
    "late": LATE,
    "pending_on_time": "#C3CBD4",
    "pending_late": LATE_SOFT,
}

HOLDER_COLOURS = {
    "office": ("#0B5CAD", "#6A9FD0", "#2F7F9E", "#A9C6E2"),
    "other_agency": ("#7A62B3", "#B0A1D6"),
    "applicant": ("#B4BBC4", "#D3D8DE"),
}

FORMAT_LOCALE = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", "\u00a0₫"]}

_AXIS = {
    "domain": False, "ticks": False, "gridColor": HAIRLINE, "labelColor": SECOND_INK, "labelFontSize": 13,
    "labelPadding": 8, "title": None, "labelLimit": 320,
}  # fmt: skip

CONFIG: dict[str, object] = {
    "aria": False,
    "font": FAMILY,
    "background": None,
    "padding": 2,
    "view": {"stroke": None},
    "axis": _AXIS,
    "text": {"fontSize": 13, "color": INK},
    "legend": {"orient": "top", "title": None, "labelColor": INK, "labelFontSize": 13, "symbolType": "square",
               "symbolSize": 130, "labelLimit": 240, "columnPadding": 18, "offset": 14},
}  # fmt: skip
