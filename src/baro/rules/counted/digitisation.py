"""Digitisation counted (số hóa): the shares, and what is left to do, month by month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from baro.rules.counted.indicators.digitised_results import INDICATOR as OF_LOG
from baro.rules.counted.indicators.indicator import HIDDEN_BELOW

RESULTS = replace(
    OF_LOG,
    definition="Số hồ sơ có kết quả trong kỳ mà nguồn ghi là đã số hóa, hoặc có tệp kết quả giữ tại đây và chưa rút, chia cho số hồ "
    "sơ có kết quả trong kỳ (TT 01/2023/TT-VPCP). Nguồn không ghi và không có tệp thì tính là chưa số hóa.",
    version="2 (2026-11)",
)
"""The indicator of the log alone, with the copies kept here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digitisation:
    """Counts of a unit, of a span or of both: dossiers with a result, digitised, of these with a signed copy here, with a copy
    pushed; components named of the dossiers received, with a copy, used again."""

    with_result: int = 0
    digitised: int = 0
    signed: int = 0
    pushed: int = 0
    components: int = 0
    components_copied: int = 0
    components_reused: int = 0

    @property
    def backlog(self) -> int:
        """The results that are not digitised."""
        return self.with_result - self.digitised

    @property
    def share(self) -> float | None:
        """The share of results digitised, as the indicator tells it: None for fewer than five."""
        return RESULTS.told(self.digitised, self.with_result).value

    @property
    def component_share(self) -> float | None:
        """The share of components with a copy."""
        return _share(self.components_copied, self.components)

    @property
    def reuse_share(self) -> float | None:
        """The share of components used again."""
        return _share(self.components_reused, self.components)


COUNTS = tuple(field.name for field in fields(Digitisation))


def together(parts: Iterable[Digitisation]) -> Digitisation:
    """Add counts up."""
    listed = list(parts)
    return Digitisation(**{name: sum(getattr(part, name) for part in listed) for name in COUNTS})


def backlogs(months: Sequence[Digitisation], before: int = 0) -> tuple[int, ...]:
    """Give the backlog at the end of each month, in their order: the results of it and of all before it that are not digitised
    as it stands now; `before`: those of the months before the first. What is digitised later leaves the backlog of the month
    of its result, so it is no history of what the backlog was."""
    found = []
    for month in months:
        before += month.backlog
        found.append(before)
    return tuple(found)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole >= HIDDEN_BELOW else None
