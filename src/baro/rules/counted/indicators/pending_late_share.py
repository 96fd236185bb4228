"""Đang giải quyết quá hạn."""

from baro.rules.counted.indicators.indicator import Indicator
from baro.rules.judged.deadlines.classes import TimeClass

INDICATOR = Indicator(
    key="pending_late_share",
    label="Đang giải quyết đã quá hạn",
    definition="Số hồ sơ chưa có kết quả và đã quá ngày hẹn trả tại thời điểm tính, chia cho số hồ sơ đang giải quyết.",
    version="1 (2026-11)",
    numerator=lambda c: c.of_class(TimeClass.PENDING_LATE),
    denominator=lambda c: c.pending,
)
