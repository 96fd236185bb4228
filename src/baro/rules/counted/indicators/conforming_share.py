"""Hồ sơ đi đúng quy trình đã phê duyệt."""

from baro.rules.counted.indicators.indicator import Indicator

INDICATOR = Indicator(
    key="conforming_share",
    label="Đi đúng trình tự quy trình đã phê duyệt",
    definition="Số hồ sơ mà căn chỉnh tối ưu với quy trình có hiệu lực không thiếu, không thừa bước nào; hồ sơ đang "
    "giải quyết không bị tính những bước chưa đến lượt. Chia cho số hồ sơ có quy trình để đối chiếu.",
    version="1 (2026-11)",
    numerator=lambda c: c.conforms,
    denominator=lambda c: c.received & (c.process >= 0),
)
