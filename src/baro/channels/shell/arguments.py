"""The words of the command `baro`, read into plain values; anything else is refused with a sentence."""

import argparse
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import NoReturn

from baro.rules.prescribed.refusals import Refused

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class JudgeArguments:
    """What `baro judge` was asked."""

    log: Path
    processes: tuple[Path, ...]
    out: Path
    mapping: Path | None
    offices: Path | None
    calendar: str
    as_of: datetime | None  # local wall time of the calendar
    period: tuple[date, date] | None
    json: bool
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoArguments:
    """What `baro demo-log` was asked."""

    cases: int
    seed: int
    out: Path


_SAID = (
    (r"the following arguments are required: (.+)", r"thiếu \1"),
    (r"unrecognized arguments: (.+)", r"thừa \1"),
    (r"argument (\S+): expected (?:at least )?one argument", r"\1 cần một giá trị đi kèm"),
    (r"argument (\S+): invalid int value: (.+)", r"\1 phải là số nguyên, không phải \2"),
    (r"argument (\S+): invalid choice: ([^ ]+).*", r"\2 không phải là một \1"),
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        said = next((re.sub(f"^{en}$", vi, message) for en, vi in _SAID if re.fullmatch(en, message)), message)
        raise Refused("shell.usage", reason=said, usage=self.format_usage().strip())


def read_arguments(words: Sequence[str], others: Mapping[str, str] | None = None) -> JudgeArguments | DemoArguments:
    """Read the command line. Raises `Refused("shell.…")`; `--help` prints and exits.

    `others` are commands that read their own words: name -> what it does.
    """
    asked = _parser(others or {}).parse_args(list(words))
    if asked.command == "demo-log":
        if not 1 <= asked.cases <= 10_000_000:
            raise Refused("shell.cases", value=asked.cases)
        if asked.seed < 0:
            raise Refused("shell.seed", value=asked.seed)
        return DemoArguments(asked.cases, asked.seed, asked.out)
    as_of = None if asked.as_of is None else _moment(asked.as_of)
    period = None if asked.period is None else _period(asked.period)
    if as_of and period and as_of.date() > period[1]:
        raise Refused("shell.as_of_after_period", as_of=asked.as_of, last=f"{period[1]:%d/%m/%Y}")
    return JudgeArguments(
        log=asked.log,
        processes=tuple(asked.process),
        out=asked.out,
        mapping=asked.map,
        offices=asked.offices,
        calendar=asked.calendar,
        as_of=as_of,
        period=period,
        json=asked.json,
        cases=tuple(asked.case),
    )


def command_parser(name: str, does: str) -> argparse.ArgumentParser:
    """A parser for one command's own words, which refuses in Vietnamese."""
    return _Parser(prog=f"baro {name}", description=does)


def _parser(others: Mapping[str, str]) -> argparse.ArgumentParser:
    parser = _Parser(prog="baro", description="Ba Rõ: giám sát kỷ luật, trách nhiệm trong thực thi công vụ.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    judge = commands.add_parser("judge", help="đối chiếu nhật ký hồ sơ với quy trình và quy định, lập báo cáo giám sát")
    judge.add_argument("log", type=Path, metavar="NHẬT_KÝ", help="CSV, XLSX, Parquet, XES (.xes, .xes.gz)")
    judge.add_argument(
        "--process", type=Path, nargs="+", action="extend", required=True, metavar="TỆP",
        help="quy trình đã phê duyệt: BPMN, PNML hoặc bảng bước (XLSX, CSV); nhiều tệp thì chọn theo thủ tục và ngày",
    )  # fmt: skip
    judge.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi báo cáo")
    judge.add_argument("--map", type=Path, metavar="TỆP", help="bảng ánh xạ cột và loại sự kiện (TOML)")
    judge.add_argument("--offices", type=Path, metavar="TỆP", help="đơn vị, cán bộ, chức danh theo thời gian (XLSX)")
    judge.add_argument("--calendar", default="vn", metavar="TÊN", help="vn (mặc định), weekdays, continuous")
    judge.add_argument(
        "--as-of", metavar="NGÀY",
        help="mốc xem xét, dd/mm/yyyy [HH:MM]; mặc định cuối ngày của sự kiện cuối, không quá ngày cuối kỳ báo cáo",
    )  # fmt: skip
    judge.add_argument("--period", metavar="TỪ..ĐẾN", help="kỳ báo cáo, ví dụ 01/01/2024..31/12/2024")
    judge.add_argument(
        "--case", action="append", default=[], metavar="MÃ", help="mở hồ sơ này trong báo cáo; dùng được nhiều lần"
    )
    judge.add_argument("--json", action="store_true", help="chỉ in bản tóm tắt JSON ra màn hình")
    demo = commands.add_parser("demo-log", help="sinh một năm hồ sơ tổng hợp (không có thật) kèm sự thật để đối chứng")
    demo.add_argument("--cases", type=int, required=True, metavar="SỐ", help="số hồ sơ")
    demo.add_argument("--seed", type=int, default=1, metavar="SỐ", help="hạt giống, mặc định 1")
    demo.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi")
    for name, does in others.items():
        commands.add_parser(name, help=does, add_help=False)
    return parser


def _moment(text: str) -> datetime:
    day, _, clock = text.strip().partition(" ")
    if not clock:
        return datetime.combine(asked_day(day), time(23, 59, 59, 999000))
    try:
        at = time.fromisoformat(clock.strip())
    except ValueError:
        raise Refused("shell.date", value=text) from None
    if at.tzinfo is not None:  # the zone is the calendar's
        raise Refused("shell.date", value=text)
    return datetime.combine(asked_day(day), at)


def _period(text: str) -> tuple[date, date]:
    first, dots, last = text.partition("..")
    if not dots:
        raise Refused("shell.period", value=text)
    period = asked_day(first.strip()), asked_day(last.strip())
    if period[1] < period[0]:
        raise Refused("shell.period", value=text)
    return period


def asked_day(text: str) -> date:
    """Read a day of the command line. Raises `Refused("shell.date")`."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise Refused("shell.date", value=text)
    d, m, y = found.group(1, 2, 3) if found.group(1) else found.group(6, 5, 4)
    try:
        return date(int(y), int(m), int(d))
    except ValueError:
        raise Refused("shell.date", value=text) from None
