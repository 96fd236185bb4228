"""Kết quả giải quyết đã số hóa: the article's shortcoming."""

import numpy as np

from baro.rules.counted.ended import WITH_RESULT
from baro.rules.counted.indicators.indicator import Indicator

INDICATOR = Indicator(
    key="digitised_results",
    label="Kết quả đã số hóa",
    definition="Số hồ sơ có kết quả trong kỳ và có sự kiện số hóa kết quả, chia cho số hồ sơ có kết quả trong kỳ "
    "(TT 01/2023/TT-VPCP). Nhật ký không có bước số hóa thì chỉ số này bằng 0, không phải là chưa tính.",
    version="1 (2026-11)",
    numerator=lambda c: c.result_digitised,
    denominator=lambda c: c.resolved & np.isin(c.clock.ended_kind, WITH_RESULT),
)
