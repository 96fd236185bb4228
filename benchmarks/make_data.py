"""Make the data of the benchmark, in the product's environment. All of it is synthetic and labelled so.

make_data.py year FOLDER CASES: a year of one procedure as CSV, raw Parquet, net and our own store; in 8 of 100 cases
two neighbouring steps are swapped, so that there are as many distinct courses as real offices show.
make_data.py ten YEAR FOLDER: the store of ten such offices, each with its own people, units, applicants and codes.
make_data.py export FOLDER CASES: a year of six procedures as an agency's software exports it.
"""

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow.compute as pc

from baro.app.demo_log import YEAR, make_demo_log
from baro.channels.demo.files import write_year
from baro.channels.demo.plan import plan_year
from baro.channels.demo.world import PROCEDURES
from baro.channels.intake.offices import read_offices, write_offices
from baro.channels.intake.processes import read_process
from baro.channels.intake.processes.pnml_write import write_pnml
from baro.channels.intake.read_log import read_log
from baro.channels.shell.arguments import DemoArguments
from baro.records.ids import Ids
from baro.records.store import open_store
from baro.records.writing import write_store
from baro.rules.observed.log import EventLog, Names
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.offices import Offices
from baro.rules.prescribed.workday_tables import CalendarTables

SWAPPED = 0.08


def make_export(folder: Path, cases: int) -> None:
    """Write what the command `baro demo-log` writes."""
    make_demo_log(DemoArguments(cases, 1, folder), sys.stderr)


def make_ten(year: Path, folder: Path) -> None:
    """Write the store of ten offices of the size of the year's, with ten times the people, units and applicants, and
    the list of their posts."""
    store = open_store(year / "store")
    names = store.names
    ten = replace(
        names,
        persons=_ten(names.persons),
        units=_ten(names.units),
        code_prefixes=_ten(names.code_prefixes),
    )
    write_store(folder / "store", (_copy(run, ten, k) for k in range(10) for run in store.chunks(500_000)))
    offices = read_offices(year / "don-vi-chuc-danh.xlsx")
    write_offices(
        Offices(
            tuple(replace(u, code=f"{u.code}{k}", name=f"{u.name} {k}", parent=u.parent and f"{u.parent}{k}")
                  for k in range(10) for u in offices.units),
            tuple(replace(p, code=f"{p.code}{k}", name=f"{p.name} {k}") for k in range(10) for p in offices.people),
            tuple(replace(p, person=f"{p.person}{k}", unit=f"{p.unit}{k}") for k in range(10) for p in offices.posts),
        ),
        folder / "don-vi-chuc-danh.xlsx",
    )  # fmt: skip


def _ten(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{name} {k}" for k in range(10) for name in names)


def _copy(run: EventLog, names: Names, k: int) -> EventLog:
    """The k-th office's cases: other people, units, applicants and codes."""
    old, cases, events = run.names, run.cases, run.events
    return replace(
        run,
        names=names,
        cases=replace(
            cases,
            ids=Ids.of(pc.binary_join_element_wise(f"{k}.", cases.ids.array, "")),
            applicant=cases.applicant + k,
            code_prefix=_shifted(cases.code_prefix, k * len(old.code_prefixes)),
            unit=_shifted(cases.unit, k * len(old.units)),
        ),
        events=replace(
            events,
            actor=_shifted(events.actor, k * len(old.persons)),
            unit=_shifted(events.unit, k * len(old.units)),
        ),
    )


def _shifted(codes: np.ndarray, by: int) -> np.ndarray:
    return np.where(codes < 0, codes, codes + by).astype(codes.dtype)


def make_year(folder: Path, cases: int) -> None:
    """Write nhat-ky.csv, raw.parquet, process.pnml, the store and sizes.json into the folder."""
    tables = CalendarTables(calendar_named("vn"), date(2023, 1, 1), date(2026, 12, 31))
    days = np.arange(tables.first, tables.last + 1)
    span = tuple((day - date(1970, 1, 1)).days for day in YEAR)
    plan = plan_year(cases, 1, days[tables.is_working_day(days)], span, PROCEDURES[:1])
    _swap(plan.case, plan.act)
    made = write_year(plan, folder)
    process = read_process(made["processes"] / "QT-MAU-01.xlsx")
    write_pnml(process, folder / "process.pnml")
    frame = pl.read_csv(made["log"], columns=["Mã hồ sơ", "Bước", "Thời điểm"], infer_schema=False)
    moments = pl.col("Thời điểm").str.to_datetime("%Y-%m-%d %H:%M:%S").dt.replace_time_zone("UTC")
    raw = frame.select(pl.col("Mã hồ sơ").alias("case:concept:name"), pl.col("Bước").alias("concept:name"),
                       moments.alias("time:timestamp"))  # fmt: skip
    raw.write_parquet(folder / "raw.parquet", compression="zstd")
    read = read_log(made["log"], folder / "store")
    sizes = {"cases": read.store.case_count, "events": read.store.event_count, "traces": len(read.store.traces)}
    (folder / "sizes.json").write_text(json.dumps(sizes), encoding="utf-8")


def _swap(case: np.ndarray, act: np.ndarray) -> None:
    """Swap two neighbouring steps in some cases, in place."""
    rng = np.random.default_rng(7)
    starts = np.flatnonzero(np.diff(case, prepend=-1))
    lengths = np.diff(np.append(starts, len(case)))
    chosen = np.flatnonzero((rng.random(len(starts)) < SWAPPED) & (lengths > 3))
    at = starts[chosen] + 1 + (rng.random(len(chosen)) * (lengths[chosen] - 2)).astype(np.int64)
    act[at], act[at + 1] = act[at + 1].copy(), act[at].copy()


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    if what == "ten":
        make_ten(Path(words[0]), Path(words[1]))
    else:
        {"year": make_year, "export": make_export}[what](Path(words[0]), int(words[1]))
    Path(words[1] if what == "ten" else words[0], "done").touch()
