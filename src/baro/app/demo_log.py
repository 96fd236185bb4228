"""Write a synthetic, labelled year of a land-registration office, and the truth of what was planted in it."""

from datetime import date
from typing import TextIO

import numpy as np

from baro.channels.demo.files import write_year
from baro.channels.demo.plan import plan_year
from baro.channels.shell.arguments import DemoArguments
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workday_tables import CalendarTables

YEAR = (date(2024, 1, 1), date(2024, 12, 31))  # a year with swapped Saturdays and a 29 February
_EPOCH = date(1970, 1, 1).toordinal()
_SPAN = (date(2023, 1, 1), date(2026, 12, 31))  # courses that begin in the year may be due after it


def working_days(span: tuple[date, date]) -> list[date]:
    """Give the working days from one day to another."""
    tables = CalendarTables(calendar_named("vn"), *span)
    days = np.arange(tables.first, tables.last + 1)
    return [date.fromordinal(int(day) + _EPOCH) for day in days[tables.is_working_day(days)]]


def make_demo_log(asked: DemoArguments, out: TextIO) -> None:
    """Write the year. Raises `Refused("out.not_writable")`; equal cases and seed give equal files."""
    tables = CalendarTables(calendar_named("vn"), *_SPAN)
    days = np.arange(tables.first, tables.last + 1)
    first, last = ((day - date(1970, 1, 1)).days for day in YEAR)
    plan = plan_year(asked.cases, asked.seed, days[tables.is_working_day(days)], (first, last))
    try:
        made = write_year(plan, asked.out)
    except OSError as error:
        raise Refused("out.not_writable", folder=str(asked.out), reason=str(error.strerror)) from error
    out.write(
        f"Dữ liệu tổng hợp (không có thật): {made['log']}\nQuy trình: {made['processes']}\n"
        f"Đơn vị, chức danh: {made['offices']}\nSự thật đã cài: {made['truth']}\n"
    )
