"""What interrupts the time limit of an administrative dossier, as rows: a request for papers, a payment, a stop.

The text in force since 1/7/2025 (NĐ 118/2025/NĐ-CP) was not read on this point: the older rule is assumed to go on.
"""

from datetime import date

from baro.rules.prescribed.law.rows import LimitRow

_NOTE = "bổ sung hồ sơ sau thẩm định: thời hạn tính lại từ đầu sau khi nhận đủ hồ sơ"
SUPPLEMENT_EFFECT = (
    LimitRow(
        "dossier.supplement_effect",
        "restart",
        "Nghị định 61/2018/NĐ-CP",
        "19.4",
        date(2018, 6, 21),
        date(2025, 6, 30),
        note=_NOTE,
    ),
    LimitRow(
        "dossier.supplement_effect",
        "restart",
        "Nghị định 118/2025/NĐ-CP",
        "",
        date(2025, 7, 1),
        verified=False,
        note=f"{_NOTE} (áp dụng như quy định trước đó)",
    ),
)


def supplement_effect(on: date) -> LimitRow | None:
    """Give the row that says what a request for papers does to a time limit, as in force on a day."""
    return next((row for row in SUPPLEMENT_EFFECT if row.holds(on)), None)
