"""On time over received (NĐ 61/2018 art. 30.2c): the other denominator in use, told beside the first."""

from baro.rules.counted.indicators.indicator import Indicator
from baro.rules.counted.indicators.on_time_rate import INDICATOR as ON_TIME_RATE

INDICATOR = Indicator(
    key="on_time_over_received",
    label="Đúng hạn trên tổng số tiếp nhận",
    definition="Số hồ sơ trước hạn, đúng hạn trong kỳ, chia cho số hồ sơ phải giải quyết trong kỳ (tiếp nhận mới và kỳ trước "
    "chuyển sang), theo điểm c khoản 2 Điều 30 NĐ 61/2018/NĐ-CP.",
    version="1 (2026-11)",
    numerator=ON_TIME_RATE.numerator,
    denominator=lambda c: c.received,
)
