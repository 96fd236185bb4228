"""Companion of the on-time rate: closed by refusal, withdrawal or stop."""

import numpy as np

from baro.rules.counted.ended import WITHOUT_RESULT
from baro.rules.counted.indicators.indicator import Indicator

INDICATOR = Indicator(
    key="closed_without_result",
    label="kết thúc bằng từ chối, rút hồ sơ hoặc dừng giải quyết",
    definition="Số hồ sơ kết thúc trong kỳ bằng từ chối, công dân rút hoặc dừng giải quyết, chia cho số hồ sơ đã giải quyết "
    "trong kỳ.",
    version="1 (2026-11)",
    numerator=lambda c: np.isin(c.clock.ended_kind, WITHOUT_RESULT),
    denominator=lambda c: c.resolved,
)
