"""Categories of staff over time: on them depend the forms of discipline and the rules of employment."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.offices import Post, Term
from baro.rules.prescribed.refusals import Refused

COMMUNE_CATEGORY_ENDS = date(2025, 6, 30)
"""Luật Cán bộ, công chức 80/2025/QH15 made one civil service of all levels from 1/7/2025. From memory: the text was not
read, so a later day is a doubt to be told, never a refusal."""


class StaffCategory(StrEnum):
    """`CADRE` cán bộ; `CIVIL_SERVANT` công chức; `COMMUNE_OFFICIAL` cán bộ, công chức cấp xã (until 30/6/2025);
    `PUBLIC_EMPLOYEE` viên chức; `WORKER` người lao động, under the Labour Code."""

    CADRE = "cadre"
    CIVIL_SERVANT = "civil_servant"
    COMMUNE_OFFICIAL = "commune_official"
    PUBLIC_EMPLOYEE = "public_employee"
    WORKER = "worker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Employment:
    """A person's category over a term, by a decision."""

    person: str
    category: StaffCategory
    term: Term = field(default_factory=Term)
    decision: str = ""


def category_on(employments: Iterable[Employment], person: str, on: date) -> StaffCategory | None:
    """Give a person's category on a day; None if nothing is told. Of several, the one that began last."""
    held = [e for e in employments if e.person == person and e.term.holds(on)]
    latest = max(held, key=lambda e: e.term.valid_from or date.min, default=None)
    return latest.category if latest else None


def is_managing_employee(employments: Iterable[Employment], posts: Iterable[Post], person: str, on: date) -> bool:
    """Say whether a person is a viên chức quản lý on a day: only they can be removed from a post (cách chức)."""
    manages = any(p.is_head for p in posts if p.person == person and p.term.holds(on))
    return manages and category_on(employments, person, on) == StaffCategory.PUBLIC_EMPLOYEE


def check_employment(employment: Employment, told: Iterable[Employment]) -> None:
    """Refuse an employment beside another of the same days. Raises `Refused("employment.overlaps")`."""
    first, last = employment.term.valid_from or date.min, employment.term.valid_to or date.max
    for other in told:
        theirs = other.term
        if (
            other.person == employment.person
            and first <= (theirs.valid_to or date.max)
            and last >= (theirs.valid_from or date.min)
        ):
            raise Refused("employment.overlaps", category=other.category.value, since=f"{theirs.valid_from:%d/%m/%Y}" if theirs.valid_from else "")  # fmt: skip


def outlives_its_category(employment: Employment) -> bool:
    """Say whether an employment reaches beyond the day on which its category is thought to have ended; not verified."""
    last = employment.term.valid_to or date.max
    return employment.category == StaffCategory.COMMUNE_OFFICIAL and last > COMMUNE_CATEGORY_ENDS
