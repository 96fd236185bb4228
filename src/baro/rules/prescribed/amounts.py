"""Amounts as officials write them: "1.234,5"; a point parts thousands, a comma parts the whole from its parts."""

import re
from decimal import Decimal

_WRITTEN = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,6})?", re.ASCII)
_PLAIN = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?", re.ASCII)
_MOST = Decimal(10) ** 12


def read_amount(text: str) -> Decimal | None:
    """Read an amount; None where it is none, or where it may mean two ("1.5").

    >>> read_amount("1.234,5")
    Decimal('1234.5')
    >>> read_amount("1.5") is None
    True
    """
    told = text.strip().replace("\u00a0", "").replace(" ", "")
    if not _WRITTEN.fullmatch(told):
        return None
    amount = Decimal(told.replace(".", "").replace(",", "."))
    return amount if abs(amount) < _MOST else None


def amount_told(amount: Decimal) -> str:
    """Say an amount, without zeros at its end.

    >>> amount_told(Decimal("1234.50"))
    '1.234,5'
    """
    whole, _, parts = f"{amount:,f}".partition(".")
    parts = parts.rstrip("0")
    return whole.replace(",", ".") + (f",{parts}" if parts else "")


def plain(amount: Decimal) -> str:
    """Write an amount as the records keep it: digits, a point, no zeros at the end."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def of_plain(text: str) -> Decimal:
    """Read an amount that the records keep. Raises `ValueError` for anything else."""
    if not _PLAIN.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)
