"""Tỷ lệ giải quyết trước và đúng hạn (QĐ 766/QĐ-TTg, nhóm tiến độ giải quyết)."""

from baro.rules.counted.indicators.indicator import Indicator
from baro.rules.judged.deadlines.classes import IN_TIME, TimeClass

INDICATOR = Indicator(
    key="on_time_rate",
    label="Đã giải quyết trước và đúng hạn",
    definition="Số hồ sơ có kết quả trước hạn hoặc đúng hạn trong kỳ, chia cho số hồ sơ đã giải quyết trong kỳ và tính "
    "được hạn. So ngày có kết quả với ngày hẹn trả ban đầu (đã cộng tạm dừng, tính lại từ đầu khi bổ sung), "
    "không so với ngày hẹn lại.",
    version="1 (2026-11)",
    numerator=lambda c: c.of_class(*IN_TIME),
    denominator=lambda c: c.resolved & c.of_class(*IN_TIME, TimeClass.LATE),
)
