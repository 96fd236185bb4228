"""Files with faults planted in them, and where each must be told: the row, the column, the kind of doubt.

A file is a list of rows of text; each fault changes a row of its own, so that what is told of one cannot hide another.
"""

import csv
import datetime
import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter

from baro.rules.observed.quality import Doubt

HEADER = ["Mã hồ sơ", "Thủ tục", "Bước", "Thời điểm", "Người thực hiện", "Đơn vị", "Ngày hẹn trả"]
CASE, PROCEDURE, STEP, TIME, ACTOR, UNIT, DUE = range(7)
STEPS = ["Tiếp nhận hồ sơ", "Chuyển hồ sơ", "Thẩm định hồ sơ", "Trình ký", "Có kết quả", "Trả kết quả"]


@dataclass(frozen=True)
class Planted:
    """Where a fault must be told."""

    doubt: Doubt
    row: int
    column: str


@dataclass
class BadFile:
    """Rows below the header, the faults planted in them, or the code with which the whole file must be refused."""

    rows: list[list[str]]
    planted: list[Planted] = field(default_factory=list)
    refusal: str = ""
    text: bytes | None = None
    left_out: int = 0  # rows that must not be counted as events

    @property
    def loses(self) -> bool:
        """Whether a cell could not be read, so that nothing may come in."""
        return any(p.doubt is Doubt.BAD_CELL for p in self.planted)


def good_rows(rng: random.Random | None = None, cases: int = 12) -> list[list[str]]:
    """Dossiers of the spring of 2024, one step a day."""
    rng = rng or random.Random(7)
    rows = []
    for n in range(cases):
        start = datetime.datetime(2024, 3, 1, 8, 0) + datetime.timedelta(
            days=rng.randrange(40), minutes=rng.randrange(400)
        )
        code, procedure = f"H26.7-{start:%y%m%d}-{n:04}", rng.choice(["1.012784", "1.013988"])
        due = f"{start + datetime.timedelta(days=15):%d/%m/%Y}"
        for k, step in enumerate(STEPS[: rng.randrange(3, len(STEPS) + 1)]):
            at = start + datetime.timedelta(days=k, seconds=rng.randrange(3_600))
            rows.append([code, procedure, step, f"{at:%d/%m/%Y %H:%M:%S}", f"Cán bộ {k}", f"Phòng {k % 3}", due])
    return rows


def _cell(column: int, value: Callable[[random.Random], str], doubt: Doubt = Doubt.BAD_CELL) -> Callable[..., Planted]:
    def plant(rng: random.Random, rows: list[list[str]], at: int) -> Planted:
        rows[at][column] = value(rng)
        return Planted(doubt, at + 2, HEADER[column])

    return plant


def _swapped(rng: random.Random, rows: list[list[str]], at: int) -> Planted:
    rows[at][STEP], rows[at][TIME] = rows[at][TIME], rows[at][STEP]
    return Planted(Doubt.BAD_CELL, at + 2, HEADER[TIME])


def _cut(rng: random.Random, rows: list[list[str]], at: int) -> Planted:
    rows[at] = rows[at][: rng.randrange(2, 6)]
    return Planted(Doubt.BAD_CELL, at + 2, "")


def _too_long(rng: random.Random, rows: list[list[str]], at: int) -> Planted:
    rows[at] = [*rows[at], "thừa"]
    return Planted(Doubt.BAD_CELL, at + 2, "")


_UNREADABLE_TIMES = (
    "31/02/2024 08:00:00",
    "30/02/2024",
    "hôm qua",
    "2024",
    "12/13/2024 09:00",
    "05/04/2024 25:61",
    "#N/A",
    "=NOW()",
)
_UNREADABLE_DAYS = ("32/01/2024", "31/04/2024", "tuần sau", "00/00/0000")

IN_CELLS: dict[str, Callable[..., Planted]] = {
    "time": _cell(TIME, lambda r: r.choice(_UNREADABLE_TIMES)),
    "no time": _cell(TIME, lambda r: r.choice(["", "  "])),
    "no code": _cell(CASE, lambda r: r.choice(["", "   "])),
    "no step": _cell(STEP, lambda r: ""),
    "due": _cell(DUE, lambda r: r.choice(_UNREADABLE_DAYS)),
    "year 1900": _cell(TIME, lambda r: f"0{r.randrange(1, 9)}/01/1900 08:00:00", Doubt.IMPOSSIBLE_DATE),
    "to come": _cell(TIME, lambda r: f"15/06/{r.randrange(2031, 2099)} 08:00:00", Doubt.IMPOSSIBLE_DATE),
    "due otherwise": _cell(DUE, lambda r: f"{r.randrange(1, 28):02}/12/2024", Doubt.INCONSISTENT),
    "swapped": _swapped,
}
OF_CSV: dict[str, Callable[..., Planted]] = {"cut": _cut, "too long": _too_long}


