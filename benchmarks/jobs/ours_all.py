"""Ba Rõ: store to cost, due date, lateness, holder split, signals and unit x month roll-up (ours_all.py
PROCESS FOLDER: the store and the posts lie in the folder)."""

import sys
from pathlib import Path

from measure import finish, part

from baro.app.big_arrays import big_arrays
from baro.channels.intake.offices import read_offices
from baro.channels.intake.processes import read_process
from baro.desk.judged import judge_log
from baro.desk.prescription import Prescription
from baro.records.store import open_store
from baro.rules.counted.reports.tables import heat_table, unit_table
from baro.rules.prescribed.calendar_names import calendar_named

process, folder = sys.argv[1], Path(sys.argv[2])
prescription = Prescription(
    (read_process(process),),
    calendar_named("vn"),
    calendar_named("vn-receiving"),
    read_offices(folder / "don-vi-chuc-danh.xlsx"),
)
with big_arrays(), part("all"):
    judged = judge_log(open_store(folder / "store"), prescription)
    tables = heat_table(judged.counted), unit_table(judged.counted)
cases = judged.counted.cases
finish(cost=int(cases.cost.sum()), findings=len(judged.findings), cells=len(tables[0].rows))
