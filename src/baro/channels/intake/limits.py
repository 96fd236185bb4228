"""Read a time limit out of a cell of a log: as people write it, or a bare number whose unit is known otherwise."""

from baro.rules.prescribed.durations import UNITS, Unit, parse_duration
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.refusals import Refused

_IN_NAME = {
    "ngay lam viec": Unit.WORKING_DAY,
    "working days": Unit.WORKING_DAY,
    "gio lam viec": Unit.WORKING_HOUR,
    "working hours": Unit.WORKING_HOUR,
}


def limit_of(text: str, column: str, default: Unit | None) -> tuple[int, int] | None:
    """Give value and unit (index in `UNITS`) of a limit as written in a cell of `column`; None if it cannot be known.

    A bare number takes the unit that the mapping file says, else the one that the column's own name ends in.
    """
    try:
        limit = parse_duration(text, default or _in_name(column))
    except Refused:
        return None
    return limit.value, UNITS.index(limit.unit)


def _in_name(column: str) -> Unit | None:
    folded = fold_words(column)
    return next((unit for words, unit in _IN_NAME.items() if folded.endswith(" " + words)), None)
