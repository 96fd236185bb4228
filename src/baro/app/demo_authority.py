"""Build the demo authority, step by step: each step is recorded whole or not at all, and once."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from baro.app.demo_log import make_demo_log
from baro.app.import_sources import described
from baro.app.importing import Asked, check_file
from baro.channels.demo.authority import registers
from baro.channels.shell.arguments import DemoArguments
from baro.channels.shell.progress import Progress
from baro.desk.adopting import adopt
from baro.desk.article import OPEN_MATTERS, TOLD_ON, communes_on
from baro.desk.by import By, by_program
from baro.desk.discipline import decide_discipline, record_measures
from baro.desk.import_sources import describe_source
from baro.desk.imports import receive
from baro.desk.inspections import record_inspections
from baro.desk.petitions import conclude_petitions, receive_petitions
from baro.desk.work_processes import approve_processes
from baro.records.ids_made import new_id
from baro.records.loading.holding import staged
from baro.records.queries.discipline import known_decisions, measure_state
from baro.records.queries.imports import find_source
from baro.records.queries.inspections import is_inspection
from baro.records.queries.petitions import petition
from baro.records.queries.processes import known_processes
from baro.rules.prescribed.places.city import LAND_OFFICE
from baro.rules.prescribed.places.hanoi import HANOI

SOURCE = "demo-dat-dai"
SIZES = {"small": 3_000, "year": 450_000}


def build_demo(size: str, at: datetime, out: TextIO, progress: Progress) -> None:
    """Record what is not yet recorded: bodies, registers, dossiers."""
    by = by_program("demo", "demo")
    adopt(HANOI, by, at)
    communes = communes_on(TOLD_ON)
    known = known_processes()
    missing = tuple(p for p in registers.processes(communes) if p.id not in known)
    approve_processes(missing, by, at)
    if not is_inspection(registers.BRANCH_INSPECTION, OPEN_MATTERS):
        record_inspections(registers.inspections(communes), by, at)
    _outcomes(by, at)
    _petitions(by, at)
    source = find_source(SOURCE)
    if source is None or not source.last_batch:
        _dossiers(SIZES[size], by, at, out, progress)


def _outcomes(by: By, at: datetime) -> None:
    # the measures come last: where they are, the decisions are
    if measure_state(registers.measures()[0].id, OPEN_MATTERS) is None:
        decide_discipline(_undecided(), by, at)
        record_measures(registers.measures(), by, at)


def _undecided() -> tuple[registers.Decision, ...]:
    known = known_decisions(OPEN_MATTERS)
    return tuple(d for d in registers.decisions() if d.id not in known)


def _petitions(by: By, at: datetime) -> None:
    ours = registers.petitions()
    if petition(ours[0].id, OPEN_MATTERS) is None:
        receive_petitions(ours, by, at)
    first = petition(ours[0].id, OPEN_MATTERS)
    if first is not None and first[1] is None:
        conclude_petitions(registers.conclusions(), OPEN_MATTERS, by, at)


def _dossiers(cases: int, by: By, at: datetime, out: TextIO, progress: Progress) -> None:
    with TemporaryDirectory(prefix="baro-demo-") as name:
        folder = Path(name)
        make_demo_log(DemoArguments(cases, 1, folder), out)
        told = described(
            SOURCE, name="Đăng ký đất đai - DỮ LIỆU TỔNG HỢP (không có thật)", unit=LAND_OFFICE,
            process=sorted((folder / "quy-trinh").iterdir()), offices=folder / "don-vi-chuc-danh.xlsx",
        )  # fmt: skip
        if told is not None:
            describe_source(told, by, at)
        _receive(folder / "nhat-ky.csv", by, at, progress)


def _receive(file: Path, by: By, at: datetime, progress: Progress) -> None:
    with staged(new_id(at)) as ticket:
        check_file(Asked(ticket=ticket, file=file, source=SOURCE), by, at, progress.stage, progress.share)
        receive(ticket, by, at, leaving_out_faults=True)
    progress.done()