def bad_rows(rng: random.Random, kinds: dict[str, Callable[..., Planted]]) -> BadFile:
    """A file with one to four faults, each in a dossier of its own."""
    rows = good_rows(rng)
    made = BadFile(rows)
    # An event that is not the first of its dossier, so that what belongs to the dossier is told by the first.
    later = [k for k in range(1, len(rows)) if rows[k][CASE] == rows[k - 1][CASE]]
    by_case: dict[str, list[int]] = {}
    for k in later:
        by_case.setdefault(rows[k][CASE], []).append(k)
    for code in rng.sample(sorted(by_case), rng.randrange(1, 5)):
        name = rng.choice(sorted(kinds))
        made.planted.append(kinds[name](rng, rows, rng.choice(by_case[code])))
    if rng.random() < 0.4:
        source = rng.choice([r for r in rows if len(r) == len(HEADER) and _is_sound(r)])
        rows.append(list(source))
        made.planted.append(Planted(Doubt.DUPLICATE, len(rows) + 1, ""))
    lost = {p.row for p in made.planted if p.doubt is Doubt.DUPLICATE}
    lost |= {p.row for p in made.planted if p.doubt is Doubt.BAD_CELL and p.column != HEADER[DUE]}
    made.left_out = len(lost)
    return made


def _is_sound(row: list[str]) -> bool:
    try:
        at = _read(row[TIME], "%d/%m/%Y %H:%M:%S")
        _read(row[DUE], "%d/%m/%Y")
    except ValueError:
        return False
    return bool(row[CASE].strip() and row[STEP].strip()) and at.year == 2024 and not row[DUE].endswith("12/2024")


def as_csv(rows: list[list[str]], delimiter: str = ",", header: list[str] | None = None) -> str:
    """The rows as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(HEADER if header is None else header)
    writer.writerows(rows)
    return out.getvalue()


def write_xlsx(path: Path, rows: list[list[str]], rng: random.Random) -> None:
    """The rows as a spreadsheet, with what spreadsheets bring along: dates as numbers, formats, notes, a hidden sheet."""
    with xlsxwriter.Workbook(path, {"date_1904": rng.random() < 0.3, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Nhật ký")
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
        sheet.write_row(0, 0, HEADER, book.add_format({"bold": True}))
        for k, row in enumerate(rows, start=1):
            for c, cell in enumerate(row):
                at = _moment(cell) if c == TIME else None
                if at is not None and sum(map(ord, cell)) % 2:  # equal rows stay equal
                    sheet.write_datetime(k, c, at, moment)
                else:
                    sheet.write_string(k, c, cell)
        if rng.random() < 0.3:
            sheet.write_comment(1, 1, "đã xem")
        sheet.autofilter(0, 0, len(rows), len(HEADER) - 1)


def _read(text: str, form: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, form)  # noqa: DTZ007 what a clerk writes has no zone


def _moment(cell: str) -> datetime.datetime | None:
    try:
        at = _read(cell, "%d/%m/%Y %H:%M:%S")
    except ValueError:
        return None
    return at if at.year > 1904 else None


def spoiled(rng: random.Random) -> BadFile:
    """A file that must be refused as a whole, for a reason that can be said."""
    rows = good_rows(rng, 5)
    text = as_csv(rows)
    kind = rng.choice(["legacy", "open quote", "nul", "no column", "twice", "empty", "mostly"])
    if kind == "legacy":
        return BadFile(rows, refusal="csv.encoding", text=text.encode("cp1258", "replace"))
    if kind == "open quote":
        cut = text[: rng.randrange(len(text) // 2, len(text) - 10)].rpartition("\r\n")[0]
        return BadFile(rows, refusal="csv.open_quote", text=(cut + '\r\n"H26.7-1,x,y\r\n').encode())
    if kind == "nul":
        return BadFile(rows, refusal="csv.binary", text=text.replace("Phòng 1", "Phòng\0 1").encode())
    if kind == "no column":
        gone = rng.choice([CASE, STEP, TIME])
        header = [h if k != gone else "Cột lạ" for k, h in enumerate(HEADER)]
        return BadFile(rows, refusal="log.missing_column", text=as_csv(rows, header=header).encode())
    if kind == "twice":
        header = [*HEADER[:-1], HEADER[TIME]]
        return BadFile(rows, refusal="log.ambiguous_column", text=as_csv(rows, header=header).encode())
    if kind == "empty":
        return BadFile([], refusal="log.empty", text=as_csv([]).encode())
    for row in rows:
        row[TIME] = "không rõ"
    return BadFile(rows, refusal="log.mostly_unreadable", text=as_csv(rows).encode())
