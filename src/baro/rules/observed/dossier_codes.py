"""The dossier code (mã số hồ sơ): who received it, on which day, as which number of that day (TT 01/2018 art. 19).

Both printed orders of the agency part are accepted; systems print four to six digits of the sequence.
"""

import re
from dataclasses import dataclass
from datetime import date

PREFIX = r"[0-9A-Z.]{3,35}"
_CODE = re.compile(rf"({PREFIX})-([0-9]{{2}})([0-9]{{2}})([0-9]{{2}})-([0-9]{{4,6}})")


@dataclass(frozen=True, slots=True)
class DossierCode:
    """`PREFIX-YYMMDD-SEQ`, taken apart; the day is the day of receipt that the code states."""

    prefix: str
    day: date
    sequence: int


def dossier_code(prefix: str, day: date, sequence: int) -> str:
    """Write a dossier code; a sequence beyond 9999 takes as many digits as it needs."""
    return f"{prefix}-{day:%y%m%d}-{sequence:04d}"


def parse_dossier_code(text: str) -> DossierCode | None:
    """Take a dossier code apart; None for text that is not one (wrong shape, or no such day)."""
    match = _CODE.fullmatch(text)
    if match is None:
        return None
    prefix, year, month, day, sequence = match.groups()
    try:
        return DossierCode(prefix, date(2000 + int(year), int(month), int(day)), int(sequence))
    except ValueError:
        return None
