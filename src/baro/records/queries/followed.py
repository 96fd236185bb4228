"""Obligations of coordination rules, proposals to the upper level, simplifications of procedures, and what was told of matters that several bodies keep in view. Inside the authority they
are no secret, so they are read without a scope."""

from collections.abc import Collection

from baro.records.models.followed import FollowedRow, ObligationRow, SimplificationRow, UpwardRow
from baro.records.queries.by_key import by_key
from baro.rules.observed.followed import Followed, FollowedKind
from baro.rules.observed.upward import UpwardProposal
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.obligations import Obligation, Rhythm
from baro.rules.prescribed.simplifications import Simplification


def obligations(rule: str = "") -> tuple[Obligation, ...]:
    """All obligations, or those of one rule, by the day from which they hold."""
    rows = ObligationRow.objects.order_by("valid_from", "id")
    return tuple(map(_obligation, rows.filter(rule=rule) if rule else rows))


def obligation(obligation_id: str) -> Obligation | None:
    """One obligation."""
    row = by_key(ObligationRow.objects, obligation_id).first()
    return None if row is None else _obligation(row)


def upward_proposals() -> tuple[UpwardProposal, ...]:
    """All proposals to the upper level, the last signed first."""
    return tuple(map(_upward, UpwardRow.objects.order_by("-signed_on", "id")))


def upward_proposal(upward: str) -> UpwardProposal | None:
    """One proposal to the upper level."""
    row = by_key(UpwardRow.objects, upward).first()
    return None if row is None else _upward(row)


def simplifications() -> tuple[Simplification, ...]:
    """All simplifications of procedures, the last proposed first."""
    return tuple(map(_simplification, SimplificationRow.objects.order_by("-signed_on", "id")))


def simplification(simplification_id: str) -> Simplification | None:
    """One simplification of a procedure."""
    row = by_key(SimplificationRow.objects, simplification_id).first()
    return None if row is None else _simplification(row)


def followed(matter: str) -> tuple[Followed, ...]:
    """What was told of one matter, in the order told."""
    return tuple(map(_followed, FollowedRow.objects.filter(matter=matter).order_by("number")))


def all_followed(kind: str, among: Collection[str] | None = None) -> dict[str, tuple[Followed, ...]]:
    """What was told of every matter of a kind ("obligation"), or of those `among` them, by the id of the matter."""
    rows = FollowedRow.objects.filter(matter__startswith=f"{kind}/").order_by("matter", "number")
    if among is not None:
        rows = rows.filter(matter__in=[f"{kind}/{one}" for one in among])
    told: dict[str, list[Followed]] = {}
    for row in rows:
        told.setdefault(row.matter.partition("/")[2], []).append(_followed(row))
    return {key: tuple(those) for key, those in told.items()}


def _obligation(row: ObligationRow) -> Obligation:
    return Obligation(
        id=row.id, rule=row.rule, debtor=row.debtor, creditor=row.creditor, task=row.task, article=row.article,
        rhythm=Rhythm(row.rhythm), limit=Duration(row.limit_value, Unit(row.limit_unit)), valid_from=row.valid_from,
        last_on=row.last_on,
    )  # fmt: skip


def _upward(row: UpwardRow) -> UpwardProposal:
    return UpwardProposal(
        id=row.id, unit=row.unit, about=row.about, document=row.document, signed_on=row.signed_on, to=row.to,
        until=row.until, counts_on=row.counts_on,
    )  # fmt: skip


def _simplification(row: SimplificationRow) -> Simplification:
    return Simplification(
        id=row.id, unit=row.unit, procedure=row.procedure, name=row.name, what=row.what, reason=row.reason,
        document=row.document, signed_on=row.signed_on, papers=row.papers, steps=row.steps, days=row.days, cost=row.cost,
    )  # fmt: skip


def _followed(row: FollowedRow) -> Followed:
    return Followed(
        number=row.number, kind=FollowedKind(row.kind), told_on=row.told_on, counts_on=row.counts_on, teller=row.teller,
        document=row.document, about=row.about, body=row.body, until=row.until, corrects=row.corrects,
    )  # fmt: skip
