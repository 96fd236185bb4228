"""Hồ sơ quá hạn đã có văn bản xin lỗi (NĐ 61/2018 Điều 19.9)."""

from baro.rules.counted.indicators.indicator import Indicator
from baro.rules.judged.deadlines.classes import TimeClass

INDICATOR = Indicator(
    key="apology_coverage",
    label="Hồ sơ quá hạn có văn bản xin lỗi",
    definition="Số hồ sơ quá hạn (đã hoặc đang giải quyết) có văn bản xin lỗi, hẹn lại ngày trả, chia cho số hồ sơ quá hạn; "
    "khoản 9 Điều 19 NĐ 61/2018/NĐ-CP.",
    version="1 (2026-11)",
    numerator=lambda c: c.apologised,
    denominator=lambda c: c.of_class(TimeClass.LATE, TimeClass.PENDING_LATE),
)
