"""A synthetic year of three hundred dossiers, read and judged as the command does it."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from baro.channels.intake.offices import read_offices
from baro.channels.intake.processes import read_process
from baro.channels.intake.read_log import read_log
from baro.desk.judged import JudgedLog, judge_log
from baro.desk.log_source import LogInMemory
from baro.desk.prescription import Prescription, Scope
from baro.rules.prescribed.calendar_names import calendar_named
from journeys.running import baro

CASES = 300
PERIODS = {"the whole year": None, "until the end of May": (date(2024, 1, 1), date(2024, 5, 31))}


@cache
def a_year(period: str = "the whole year") -> JudgedLog:
    """The year judged; until the end of May many dossiers are still open."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "nam"
        assert baro("demo-log", "--cases", CASES, "--seed", 7, "--out", data)[0] == 0
        processes = tuple(read_process(path) for path in sorted((data / "quy-trinh").iterdir()))
        offices = read_offices(data / "don-vi-chuc-danh.xlsx")
        source = LogInMemory(read_log(data / "nhat-ky.csv", Path(folder) / "kho").store.whole())
        prescription = Prescription(processes, calendar_named("vn"), calendar_named("vn-receiving"), offices)
        return judge_log(source, prescription, Scope(period=PERIODS[period]))
