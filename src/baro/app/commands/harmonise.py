"""`baro harmonise`: what logs of one work have in common and where they differ; with `--processes`, the same of step tables."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from baro.channels.shell.arguments import asked_day, command_parser
from baro.channels.shell.exit_codes import ExitCode
from baro.channels.shell.progress import Progress
from baro.channels.shell.tables import print_table
from baro.rules.counted.told import Table
from baro.rules.judged.harmonising.observed import ObservedLog
from baro.rules.judged.harmonising.variants import Work
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.refusals import Refused

_DOES = (
    "So nhật ký (hoặc bảng bước) của cùng một việc ở nhiều nơi: giống gì, khác gì; với bảng bước thì đề xuất bản chung."
)


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Compare what is asked. Raises `Refused` for a file that cannot be read or written, and where there is nothing to compare."""
    asked = _arguments(words)
    _check(asked)
    tables, synthetic = _of_processes(asked) if asked.processes else _of_logs(asked, Progress(err))
    for table in tables:
        print_table(out, table)
    if asked.out is not None:
        _write(asked.out, tables, synthetic)
        out.write(f"\nĐã ghi {asked.out}\n")
    return ExitCode.DONE


def _arguments(words: Sequence[str]) -> Namespace:
    parser = command_parser("harmonise", _DOES)
    parser.add_argument(
        "files",
        type=Path,
        nargs="*",
        metavar="TỆP",
        help="nhật ký (CSV, XLSX, Parquet, XES); với --processes: quy trình",
    )
    parser.add_argument("--split", choices=("year",), metavar="year", help="chia mỗi nhật ký theo năm hồ sơ bắt đầu")
    parser.add_argument(
        "--map", type=Path, metavar="TỆP", help="bảng ánh xạ cột và loại sự kiện (TOML), cho mọi nhật ký"
    )
    parser.add_argument(
        "--processes",
        action="store_true",
        help="so quy trình (bảng bước, BPMN, PNML); không nêu tệp thì so trong danh mục",
    )
    parser.add_argument("--work", metavar="TÊN", default="", help="chỉ việc có tên này (không kể dấu), in đầy đủ")
    parser.add_argument(
        "--on", type=asked_day, metavar="NGÀY", help="danh mục nhìn từ ngày dd/mm/yyyy; mặc định hôm nay"
    )
    parser.add_argument("--out", type=Path, metavar="TỆP.xlsx", help="ghi mọi bảng, đủ dòng, ra XLSX")
    return parser.parse_args(list(words))


def _check(asked: Namespace) -> None:
    for path in (*asked.files, *([asked.map] if asked.map else [])):
        if not path.is_file():
            raise Refused("shell.no_file", file=str(path))
    if not asked.files and not asked.processes:
        raise Refused("harmonise.no_log")
    if asked.split and asked.processes:
        raise Refused("harmonise.split_of_processes")
    if asked.out is not None and asked.out.suffix.lower() != ".xlsx":
        raise Refused("harmonise.not_xlsx", file=asked.out.name)
    if asked.out is not None and not asked.out.absolute().parent.is_dir():
        raise Refused("shell.no_file", file=str(asked.out.parent))


def _of_logs(asked: Namespace, progress: Progress) -> tuple[list[Table], bool]:
    from baro.rules.counted.behaviour_tables import behaviour_tables
    from baro.rules.judged.harmonising.behaviour import behaviour_of
    from baro.rules.judged.harmonising.observed import pooled

    logs: list[ObservedLog] = []
    synthetic = False
    for path, name in zip(asked.files, _names(asked.files), strict=True):
        progress.stage(f"Đọc {name}")
        found, is_made = _read(path, name, asked, progress)
        logs += found
        synthetic |= is_made
    progress.done()
    if len(logs) < 2:
        raise Refused("harmonise.one_log", log=logs[0].name if logs else asked.files[0].name)
    return list(behaviour_tables(behaviour_of(pooled(logs)))), synthetic


def _read(path: Path, name: str, asked: Namespace, progress: Progress) -> tuple[list[ObservedLog], bool]:
    from baro.channels.intake.mapping import Mapping, read_mapping
    from baro.channels.intake.read_log import read_log
    from baro.rules.judged.harmonising.observed import observed_log, observed_years

    mapping = read_mapping(asked.map) if asked.map else Mapping()
    with TemporaryDirectory(prefix="baro-") as folder:
        read = read_log(path, Path(folder) / "store", mapping, progress=progress.share)
        activities, traces, runs = read.store.names.activities, read.store.traces, read.store.chunks()
        if asked.split:
            return list(observed_years(name, activities, traces, runs, mapping.zone)), read.synthetic
        return [observed_log(name, activities, traces, runs)], read.synthetic


def _of_processes(asked: Namespace) -> tuple[list[Table], bool]:
    from baro.rules.counted.harmonised_tables import tables_of, works_table
    from baro.rules.judged.harmonising.harmonised import harmonise

    works, names, synthetic = _told_in_files(asked.files) if asked.files else _registered(asked)
    works = tuple(one for one in works if fold(asked.work) in fold(one.name))
    if not works:
        raise Refused("harmonise.nothing_alike", work=asked.work or "bất kỳ")
    tables = [works_table(works)]
    for one in works if asked.work or len(works) == 1 else ():
        if one.held:
            tables += tables_of(harmonise(one), names)
    return tables, synthetic


def _told_in_files(files: Sequence[Path]) -> tuple[tuple[Work, ...], dict[str, str], bool]:
    from baro.channels.intake.processes import read_process
    from baro.rules.judged.harmonising.variants import HeldProcess, works_of

    read = [(name, read_process(path)) for path, name in zip(files, _names(files), strict=True)]
    held = [HeldProcess(id=name, body=name, name=one.name or name, process=one) for name, one in read]
    return works_of(held), {}, False


def _registered(asked: Namespace) -> tuple[tuple[Work, ...], dict[str, str], bool]:
    from baro.app.started import start_records

    start_records()
    from baro.channels.intake.processes import read_process
    from baro.desk.harmonising import names_in, works_on
    from baro.desk.permission import day_of
    from baro.records.queries.demo_mark import is_demo

    now = datetime.now(UTC)  # noqa: TID251 the command reads the clock for all below it
    works = works_on(asked.on or day_of(now), read_process)
    return works, names_in(works), is_demo()


def _names(files: Sequence[Path]) -> list[str]:
    """What files are called in the tables: without folder and endings; with the folder's name, then the whole path, where two
    would be called alike."""
    short = [path.name.removesuffix(".gz").rpartition(".")[0] or path.name for path in files]
    longer = [f"{path.absolute().parent.name}/{name}" for path, name in zip(files, short, strict=True)]
    return [
        name if short.count(name) == 1 else long if longer.count(long) == 1 else str(path)
        for path, name, long in zip(files, short, longer, strict=True)
    ]


def _write(path: Path, tables: Sequence[Table], synthetic: bool) -> None:
    from baro.channels.exports.xlsx import write_tables

    part = path.with_name(path.name + ".dang-ghi")
    try:
        with part.open("wb") as stream:
            write_tables(stream, "Hài hòa quy trình", tables, synthetic=synthetic)
        part.replace(path)
    except OSError as broken:
        raise Refused("out.not_writable", folder=str(path.parent), reason=str(broken.strerror)) from None
