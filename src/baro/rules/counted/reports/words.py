"""Numbers and dates inside Vietnamese sentences: 1.234; 12,3 %; 31/12/2024."""

from datetime import date

from baro.rules.counted.indicators.indicator import HIDDEN_BELOW


def count(n: int) -> str:
    """Write a whole number with dots between thousands."""
    return f"{n:,}".replace(",", ".")


def decimal(x: float, places: int = 1) -> str:
    """Write a number with a decimal comma."""
    return f"{x:,.{places}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def share(part: int, whole: int) -> str:
    """Write a share as a percentage with its two numbers beside it; below five as the two numbers alone."""
    if whole == 0:
        return "chưa có số liệu"
    numbers = f"{count(part)}/{count(whole)}"
    return numbers if whole < HIDDEN_BELOW else f"{decimal(100 * part / whole)} % ({numbers})"


def days(minutes: int) -> str:
    """Write working minutes as working days of eight hours."""
    return f"{decimal(minutes / 480)} ngày làm việc"


def day(on: date) -> str:
    """Write a date as dd/mm/yyyy."""
    return f"{on:%d/%m/%Y}"
