"""What a page of clarity shows, and its workbook says, whatever the works are: processes or tasks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from baro.channels.web.organisation.named import body_named
from baro.channels.web.processes.clear_listed import ClarityAsked, HeldClear, Told, by_body, slogans, totals
from baro.rules.judged.clarity import Clear

PAGE = 50

TOLD = TypeVar("TOLD", bound=Told)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnclearLine:
    """A process and one criterion by which it is not clear: what is missing, and where."""

    id: str
    code: str
    name: str
    body: str
    criterion: str
    missing: tuple[str, ...]


def unclear(held: Sequence[TOLD], asked: ClarityAsked) -> Iterator[tuple[TOLD, Clear]]:
    """Tell each work with each criterion by which it is not clear, of the body and criterion asked for."""
    for one in held:
        if asked.body in ("", one.body):
            yield from (
                (one, told) for told in one.told if told.missing and asked.criterion in ("", told.criterion.key)
            )


def unclear_lines(held: Sequence[HeldClear], asked: ClarityAsked) -> list[UnclearLine]:
    """Tell where which process is not clear."""
    return [_line(one, clear) for one, clear in unclear(held, asked)]


def shown(asked: ClarityAsked, held: Sequence[Told], lines: Sequence[object], day: date) -> dict[str, object]:
    """What the template is given: counts by criterion and body, and a page of the unclear lines with its addresses."""
    upto = asked.start + PAGE
    return {
        "asked": asked,
        "day": day,
        "count": len(held),
        "sets": [(asked.changed(bo=one.key, tieu_chi=""), one.name, one is asked.slogan) for one in slogans()],
        "criteria": [(asked.changed(tieu_chi=key, co_quan=""), *told) for key, *told in totals(held, asked.slogan)],
        "bodies": by_body(held, asked),
        "lines": lines[asked.start : upto],
        "unclear": len(lines),
        "address": asked.changed(),
        "body": body_named(asked.body) if asked.body else "",
        "criterion": next((one.name for one in asked.slogan.criteria if one.key == asked.criterion), ""),
        "all": asked.changed(co_quan="", tieu_chi=""),
        "next": asked.changed(tu=str(upto)) if len(lines) > upto else "",
        "first": asked.changed() if asked.start else "",
    }


def about(title: str, asked: ClarityAsked, day: date, count: int) -> list[tuple[str, str]]:
    """What the workbook says of itself: what it lists, by whose criteria, as of which day, how many lines."""
    return [
        ("Danh sách", title),
        ("Nguồn của tiêu chí", asked.slogan.source),
        ("Tính đến", f"{day:%d/%m/%Y}"),
        ("Số dòng", str(count)),
    ]


def _line(one: HeldClear, clear: Clear) -> UnclearLine:
    told = one.process.held.approval
    return UnclearLine(
        id=told.id, code=told.code, name=told.name, body=body_named(told.unit), criterion=clear.criterion.name,
        missing=clear.missing,
    )  # fmt: skip
