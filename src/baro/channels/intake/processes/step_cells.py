"""What the cells of a step table say: a step's number, papers, limit and kind, and the heading above the table."""

import re
from datetime import date
from pathlib import Path

from baro.channels.intake.processes.attributes import kind_named
from baro.channels.intake.processes.step_columns import HEADING, HEADING_OF
from baro.channels.intake.tables import Sheet, Spot, read_date, tidy, title_of
from baro.rules.observed.kind_names import kind_of
from baro.rules.prescribed.durations import Duration, Unit, parse_duration
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.processes import Approval, ApprovedProcess, Net, Step
from baro.rules.prescribed.refusals import Refused

_STEP_WORD = re.compile(r"(?:(?:chuyen|sang|den|quay lai|ve)\s+)*(?:buoc\s*|b(?=\d)|step\s*)?")
_UNIT_IN_TITLE = re.compile(r"\(([^)]*)\)")
_NO_LIMIT = frozenset({"", "-", "khong quy dinh", "theo quy dinh"})
_FORM = re.compile(r"(?:mau|bm|bieu mau)\b")


def headed_process(path: Path, sheet: Sheet, at: int, net: Net, steps: tuple[Step, ...]) -> ApprovedProcess:
    """Put a process together from the heading above row `at`; the code defaults to the file's stem, the name to the code."""
    head = _heading(sheet, at)
    return ApprovedProcess(
        code=head["code"].value or tidy(path.stem),
        name=head["name"].value or head["code"].value or tidy(path.stem),
        net=net,
        steps=steps,
        procedures=_items(head["procedures"].value),
        version=head["version"].value or "1",
        valid_from=read_date(head["valid_from"]),
        valid_to=_valid_to(head),
        approval=_approval(head),
        total_limit=_limit(head["total_limit"], None),
        source=path.name,
    )


def key_of(text: str) -> str:
    """Fold a step's number as printed or referred to: "Bước 3a.", "chuyển bước 3A" and "3a" are one."""
    folded = fold(text)
    word = _STEP_WORD.match(folded)
    return (folded[word.end() :] if word else folded).rstrip(".: ") or folded


def read_step(spots: dict[str, Spot], unit: Unit | None) -> Step:
    """Read a row as a step; `unit` is what a bare number of the limits means."""
    papers = _items(spots["papers"].value)
    return Step(
        no=_printed(spots["no"].value),
        activity=spots["activity"].value,
        role=spots["role"].value,
        limit=_limit(spots["limit"], unit),
        outputs=_items(spots["outputs"].value) + tuple(p for p in papers if not _FORM.match(fold(p))),
        forms=_items(spots["forms"].value) + tuple(p for p in papers if _FORM.match(fold(p))),
        coordinating_unit=spots["coordinating_unit"].value,
        approver_role=spots["approver_role"].value,
        kind=_kind(spots["kind"]),
    )


def _printed(number: str) -> str:
    """The number without the word before it: "Bước 3a." is "3a"."""
    key = key_of(number)
    return number.rstrip(".: ")[-len(key) :] if fold(number).rstrip(".: ").endswith(key) else number


def _kind(spot: Spot) -> str:
    named = kind_named(spot.value)
    if named is not None:
        return named
    kind = kind_of(spot.value)
    if not kind:
        raise spot.refused("process.table.bad_kind")
    return kind.name.lower()


def _limit(spot: Spot, unit: Unit | None) -> Duration | None:
    if fold(spot.value) in _NO_LIMIT:
        return None
    try:
        return parse_duration(spot.value, unit)
    except Refused:
        raise spot.refused("process.table.bad_limit") from None


def unit_in(title: str) -> Unit | None:
    """Find the unit that the title of the limits names: "Thời gian (ngày làm việc)"."""
    named = _UNIT_IN_TITLE.search(title)
    try:
        return parse_duration(f"1 {named[1]}").unit if named else None
    except Refused:
        return None


def _items(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _heading(sheet: Sheet, at: int) -> dict[str, Spot]:
    """Find names and values above the table: "name | value" in two cells, or "name: value" in one."""
    found = {key: Spot(sheet.file, sheet.name, 0, titles[0], "") for key, titles in HEADING.items()}
    for number, cells in enumerate(sheet.rows[:at], start=1):
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        name, _, value = filled[0].partition(":")
        key = HEADING_OF.get(title_of(name))
        value = tidy(value) or (filled[1] if len(filled) > 1 else "")
        if key and value and not found[key].value:
            found[key] = Spot(sheet.file, sheet.name, number, HEADING[key][0], value)
    return found


def _valid_to(head: dict[str, Spot]) -> date | None:
    first, last = read_date(head["valid_from"]), read_date(head["valid_to"])
    if first and last and last < first:
        raise head["valid_to"].refused("table.ends_before_start")
    return last


def _approval(head: dict[str, Spot]) -> Approval:
    return Approval(
        head["decision_no"].value, read_date(head["signed_on"]), head["signer"].value, read_date(head["published_on"])
    )
