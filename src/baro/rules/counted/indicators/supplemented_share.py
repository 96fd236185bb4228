"""Hồ sơ bị yêu cầu bổ sung sau khi tiếp nhận."""

from baro.rules.counted.indicators.indicator import Indicator

INDICATOR = Indicator(
    key="supplemented_share",
    label="Có yêu cầu bổ sung sau tiếp nhận",
    definition="Số hồ sơ có từ một lần yêu cầu bổ sung sau khi tiếp nhận, chia cho số hồ sơ phải giải quyết trong kỳ.",
    version="1 (2026-11)",
    numerator=lambda c: c.clock.supplements >= 1,
    denominator=lambda c: c.received,
)
