"""Rows of bodies, their terms, successions and hand-overs, from the acts of organising."""

from datetime import date, timedelta
from typing import Any

from baro.records.models.organisation import (
    BodyRow,
    BodyTermRow,
    HandOverRow,
    OrganisationStamp,
    SealedHandOverRow,
    SuccessionRow,
)
from baro.records.name_words import put_words
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry
from baro.rules.prescribed.name_order import sort_key

_FIELDS = ("code", "name", "level", "parent", "external", "basis", "verified")


@projects("body.created")
def created(entry: Entry) -> None:
    """A body began, with its first term."""
    BodyRow.objects.create(id=entry.data["body"], kind=entry.data["kind"], created_at=entry.occurred_at)
    _put_term(entry)
    stamp("organisation", entry)


@projects("body.changed")
def changed(entry: Entry) -> None:
    """From a day on the body is called, coded or placed otherwise; the term before ends on the day before."""
    closes = entry.data["closes"]
    if closes:
        BodyTermRow.objects.filter(pk=closes).update(valid_to=day(entry.data["valid_from"]) - timedelta(days=1))
    _put_term(entry)
    stamp("organisation", entry)


@projects("body.corrected")
def corrected(entry: Entry) -> None:
    """A term was told wrongly, and is told anew: the ledger keeps what it said before."""
    _put_term(entry)
    stamp("organisation", entry)


@projects("body.ended")
def ended(entry: Entry) -> None:
    """A body ended."""
    BodyTermRow.objects.filter(pk=entry.data["term"]).update(valid_to=day(entry.data["last"]))
    stamp("organisation", entry)


@projects("body.succeeded")
def succeeded(entry: Entry) -> None:
    """Something of a body went to another; what ends by it ends on the day before."""
    data = entry.data
    same = ("predecessor", "successor", "kind", "basis", "verified", "function")
    effective_on = day(data["effective_on"])
    SuccessionRow.objects.create(
        id=data["succession"],
        effective_on=effective_on,
        note=entry.personal.get("note") or "",
        **{name: data[name] for name in same},
    )
    if data["closes"]:
        BodyTermRow.objects.filter(pk=data["closes"]).update(valid_to=effective_on - timedelta(days=1))
    stamp("organisation", entry)


@projects("handover.recorded")
def handed_over(entry: Entry) -> None:
    """An open item was given to a successor."""
    data = entry.data
    HandOverRow.objects.create(
        id=data["handover"], kind=data["kind"], item=data["item"], unit=data["body"], successor=data["successor"],
        handed_on=day(data["on"]), decision=data["decision"], recorded_by=entry.actor,
    )  # fmt: skip


@projects("denunciation.handed_over", "petition.handed_over", "inspection.handed_over")
def sealed_handed_over(entry: Entry) -> None:
    """A matter kept in a compartment was given to a successor; what was erased since is told no more."""
    told = entry.personal
    if not told.get("item") or not told.get("on"):
        return
    same = ("kind", "successor", "decision", "handler", "compartment")
    row = {name: told.get(name) or "" for name in same}
    row |= {"unit": told.get("body") or "", "handed_on": day(told["on"]), "recorded_by": entry.actor}
    SealedHandOverRow.objects.whole().update_or_create(id=told["item"], defaults=row)


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """The notes told of a body were erased: a note may speak of a person."""
    kind, _, body = str(entry.data["stream"]).partition("/")
    fields = entry.data["fields"]
    if kind in SealedHandOverRow.SCOPING.matters and (fields is None or {"item", "on"} & set(fields)):
        SealedHandOverRow.objects.whole().filter(pk=body).delete()
    if kind != "body" or (fields is not None and "note" not in fields):
        return
    BodyTermRow.objects.filter(body_id=body).update(note="")
    SuccessionRow.objects.filter(predecessor=body).update(note="")
    stamp("organisation", entry)


def day(text: str | None) -> date | None:
    """Read a day of an entry; None is open."""
    return date.fromisoformat(text) if text else None


def stamp(name: str, entry: Entry) -> None:
    """Note that something was changed, and by which entry."""
    OrganisationStamp.objects.update_or_create(name=name, defaults={"entry": entry.id})


def _put_term(entry: Entry) -> None:
    data: dict[str, Any] = entry.data
    BodyTermRow.objects.update_or_create(
        id=data["term"],
        defaults={
            "body_id": data["body"],
            "sort_key": sort_key(data["name"]),
            "valid_from": day(data["valid_from"]),
            "valid_to": day(data["valid_to"]),
            "note": entry.personal.get("note") or "",
            **{name: data[name] for name in _FIELDS},
        },
    )
    names = BodyTermRow.objects.filter(body_id=data["body"]).values_list("name", flat=True)
    put_words("body", data["body"], names)
