"""The figures of the article of 25/4/2024, each counted from the records. Matters in compartments are not counted."""

from collections.abc import Callable
from datetime import date
from typing import Any

from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.discipline import count_disciplined, count_measures
from baro.records.queries.dossier_counts import received_in_last_year
from baro.records.queries.inspections import count_runs
from baro.records.queries.organisation import bodies
from baro.records.queries.petitions import count_petitions
from baro.records.queries.processes import count_in_force
from baro.records.row_security.session import reading
from baro.rules.counted.small_counts import Sum, Told, veiled
from baro.rules.prescribed.bodies import Level
from baro.rules.prescribed.discipline import Form, Measure
from baro.rules.prescribed.places.city import COMMITTEE, LAND_OFFICE, RESOURCES
from baro.rules.prescribed.places.thach_that import DISTRICT_COMMITTEE
from baro.rules.prescribed.policy.roles import OUTSIDE_SUPERVISORS
from baro.rules.prescribed.policy.scopes import open_matters_of
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.staff import StaffCategory
from baro.rules.prescribed.work_processes import RegisterKind

TOLD_ON = date(2024, 4, 25)
_FIRST, _LAST = date(2021, 1, 1), date(2023, 12, 31)
OPEN_DOSSIERS, OPEN_INSPECTIONS, OPEN_DISCIPLINE, OPEN_PETITIONS, OPEN_JOINT, OPEN_TASKS = (
    open_matters_of(matter) for matter in ("dossier", "inspection", "discipline", "petition", "joint", "task")
)
"""What the figures are counted over: whoever may read the figure of a body may read it, whatever rows they see."""


BODY_OF: dict[str, str] = {
    "processes.district": DISTRICT_COMMITTEE,
    "processes.commune": DISTRICT_COMMITTEE,
    "processes.department": RESOURCES,
    "linked_procedures": COMMITTEE,
    "inspections": DISTRICT_COMMITTEE,
    "disciplined": DISTRICT_COMMITTEE,
    "complaints.total": RESOURCES,
    "complaints.concluded": RESOURCES,
    "complaints.verifying": RESOURCES,
    "reprimands": LAND_OFFICE,
    "lessons_reviews": LAND_OFFICE,
    "collective_reviews": LAND_OFFICE,
    "dossiers_per_year": LAND_OFFICE,
}
"""Each figure, and the body of which it tells."""


@reading()
def article_figures() -> dict[str, Any]:
    """Count every figure; a part that holds nothing counts 0."""
    return {name: count() for name, count in _FIGURES.items()}


PUBLISHED: dict[str, int] = {
    "linked_procedures": 4,
    "reprimands": 4,
    "lessons_reviews": 6,
    "collective_reviews": 1,
}
"""Small figures that the agency told the Council and the press on 25/4/2024: public as long as the records say the same."""

_SUMS = (Sum(total="complaints.total", parts=("complaints.concluded", "complaints.verifying")),)
_ROWS_READ_BY: dict[str, str] = {
    "processes": "process.read",
    "linked_procedures": "process.read",
    "inspections": "inspection.read",
    "disciplined": "discipline.read",
    "complaints": "petition.read",
    "reprimands": "discipline.read",
    "lessons_reviews": "discipline.read",
    "collective_reviews": "discipline.read",
    "dossiers_per_year": "dossier.read",
}
"""Each part of the figures, and the operation that shows what was counted in it."""


@reading()
def figures_for(who: Asker) -> dict[str, Told | None]:
    """Count the figures that somebody may read, by the names of `BODY_OF`; the others are not counted at all. Small ones
    are veiled for whoever may neither read what was counted nor serves in the body (decision 0015)."""
    counted = _counted_for(who)
    outside = {n: c for n, c in counted.items() if c is not None and not _sees_small_ones(who, n)}
    published = frozenset(name for name, count in outside.items() if PUBLISHED.get(name) == count)
    return {**counted, **veiled(outside, _SUMS, published)}


def _counted_for(who: Asker) -> dict[str, int | None]:
    readable = {body for body in set(BODY_OF.values()) if permission.allows(who, "figure.read", Subject(unit=body))}
    wanted = [name for name, body in BODY_OF.items() if body in readable]
    counted = {part: _FIGURES[part]() for part in {name.partition(".")[0] for name in wanted}}
    return {name: _picked(counted, name) for name in wanted}


def _sees_small_ones(who: Asker, name: str) -> bool:
    body = BODY_OF[name]
    if permission.allows(who, _ROWS_READ_BY[name.partition(".")[0]], Subject(unit=body)):
        return True
    return any(g.unit == body and g.role not in OUTSIDE_SUPERVISORS for g in who.standing.in_force(who.on))


def _picked(counted: dict[str, Any], name: str) -> int | None:
    whole, _, part = name.partition(".")
    found: int | None = counted[whole][part] if part else counted[whole]
    return found


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
    return count_disciplined(OPEN_DISCIPLINE, (unit,), _FIRST, _LAST, category=category, form=form)


def _measures(kind: Measure) -> int:
    return count_measures(OPEN_DISCIPLINE, (LAND_OFFICE,), _FIRST, _LAST, kind)


def _petitions() -> dict[str, int]:
    found = count_petitions(OPEN_PETITIONS, (RESOURCES,), date.min, TOLD_ON)
    return {"total": found.total, "concluded": found.concluded, "verifying": found.verifying}


_FIGURES: dict[str, Callable[[], Any]] = {
    "processes": _processes,
    "linked_procedures": lambda: _count((COMMITTEE,), RegisterKind.LINKED),
    "inspections": lambda: count_runs(OPEN_INSPECTIONS, (DISTRICT_COMMITTEE,), _FIRST, _LAST),
    "disciplined": lambda: _disciplined(DISTRICT_COMMITTEE, category=StaffCategory.COMMUNE_OFFICIAL),
    "complaints": _petitions,
    "reprimands": lambda: _disciplined(LAND_OFFICE, form=Form.REPRIMAND),
    "lessons_reviews": lambda: _measures(Measure.LESSON_REVIEW),
    "collective_reviews": lambda: _measures(Measure.COLLECTIVE_REVIEW),
    "dossiers_per_year": lambda: received_in_last_year(OPEN_DOSSIERS),
}
