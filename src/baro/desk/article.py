"""The figures of the article of 25/4/2024, each counted from the records. Matters in compartments are not counted."""

from datetime import date
from typing import Any

from baro.records.queries.discipline import count_disciplined, count_measures
from baro.records.queries.dossier_counts import received_in_last_year
from baro.records.queries.inspections import count_runs
from baro.records.queries.organisation import bodies
from baro.records.queries.petitions import count_petitions
from baro.records.queries.processes import count_in_force
from baro.records.row_security.session import reading
from baro.rules.prescribed.bodies import Level
from baro.rules.prescribed.discipline import Form, Measure
from baro.rules.prescribed.places.city import COMMITTEE, LAND_OFFICE, RESOURCES
from baro.rules.prescribed.places.thach_that import DISTRICT_COMMITTEE
from baro.rules.prescribed.policy.scopes import Part, Scope
from baro.rules.prescribed.staff import StaffCategory
from baro.rules.prescribed.work_processes import RegisterKind

TOLD_ON = date(2024, 4, 25)
_FIRST, _LAST = date(2021, 1, 1), date(2023, 12, 31)
OPEN_MATTERS = Scope(parts=(Part(all_but=True),))


@reading()
def article_figures() -> dict[str, Any]:
    """Count every figure; a part that holds nothing counts 0."""
    petitions = count_petitions(OPEN_MATTERS, (RESOURCES,), date.min, TOLD_ON)
    return {
        "processes": _processes(),
        "linked_procedures": _count((COMMITTEE,), RegisterKind.LINKED),
        "inspections": count_runs(OPEN_MATTERS, (DISTRICT_COMMITTEE,), _FIRST, _LAST),
        "disciplined": _disciplined(DISTRICT_COMMITTEE, category=StaffCategory.COMMUNE_OFFICIAL),
        "complaints": {
            "total": petitions.total, "concluded": petitions.concluded, "verifying": petitions.verifying,
        },
        "reprimands": _disciplined(LAND_OFFICE, form=Form.REPRIMAND),
        "lessons_reviews": _measures(Measure.LESSON_REVIEW),
        "collective_reviews": _measures(Measure.COLLECTIVE_REVIEW),
        "dossiers_per_year": received_in_last_year(OPEN_MATTERS),
    }  # fmt: skip


def communes_on(on: date) -> tuple[str, ...]:
    """The communes of the district on a day, by id."""
    told = bodies().in_force(on)
    return tuple(sorted(t.body for t in told if t.level is Level.COMMUNE and t.parent == DISTRICT_COMMITTEE))


def _processes() -> dict[str, int]:
    return {
        "district": _count((DISTRICT_COMMITTEE,), RegisterKind.INTERNAL),
        "commune": _count(communes_on(TOLD_ON), RegisterKind.INTERNAL),
        "department": _count((RESOURCES,), RegisterKind.INTERNAL),
    }


def _count(units: tuple[str, ...], kind: RegisterKind) -> int:
    return sum(count_in_force(units, kind, TOLD_ON).values())


def _disciplined(unit: str, *, category: StaffCategory | None = None, form: Form | None = None) -> int:
    return count_disciplined(OPEN_MATTERS, (unit,), _FIRST, _LAST, category=category, form=form)


def _measures(kind: Measure) -> int:
    return count_measures(OPEN_MATTERS, (LAND_OFFICE,), _FIRST, _LAST, kind)
