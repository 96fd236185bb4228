"""Companion of the on-time rate: closed, then opened again."""

from baro.rules.counted.indicators.indicator import Indicator

INDICATOR = Indicator(
    key="reopened_share",
    label="đã kết thúc rồi mở lại",
    definition="Số hồ sơ từng kết thúc rồi mở lại, chia cho số hồ sơ đã giải quyết trong kỳ.",
    version="1 (2026-11)",
    numerator=lambda c: c.clock.reopened,
    denominator=lambda c: c.resolved,
)
