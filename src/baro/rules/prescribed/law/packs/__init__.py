"""Rule packs: the rows of law of an epoch, bundled by name. A case is judged by the pack of its own key date.

A row stands in the module of the epoch in which it began, once, with its own days; a pack gathers every row that is in
force at some time of its epoch. The days on which instruments older than 2018 came into force were not read in their
text; they lie before any case judged here.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from baro.rules.prescribed.law.packs import vn_2018, vn_2025_07, vn_2026_07
from baro.rules.prescribed.law.rows import LimitRow

ALL_ROWS: tuple[LimitRow, ...] = (*vn_2018.ROWS, *vn_2025_07.ROWS, *vn_2026_07.ROWS)


@dataclass(frozen=True, slots=True)
class RulePack:
    """An epoch of the law by name, its first and last day (None: open) and the rows in force at some time of it."""

    name: str
    rows: tuple[LimitRow, ...]
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def legal_basis(self) -> tuple[str, ...]:
        """The instruments of its rows, each once."""
        return tuple(dict.fromkeys(row.instrument for row in self.rows))

    @property
    def unverified(self) -> tuple[LimitRow, ...]:
        """The rows whose text was not read: defaults that someone still has to confirm."""
        return tuple(row for row in self.rows if not row.verified)


def _pack(name: str, first: date | None, last: date | None) -> RulePack:
    rows = (r for r in ALL_ROWS if (last is None or r.valid_from <= last) and _ends_in_or_after(r, first))
    return RulePack(name, tuple(rows), first, last)


def _ends_in_or_after(row: LimitRow, first: date | None) -> bool:
    return row.valid_to is None or first is None or row.valid_to >= first


PACKS: tuple[RulePack, ...] = (
    _pack("vn-2018", None, date(2025, 6, 30)),
    _pack("vn-2025-07", date(2025, 7, 1), date(2026, 6, 30)),
    _pack("vn-2026-07", date(2026, 7, 1), None),
)


def pack_on(on: date) -> RulePack:
    """Give the pack of a key date; the packs leave no day out."""
    return next(pack for pack in PACKS if pack.valid_to is None or on <= pack.valid_to)


def row_on(key: str, on: date) -> LimitRow | None:
    """Give the row of a rule in force on a day; None where the law had none, or none is known."""
    return next((row for row in _rows_of(key) if row.holds(on)), None)


@cache
def _rows_of(key: str) -> tuple[LimitRow, ...]:
    return tuple(row for row in ALL_ROWS if row.key == key)
