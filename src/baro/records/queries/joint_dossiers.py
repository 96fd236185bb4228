"""Joint dossiers with what was told of their legs, within a scope; of several copies in reach each is read once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from baro.records.ledger.heads import hold
from baro.records.models.joint import JointDossierRow, JointEventRow
from baro.records.round_trips import ask
from baro.records.row_security.session import reading
from baro.rules.observed.joint import JointDossier, JointEvent, JointKind, Outcome
from baro.rules.prescribed.policy.scopes import Scope

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Place:
    """After which dossier a page begins: when its end was recorded, and its id."""

    closed_at: datetime
    joint: str


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """After which open dossier a page begins: when it was received, and its id."""

    received_at: datetime
    joint: str


def joint_dossier(scope: Scope, joint: str, held: Collection[str] = ()) -> JointDossier | None:
    """One joint dossier; None if there is none in reach. On the streams that are `held` nobody else records anything from
    before it is read until this transaction ends."""
    if locks := hold(held):
        ask(*locks)
    if "\0" in joint:
        return None
    with reading():
        found = _dossiers(scope, JointDossierRow.objects.within(scope).filter(joint=joint))
    return found[0] if found else None


def joint_with_code(scope: Scope, lead: str, code: str) -> list[JointDossier]:
    """The joint dossiers in reach that a lead gave this code."""
    with reading():
        return _dossiers(scope, JointDossierRow.objects.within(scope).filter(lead=lead, code=code))


def open_joint(scope: Scope, most: int, after: OpenPlace | None = None) -> list[JointDossier]:
    """The next joint dossiers whose end was not recorded, the oldest first; at most so many."""
    with reading():
        rows = JointDossierRow.objects.within(scope).filter(closed_at=None)
        if after is not None:
            later = Q(received_at__gt=after.received_at)
            rows = rows.filter(later | Q(received_at=after.received_at, joint__gt=after.joint))
        wanted = _once(rows.order_by("received_at", "joint"), most, "received_at")
        return _dossiers(scope, JointDossierRow.objects.within(scope).filter(joint__in=wanted))


def closed_joint(scope: Scope, after: Place | None, most: int) -> list[JointDossier]:
    """The next joint dossiers whose end was recorded, the last one first; at most so many."""
    with reading():
        rows = JointDossierRow.objects.within(scope).filter(closed_at__isnull=False)
        if after is not None:
            rows = rows.filter(Q(closed_at__lt=after.closed_at) | Q(closed_at=after.closed_at, joint__gt=after.joint))
        wanted = _once(rows.order_by("-closed_at", "joint"), most, "closed_at")
        found = {
            one.id: one for one in _dossiers(scope, JointDossierRow.objects.within(scope).filter(joint__in=wanted))
        }
        return [found[joint] for joint in wanted]


def joint_between(scope: Scope, begins: datetime, ends: datetime) -> list[JointDossier]:
    """The joint dossiers of which something may count in [begins, ends): received before its end, not closed before its
    beginning. What counts does so no later than it was recorded."""
    with reading():
        rows = JointDossierRow.objects.within(scope).filter(received_at__lt=ends)
        rows = rows.filter(Q(closed_at=None) | Q(closed_at__gte=begins))
        return _dossiers(scope, rows)


def count_joint(scope: Scope) -> tuple[int, int]:
    """How many joint dossiers in reach are open, and how many are closed."""
    with reading():
        rows = JointDossierRow.objects.within(scope).order_by()
        is_open, is_closed = Q(closed_at=None), Q(closed_at__isnull=False)
        return tuple(rows.filter(told).values("joint").distinct().count() for told in (is_open, is_closed))  # type: ignore[return-value]


def _once(rows: QuerySet[JointDossierRow], most: int, ordered: str) -> list[str]:
    """The ids of the first, each once."""
    return [joint for _, joint in rows.values_list(ordered, "joint").distinct()[:most]]


def _dossiers(scope: Scope, rows: Iterable[JointDossierRow]) -> list[JointDossier]:
    """The dossiers of rows with their events, the first received first."""
    by_id = {row.joint: row for row in rows}
    events: dict[str, dict[int, JointEvent]] = {joint: {} for joint in by_id}
    ids = list(by_id)
    for begin in range(0, len(ids), _AT_ONCE):
        told = JointEventRow.objects.within(scope).filter(joint__in=ids[begin : begin + _AT_ONCE]).order_by("event")
        for row in told:
            events[row.joint].setdefault(row.event, _event(row))
    found = [_dossier(row, tuple(events[joint].values())) for joint, row in by_id.items()]
    return sorted(found, key=lambda one: (one.received_at, one.id))


def _dossier(row: JointDossierRow, events: tuple[JointEvent, ...]) -> JointDossier:
    return JointDossier(
        id=row.joint, code=row.code, process=row.process, version=row.version, lead=row.lead,
        received_at=row.received_at, recorded_at=row.recorded_at, opened_by=row.opened_by, events=events,
        closed_at=row.closed_at,
    )  # fmt: skip


def _event(row: JointEventRow) -> JointEvent:
    return JointEvent(
        id=str(row.event), leg=row.leg, kind=JointKind(row.kind), occurred_at=row.occurred_at,
        recorded_at=row.recorded_at, teller=row.teller, recorded_by=row.recorded_by, document=row.document,
        outcome=Outcome(row.outcome) if row.outcome else None, words=row.words, entered=row.entered,
        corrects=str(row.corrects) if row.corrects else "", is_void=row.is_void,
    )  # fmt: skip
