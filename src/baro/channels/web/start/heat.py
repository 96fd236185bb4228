"""Units by months: in each cell the share late of what ended, as words and as one of six shades."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from baro.records.queries.dossier_months import UnitMonth
from baro.records.queries.standing import UnitStanding
from baro.rules.counted.indicators.indicator import HIDDEN_BELOW
from baro.rules.counted.periods import Period
from baro.rules.counted.reports.words import decimal

SHADES = (0.0, 0.02, 0.05, 0.10, 0.20)
"""A shade deeper for each of these shares that is passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """A unit in a month: the share late in percent ("" where it is not told), how many ended with a due date and how many of
    them late, the shade 0–5 (-1: none), the address of those late."""

    percent: str
    whole: int
    late: int
    shade: int
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """A unit, its body where there are several, its months, how many are open and past due with their address; the address
    of the board of this unit alone."""

    name: str
    body_name: str
    cells: tuple[HeatCell, ...]
    pending: int
    pending_late: int
    late_link: str
    address: str


def heat_row(
    name: str,
    body_name: str,
    counts: Sequence[UnitMonth],
    months: Sequence[Period],
    link: Callable[[Period], str],
    standing: UnitStanding | None = None,
    late_link: str = "",
    address: str = "",
) -> HeatRow:
    """Draw a unit, or all together."""
    stands = standing or UnitStanding()
    return HeatRow(
        name=name, body_name=body_name, pending=stands.pending, pending_late=stands.pending_late,
        late_link=late_link, address=address,
        cells=tuple(_cell(one, link(month) if one.late else "") for one, month in zip(counts, months, strict=True)),
    )  # fmt: skip


def _cell(counts: UnitMonth, link: str) -> HeatCell:
    whole = counts.in_time + counts.late
    if whole < HIDDEN_BELOW:
        return HeatCell(percent="", whole=whole, late=counts.late, shade=-1, link="")
    share = counts.late / whole
    shade = sum(share > limit for limit in SHADES)
    return HeatCell(percent=decimal(100 * share), whole=whole, late=counts.late, shade=shade, link=link)
