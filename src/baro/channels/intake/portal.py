"""Procedures as the national portal gives them out: a JSON object a line, its tables run together into one text."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize

from baro.rules.prescribed.durations import Duration, parse_duration
from baro.rules.prescribed.procedures import Channel, ChannelTerms, Procedure, check_procedure
from baro.rules.prescribed.refusals import Refused

LONGEST_LINE, MOST_LINES = 2_000_000, 20_000
_NOTHING = "Không có thông tin"
_TERMS_HEAD, _BASES_HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả", "Tên văn bản pháp lýMã văn bản"
_NAMES = {"Trực tiếp": Channel.COUNTER, "Dịch vụ bưu chính": Channel.POST, "Trực tuyến": Channel.ONLINE}
# A row of the table begins with a channel and goes on with a number, or says that nothing is known.
_ROW = re.compile(rf"({'|'.join(_NAMES)})(?=\d|{_NOTHING}|Miễn phí)")
_TIME = re.compile(r"\d+(?:[.,]\d+)?(?:\s*(?:Ngày làm việc|Ngày|Giờ làm việc|Giờ|Tháng|Năm))?")
_FEE = re.compile(r"Miễn phí|Không có thông tin|[\d.,]+\s*(?:Việt Nam Đồng|VNĐ|Đồng)")
_NUMBER = re.compile(
    r"(\d+)((?:/\d{4})?/(?:NĐ-CP|NQ-CP|QH\d{1,2}|UBTVQH\d{1,2}|QĐ-TTg|TTLT-[A-ZĐ-]+|TT-[A-ZĐ]+|QĐ-[A-ZĐ]+))", re.ASCII
)
_YEAR = re.compile(r"^(?:19|20)\d\d(?=\d)")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that gives no procedure: its number (from 1), and why."""

    line: int
    why: Refused


def read_portal(file: Path) -> Iterator[Procedure | Unreadable]:
    """Read the procedures of a file (`.jsonl`, `.jsonl.gz`), line by line, and say which lines give none. Raises
    `Refused("portal.not_text" | "portal.too_many")`."""
    try:
        with gzip.open(file, "rb") if file.suffix == ".gz" else file.open("rb") as stream:
            number = 0
            while line := stream.readline(LONGEST_LINE):
                number += 1
                if number > MOST_LINES:
                    raise Refused("portal.too_many", most=MOST_LINES)
                if line.strip():
                    yield _read(number, line)
    except (OSError, EOFError) as error:
        raise Refused("portal.not_text", file=file.name) from error


def _read(number: int, line: bytes) -> Procedure | Unreadable:
    try:
        told = json.loads(line)
        if not isinstance(told, dict):
            return Unreadable(number, Refused("portal.no_object"))
        found = _procedure({key: value if isinstance(value, str) else "" for key, value in told.items()})
        check_procedure(found)
    except ValueError:
        return Unreadable(number, Refused("portal.no_json"))
    except Refused as why:
        return Unreadable(number, why)
    return found


def _procedure(told: dict[str, Any]) -> Procedure:
    said = {name: _said(told.get(name, "")) for name in _FIELDS}
    return Procedure(
        code=said["ma_thu_tuc"], name=" ".join(said["ten_thu_tuc"].split()), decision=said["so_quyet_dinh"],
        field=said["linh_vuc"], levels=tuple(filter(None, (part.strip() for part in said["cap_thuc_hien"].split(",")))),
        channels=tuple(_terms(said["cach_thuc_thuc_hien"])), steps=said["trinh_tu_thuc_hien"],
        agencies="\n".join(dict.fromkeys(filter(None, (said[name] for name in _AGENCIES)))), bases=_bases(said["can_cu_phap_ly"]),
    )  # fmt: skip


_AGENCIES = (
    "co_quan_thuc_hien",
    "co_quan_co_tham_quyen",
    "dia_chi_tiep_nhan",
    "co_quan_duoc_uy_quyen",
    "co_quan_phoi_hop",
)
_FIELDS = (
    "ma_thu_tuc", "ten_thu_tuc", "so_quyet_dinh", "linh_vuc", "cap_thuc_hien", "cach_thuc_thuc_hien", "trinh_tu_thuc_hien",
    "can_cu_phap_ly", *_AGENCIES,
)  # fmt: skip


def _said(text: str) -> str:
    text = normalize("NFC", text.replace("\0", "").replace("\r\n", "\n")).strip()
    return "" if text == _NOTHING else text


def _terms(text: str) -> Iterator[ChannelTerms]:
    """The rows of the table of channels: each begins with the name of one."""
    parts = _ROW.split(text.removeprefix(_TERMS_HEAD))
    for name, row in zip(parts[1::2], parts[2::2], strict=True):
        time = _TIME.match(row)
        rest = row[time.end() :] if time else row.removeprefix(_NOTHING)
        fee = _FEE.match(rest)
        yield ChannelTerms(
            channel=_NAMES[name], written=time[0] if time else "", limit=_limit(time[0]) if time else None,
            fee=_said(fee[0]) if fee else "", more=rest[fee.end() :].strip() if fee else rest.strip(),
        )  # fmt: skip


def _limit(written: str) -> Duration | None:
    try:
        return parse_duration(written)
    except Refused:
        return None


def _bases(text: str) -> tuple[str, ...]:
    """The numbers of the instruments. Names and numbers run together, so that each is found twice, and a year may stand
    before one ("Luật Đất đai 202431/2024/QH15")."""
    found = (_YEAR.sub("", digits) + rest for digits, rest in _NUMBER.findall(text.removeprefix(_BASES_HEAD)))
    return tuple(dict.fromkeys(found))
