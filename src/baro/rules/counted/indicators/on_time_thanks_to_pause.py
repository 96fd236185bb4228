"""Companion of the on-time rate: on time only because the clock was paused or restarted."""

from baro.rules.counted.indicators.indicator import Indicator
from baro.rules.counted.indicators.on_time_rate import INDICATOR as ON_TIME_RATE
from baro.rules.judged.deadlines.by_pause import in_time_by_pause

INDICATOR = Indicator(
    key="on_time_thanks_to_pause",
    label="trong đó đúng hạn chỉ nhờ tạm dừng hoặc tính lại thời hạn",
    definition="Số hồ sơ trước hạn, đúng hạn nhưng sẽ quá hạn nếu không có lần tạm dừng hay bổ sung nào, chia cho số hồ sơ "
    "đã giải quyết trong kỳ và tính được hạn.",
    version="1 (2026-11)",
    numerator=lambda c: c.received & in_time_by_pause(c.clock, c.ended_day),
    denominator=ON_TIME_RATE.denominator,
)
