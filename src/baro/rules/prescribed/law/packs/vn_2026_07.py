"""Rows that began on 1/7/2026: decrees 154 (reception), 155 (complaints), 234 (discipline) of 2026.

They were read in a copy that is not official, so none is verified until compared with the gazette.
"""

from datetime import date

from baro.rules.prescribed.law.instruments import Instrument, days, months, working_days

_SINCE = date(2026, 7, 1)
_COPY = "đọc từ bản sao, cần đối chiếu Công báo"

_ND154 = Instrument("Nghị định 154/2026/NĐ-CP", _SINCE, verified=False, note=_COPY)
_ND155 = Instrument("Nghị định 155/2026/NĐ-CP", _SINCE, verified=False, note=_COPY)
_ND234 = Instrument("Nghị định 234/2026/NĐ-CP", _SINCE, verified=False, note=_COPY)
_ND31 = Instrument(
    "Nghị định 31/2019/NĐ-CP",
    _SINCE,
    verified=False,
    note="mặc định theo quy định cũ, chưa đọc Nghị định 156/2026/NĐ-CP",
)
_TCD = Instrument(
    "Luật Tiếp công dân 2013",
    _SINCE,
    verified=False,
    note="mặc định theo quy định cũ, chưa đọc Luật 136/2025/QH15",
)

ROWS = (
    _ND155.row("complaint.acceptance.first", working_days(7), "10"),
    _ND155.row("complaint.acceptance.second", working_days(7), "10"),
    _ND155.row("complaint.dialogue.notice", days(5), "11", "báo trước khi đối thoại"),
    _ND155.row("complaint.suspension_sent", working_days(3), "12", "gửi quyết định tạm đình chỉ, đình chỉ"),
    _ND31.row("denunciation.complex.criteria", 1, "3"),
    _ND31.row("denunciation.very_complex.criteria", 2, "3"),
    _TCD.row("reception.days_a_week.commune_chair", 1, "15.2d"),
    _ND154.row("reception.refusal_notice", working_days(3), "4"),
    _ND234.row("discipline.public_employee.limitation.reprimand", months(60), "5"),
    _ND234.row("discipline.public_employee.limitation.heavier", months(120), "5"),
    _ND234.row("discipline.public_employee.handling", days(90), "5"),
    _ND234.row("discipline.public_employee.handling.complex", days(150), "5"),
    _ND234.row("discipline.public_employee.repeat", months(12), "2.8", "cùng hành vi trong thời gian này là tái phạm"),
    _ND234.row(
        "discipline.public_employee.in_force",
        months(12),
        "2.9",
        "quyết định kỷ luật hết hiệu lực nếu không vi phạm mới",
    ),
)
