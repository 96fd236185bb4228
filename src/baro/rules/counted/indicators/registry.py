"""The indicators in the order they are told: the on-time rate never without its companions."""

from baro.rules.counted.indicators import (
    apology_coverage,
    closed_without_result,
    conforming_share,
    digitised_results,
    on_time_over_received,
    on_time_rate,
    on_time_thanks_to_pause,
    pending_late_share,
    reopened_share,
    supplemented_share,
)
from baro.rules.counted.indicators.indicator import Indicator

HEADLINE: tuple[Indicator, ...] = (
    on_time_rate.INDICATOR,
    on_time_thanks_to_pause.INDICATOR,
    closed_without_result.INDICATOR,
    reopened_share.INDICATOR,
)
OTHERS: tuple[Indicator, ...] = (
    on_time_over_received.INDICATOR,
    pending_late_share.INDICATOR,
    conforming_share.INDICATOR,
    supplemented_share.INDICATOR,
    apology_coverage.INDICATOR,
    digitised_results.INDICATOR,
)
INDICATORS = HEADLINE + OTHERS
