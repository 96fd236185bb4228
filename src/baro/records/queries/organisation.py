"""Bodies, successions and hand-overs, as values of the rules. What was read is kept until an act changes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from baro.records.models.organisation import BodyRow, BodyTermRow, HandOverRow, SealedHandOverRow, SuccessionRow
from baro.records.models.source_names import NameMatchRow
from baro.records.name_words import found_by
from baro.records.round_trips import Rows, Sql, ask
from baro.rules.prescribed.bodies import Bodies, Body, BodyKind, BodyTerm, Level
from baro.rules.prescribed.handovers import HandedOver, ItemKind
from baro.rules.prescribed.name_matches import NameKind, Outcome
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.successions import Succession, SuccessionKind


@dataclass
class _Kept:
    """The bodies as read last, and under which stamp; entries have ids of their own, so a stamp never comes again.
    Both are one value, so that threads see them together."""

    last: tuple[str, Bodies] = ("", Bodies())


_kept = _Kept()


def bodies() -> Bodies:
    """All bodies known. One statement if nothing changed since the last reading, else five."""
    return bodies_of(stamp_of("organisation"))


def bodies_of(stamp: str) -> Bodies:
    """All bodies known, under a stamp that was read just now. No statement if nothing changed since the last reading."""
    known, told = _kept.last
    if stamp and known == stamp:
        return told
    told = _read()
    _kept.last = (stamp, told)
    return told


def stamp_of(name: str) -> str:
    """The entry that changed "organisation" or "people" last; "" if none did."""
    return stamp_found(ask(asking_stamp(name))[0])


def asking_stamp(name: str) -> Sql:
    """Give the statement that asks for a stamp."""
    return Sql("SELECT entry FROM organisation_stamp WHERE name = %s", [name], is_kept=True)


def stamp_found(rows: Rows) -> str:
    """Read what it found."""
    return str(rows[0][0]) if rows else ""


def term_id(body: str, on: date) -> str:
    """The id of the term that a body has on a day; "" if it has none."""
    found = BodyTermRow.objects.filter(body_id=body).order_by("id")
    return next((row.id for row in found if Term(row.valid_from, row.valid_to).holds(on)), "")


def term(term_id: str) -> BodyTerm | None:
    """The term of this id."""
    row = BodyTermRow.objects.filter(pk=term_id).first()
    return None if row is None else _term(row)


def find_bodies(text: str, on: date | None = None, most: int = 50) -> tuple[BodyTerm, ...]:
    """Bodies of which a name, of any time, has words that begin with those of the text; each as it was on the day, or last.
    In Vietnamese order; two statements."""
    rows = found_by(BodyTermRow.objects.order_by("sort_key", "id"), "body", text, owner="body_id")
    latest: dict[str, BodyTerm] = {}
    for told in map(_term, rows[: most * 8]):
        known = latest.get(told.body)
        if known is None or _prefers(told, known, on):
            latest[told.body] = told
    return tuple(latest.values())[:most]


def handed_over(body: str) -> tuple[HandedOver, ...]:
    """What a body handed over, in the order of days."""
    rows = HandOverRow.objects.filter(unit=body).order_by("handed_on", "id")
    return tuple(_given(row, row.item) for row in rows)


def sealed_handed_over(body: str, eyes: Callable[[str], Scope | None]) -> tuple[HandedOver, ...]:
    """Which sealed matters a body handed over, among those that the asker sees (`eyes`: the scope of an operation)."""
    scopes = (eyes(f"{matter}.read") for matter in SealedHandOverRow.SCOPING.matters)
    found = (SealedHandOverRow.objects.within(s).filter(unit=body).order_by("id") for s in scopes if s is not None)
    return tuple(_given(row, row.id) for rows in found for row in rows)


def _given(r: HandOverRow | SealedHandOverRow, item: str) -> HandedOver:
    return HandedOver(
        kind=ItemKind(r.kind), id=item, unit=r.unit, successor=r.successor, on=r.handed_on, decision=r.decision
    )


def _prefers(told: BodyTerm, known: BodyTerm, on: date | None) -> bool:
    """Whether a term tells a body better than another: in force on the day, else the later."""
    if on is not None and told.term.holds(on) != known.term.holds(on):
        return told.term.holds(on)
    return (told.term.valid_from or date.min) > (known.term.valid_from or date.min)


def _read() -> Bodies:
    return Bodies(
        tuple(Body(id=row.id, kind=BodyKind(row.kind)) for row in BodyRow.objects.order_by("id")),
        tuple(map(_term, BodyTermRow.objects.order_by("sort_key", "id"))),
        tuple(map(_succession, SuccessionRow.objects.order_by("effective_on", "id"))),
        _delivered(),
    )


def _delivered() -> dict[str, frozenset[str]]:
    """Who delivers dossiers of which bodies below, as names were ever said to mean them."""
    found: dict[str, set[str]] = {}
    rows = NameMatchRow.objects.filter(kind=NameKind.UNIT, outcome=Outcome.OURS, inside=True)
    for body, deliverer in rows.exclude(target=F("deliverer")).values_list("target", "deliverer").distinct():
        found.setdefault(body, set()).add(deliverer)
    return {body: frozenset(deliverers) for body, deliverers in found.items()}


def _term(row: BodyTermRow) -> BodyTerm:
    return BodyTerm(
        body=row.body_id, code=row.code, name=row.name, level=Level(row.level), parent=row.parent,
        term=Term(row.valid_from, row.valid_to), external=row.external, basis=row.basis, verified=row.verified,
        note=row.note,
    )  # fmt: skip


def _succession(row: SuccessionRow) -> Succession:
    return Succession(
        predecessor=row.predecessor, successor=row.successor, kind=SuccessionKind(row.kind),
        effective_on=row.effective_on, basis=row.basis, verified=row.verified, function=row.function, note=row.note,
    )  # fmt: skip
