"""Build the demo authority, step by step: each step is recorded whole or not at all, and once."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from baro.app.demo_accounts import doors_are_open, open_doors
from baro.app.demo_coordination import record_coordination
from baro.app.demo_drafts import record_drafts
from baro.app.demo_joint import record_joint
from baro.app.demo_log import YEAR, make_demo_log, working_days
from baro.app.demo_papers import record_papers
from baro.app.demo_people import record_bodies, record_staff
from baro.app.demo_reviews import record_reviews
from baro.app.demo_simplification import record_simplifications
from baro.app.demo_targets import record_targets
from baro.app.demo_tasks import record_tasks
from baro.app.demo_upward import record_upward
from baro.app.import_sources import described
from baro.app.importing import Asked, check_file
from baro.channels.demo.authority import registers
from baro.channels.demo.authority.names import SOURCE, meanings
from baro.channels.demo.internal_runs import write_runs
from baro.channels.demo.process_tables import with_tables
from baro.channels.shell.arguments import DemoArguments
from baro.channels.shell.progress import Progress
from baro.desk.article import OPEN_DISCIPLINE, OPEN_INSPECTIONS, OPEN_PETITIONS, TOLD_ON, communes_on
from baro.desk.by import By, by_program
from baro.desk.demo_mark import mark_as_demo
from baro.desk.discipline import decide_discipline, record_measures
from baro.desk.import_sources import describe_source
from baro.desk.imports import receive
from baro.desk.inspections import record_inspections
from baro.desk.name_matches import match_names
from baro.desk.petitions import conclude_petitions, receive_petitions
from baro.desk.work_processes import approve_processes
from baro.records.ids_made import new_id
from baro.records.loading.holding import staged
from baro.records.loading.kept_files import keep_file
from baro.records.queries.demo_mark import is_demo
from baro.records.queries.discipline import known_decisions, measure_state
from baro.records.queries.imports import find_source
from baro.records.queries.inspections import is_inspection
from baro.records.queries.petitions import KnownPetition, petition
from baro.records.queries.processes import known_processes
from baro.records.queries.source_names import matches_of
from baro.records.row_security.session import reading
from baro.rules.prescribed.places.city import LAND_OFFICE
from baro.rules.prescribed.places.thach_that import DISTRICT_COMMITTEE
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.work_processes import Approval

INTERNAL = "demo-noi-bo"
SIZES = {"small": 3_000, "year": 450_000}


def build_demo(size: str, at: datetime, progress: Progress) -> bool:
    """Record what is not yet recorded: bodies, people, accounts, registers, dossiers; say whether dossiers were brought in.

    Raises `Refused("demo.home_in_use" | "demo.other_size")`.
    """
    by = by_program("demo", "demo")
    mark_as_demo(size, by, at)
    progress.stage("Cơ quan, nhân sự, tài khoản mẫu")
    record_bodies(by, at)
    record_staff(by, at)
    open_doors(by, at)
    progress.stage("Quy trình, kiểm tra, kỷ luật, đơn thư")
    _registers(by, at)
    has_dossiers = _has_dossiers()
    if has_dossiers:
        progress.done()
    else:
        _dossiers(SIZES[size], by, at, progress)
    if not matches_of(SOURCE).told:
        match_names(SOURCE, meanings(), by, at)
    record_papers(by, at)
    return not has_dossiers


def is_built() -> bool:
    """Say whether this home holds a demo of either size, whole; two statements or so."""
    return is_demo() and _has_dossiers() and doors_are_open()


def _has_dossiers() -> bool:
    source = find_source(SOURCE)
    return source is not None and bool(source.last_batch)


def _registers(by: By, at: datetime) -> None:
    communes = communes_on(TOLD_ON)
    known = known_processes()
    missing = [p for p in registers.processes(communes) if p.id not in known]
    approve_processes(_with_steps(missing, communes), by, at)
    record_joint(by, at)
    record_tasks(by, at)
    record_targets(by, at)
    record_reviews(by, at)
    record_drafts(by, at)
    record_coordination(by, at)
    record_upward(by, at)
    record_simplifications(by, at)
    if not _is_inspected():
        record_inspections(registers.inspections(communes), by, at)
    _outcomes(by, at)
    _petitions(by, at)


def _with_steps(approvals: Sequence[Approval], communes: Sequence[str]) -> list[Approval]:
    """The processes as they are told, with the tables of those that have one; all are recorded at once or none."""
    if not approvals:
        return []
    with TemporaryDirectory(prefix="baro-demo-") as name:
        tables = with_tables(approvals, communes, Path(name))
        kept = {key: replace(told, table=keep_file(path).name) for key, (told, path) in tables.items()}
    return [kept.get(one.id, one) for one in approvals]


@reading()
def _is_inspected() -> bool:
    return is_inspection(registers.BRANCH_INSPECTION, OPEN_INSPECTIONS)


def _outcomes(by: By, at: datetime) -> None:
    undecided = _undecided()
    if undecided is not None:
        decide_discipline(undecided, by, at)
        record_measures(registers.measures(), by, at)


@reading()
def _undecided() -> tuple[registers.Decision, ...] | None:
    """The decisions not yet recorded. None once the measures are: they come last, and where they are the decisions are."""
    if measure_state(registers.measures()[0].id, OPEN_DISCIPLINE) is not None:
        return None
    known = known_decisions(OPEN_DISCIPLINE)
    return tuple(d for d in registers.decisions() if d.id not in known)


def _petitions(by: By, at: datetime) -> None:
    ours = registers.petitions()
    if _first_petition() is None:
        receive_petitions(ours, by, at)
    first = _first_petition()
    if first is not None and first.concluded_on is None:
        conclude_petitions(registers.conclusions(), OPEN_PETITIONS, by, at)


@reading()
def _first_petition() -> KnownPetition | None:
    return petition(registers.petitions()[0].id, OPEN_PETITIONS)


def _dossiers(cases: int, by: By, at: datetime, progress: Progress) -> None:
    with TemporaryDirectory(prefix="baro-demo-") as name:
        folder = Path(name)
        progress.stage(f"Sinh {cases:,} hồ sơ tổng hợp".replace(",", "."))
        _make_year(cases, folder)
        told = described(
            SOURCE, name="Đăng ký đất đai - DỮ LIỆU TỔNG HỢP (không có thật)", unit=LAND_OFFICE,
            process=sorted((folder / "quy-trinh").iterdir()), offices=folder / "don-vi-chuc-danh.xlsx",
        )  # fmt: skip
        if told is not None:
            describe_source(told, by, at)
        _internal(folder, by, at, progress)
        _receive(SOURCE, folder / "nhat-ky.csv", by, at, progress)


def _internal(folder: Path, by: By, at: datetime, progress: Progress) -> None:
    """Courses of internal processes of the district, before the dossiers, by which one knows that the demo is whole."""
    if (known := find_source(INTERNAL)) is not None and known.last_batch:
        return
    log, approvals = folder / "noi-bo.csv", registers.processes(communes_on(TOLD_ON))
    write_runs(approvals, working_days(YEAR), log)
    tables = [path for _, path in with_tables(approvals, (), folder / "noi-bo").values()]
    told = described(
        INTERNAL, name="Công việc nội bộ - DỮ LIỆU TỔNG HỢP (không có thật)", unit=DISTRICT_COMMITTEE, process=tables,
        work=WorkKind.INTERNAL,
    )  # fmt: skip
    if told is not None:
        describe_source(told, by, at)
    _receive(INTERNAL, log, by, at, progress)


def _make_year(cases: int, folder: Path) -> None:
    """Write the year; a large one in a process of its own, so that its memory is free again when the import begins. Raises
    `Refused("out.not_writable")`."""
    if cases <= SIZES["small"]:
        make_demo_log(DemoArguments(cases, 1, folder), StringIO())  # where its files lie is of no use: they go
        return
    words = ["demo-log", "--cases", str(cases), "--seed", "1", "--out", str(folder)]
    made = subprocess.run([sys.executable, "-m", "baro.app", *words], stdout=subprocess.DEVNULL, check=False)
    if made.returncode:
        raise Refused("out.not_writable", folder=str(folder), reason=f"baro demo-log: {made.returncode}")


def _receive(source: str, file: Path, by: By, at: datetime, progress: Progress) -> None:
    with staged(new_id(at)) as ticket:
        check_file(Asked(ticket=ticket, file=file, source=source), by, at, progress.stage, progress.share)
        receive(ticket, by, at, leaving_out_faults=True)
    progress.done()
