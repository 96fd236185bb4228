"""The main job: read what was observed and what was prescribed, judge, count, and write the report."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO
from zoneinfo import ZoneInfo

from baro.app.big_arrays import big_arrays
from baro.channels.exports.findings_told import findings_told
from baro.channels.exports.write_all import write_all
from baro.channels.intake.mapping import Mapping, read_mapping
from baro.channels.intake.offices import read_offices
from baro.channels.intake.processes import read_process
from baro.channels.intake.read_log import ReadLog, read_log
from baro.channels.shell.arguments import JudgeArguments
from baro.channels.shell.progress import Progress
from baro.channels.wording.processes import flaw_sentence
from baro.desk.judged import judge_log
from baro.desk.prescription import Prescription, Scope
from baro.desk.report import Reading, report_of
from baro.records.loading.kept_files import sha256_of
from baro.rules.counted.told import Source
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.offices import Offices
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.soundness import check_soundness


def judge(asked: JudgeArguments, out: TextIO, err: TextIO) -> None:
    """Do the main job. Raises `Refused` for any input or output that does not do; nothing is left half done."""
    progress = Progress(err, quiet=asked.json)
    _check_files(asked)
    progress.stage("Đọc quy trình, đơn vị và lịch")
    mapping = Mapping() if asked.mapping is None else read_mapping(asked.mapping)
    prescription, remarks = _prescription(asked, mapping)
    with TemporaryDirectory(prefix="baro-") as folder:
        progress.stage("Đọc nhật ký")
        read = read_log(asked.log, Path(folder) / "store", mapping, progress=progress.share)
        progress.stage("Đối chiếu")
        with big_arrays():
            judged = judge_log(read.store, prescription, _scope(asked, prescription), progress.share)
        progress.stage("Tổng hợp báo cáo")
        report, summary = report_of(judged, _reading(asked, read, remarks))
        progress.stage("Ghi báo cáo")
        write_all(report, summary, findings_told(judged), asked.out)
    progress.done()
    _answer(asked, report.lead, summary, out)


def _check_files(asked: JudgeArguments) -> None:
    for path in (asked.log, *asked.processes, asked.mapping, asked.offices):
        if path is not None and (not path.exists() or path.is_dir()):
            raise Refused("shell.no_file", file=str(path))
        if path is not None and not os.access(path, os.R_OK):
            raise Refused("shell.not_readable", file=str(path))


def _prescription(asked: JudgeArguments, mapping: Mapping) -> tuple[Prescription, list[str]]:
    processes = tuple(read_process(path) for path in asked.processes)
    remarks = [f"Quy trình {p.code}: {flaw_sentence(flaw)}" for p in processes for flaw in check_soundness(p.net)]
    offices: Offices | None = None if asked.offices is None else read_offices(asked.offices)
    processing = calendar_named(asked.calendar)
    receiving = calendar_named("vn-receiving") if asked.calendar == "vn" else processing
    limits = mapping.procedure_limits
    return Prescription(processes, processing, receiving, offices, mapping.granularity, limits), remarks


def _scope(asked: JudgeArguments, prescription: Prescription) -> Scope:
    if asked.as_of is None:
        return Scope(None, asked.period, asked.cases)
    at = asked.as_of.replace(tzinfo=ZoneInfo(prescription.processing.zone))
    epoch = datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC"))
    return Scope((at - epoch) // timedelta(milliseconds=1), asked.period, asked.cases)


def _reading(asked: JudgeArguments, read: ReadLog, remarks: list[str]) -> Reading:
    sources = [_source("nhật ký", asked.log)]
    sources += [_source("quy trình", path) for path in asked.processes]
    sources += [_source("đơn vị, chức danh", asked.offices)] if asked.offices else []
    sources += [_source("bảng ánh xạ", asked.mapping)] if asked.mapping else []
    return Reading(read.quality, (*read.assumptions, *remarks), tuple(sources), read.synthetic)


def _source(role: str, path: Path) -> Source:
    return Source(role, path.name, sha256_of(path))


def _answer(asked: JudgeArguments, lead: str, summary: object, out: TextIO) -> None:
    if asked.json:
        out.write(json.dumps(summary, ensure_ascii=False, sort_keys=True, indent=1) + "\n")
    else:
        out.write(f"{lead}\nBáo cáo: {asked.out / 'report.html'}\n")
