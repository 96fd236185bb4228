"""Directives as choices of a form and as lines of a list."""

from dataclasses import dataclass
from datetime import date

from baro.channels.wording.tasks import SOURCES
from baro.records.queries.directives import directives
from baro.records.queries.organisation import bodies
from baro.rules.observed.directives import Directive
from baro.rules.prescribed.body_checks import called

_OFFERED = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDirective:
    """A directive as a list draws it: `silent` so many of its addressees have not taken note."""

    id: str
    number: str
    signed_on: date
    issuer: str
    subject: str
    source: str
    body: str
    addressed: int
    silent: int
    is_overdue: bool
    is_withdrawn: bool
    depth: int = 0
    acknowledge_by: date | None = None


def choices() -> list[tuple[str, str]]:
    """The directives of the register that a document or a task may rest on, the last signed first."""
    kept = [one for one in directives().values() if one.withdrawn_at is None]
    return [(one.id, f"{one.number}, {one.signed_on:%d/%m/%Y}: {one.subject[:90]}") for one in kept[:_OFFERED]]


def shown_directive(told: Directive, on: date, depth: int = 0) -> ShownDirective:
    """Tell a directive as a line."""
    return ShownDirective(
        id=told.id, number=told.number, signed_on=told.signed_on, issuer=told.issuer,
        subject=told.subject or "(trích yếu đã được xóa)", source=SOURCES[told.source], body=called(bodies(), told.body),
        addressed=len(told.addressees), silent=len(told.silent), is_overdue=told.is_overdue(on),
        is_withdrawn=told.withdrawn_at is not None, depth=depth, acknowledge_by=told.acknowledge_by,
    )  # fmt: skip
