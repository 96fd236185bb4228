"""What follows matters that several bodies keep in view, from the acts that tell of it."""

from collections.abc import Iterator
from datetime import date

from baro.records.models.followed import FollowedRow, ObligationRow, SimplificationRow, UpwardRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.organisation import day
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.judged.late_entry import counts_on
from baro.rules.observed.entries import Entry
from baro.rules.observed.followed import OF_OBLIGATIONS, OF_SIMPLIFICATIONS, OF_UPWARD

_OBLIGATION = ("rule", "debtor", "creditor", "task", "article", "rhythm", "limit_value", "limit_unit")
_UPWARD = ("unit", "about", "document", "to")
_SIMPLIFICATION = ("unit", "procedure", "name", "document", "papers", "steps", "days", "cost")
_TOLD = ("number", "kind", "teller", "document", "about", "body", "corrects")


@gives_rows("obligation.recorded")
def obligation_recorded(entry: Entry) -> Iterator[RowChange]:
    """A coordination rule obliges to something."""
    data = entry.data
    told = {name: data[name] for name in _OBLIGATION}
    yield row(ObligationRow, id=data["obligation"], valid_from=date.fromisoformat(data["valid_from"]), **told)


@gives_rows("obligation.ended")
def obligation_ended(entry: Entry) -> Iterator[RowChange]:
    """An obligation holds no longer than to a day."""
    yield change(ObligationRow, entry.data["obligation"], last_on=date.fromisoformat(entry.data["last"]))


@gives_rows("upward.made")
def upward_made(entry: Entry) -> Iterator[RowChange]:
    """A body proposed something to the upper level."""
    data, on = entry.data, date.fromisoformat(entry.data["on"])
    yield row(
        UpwardRow, id=data["upward"], signed_on=on, counts_on=counts_on(on, entry), until=day(data["until"]),
        **{name: data[name] for name in _UPWARD},
    )  # fmt: skip


@gives_rows("simplification.proposed")
def simplification_proposed(entry: Entry) -> Iterator[RowChange]:
    """A body proposed to simplify a procedure."""
    data = entry.data
    told = {name: data[name] for name in _SIMPLIFICATION}
    words = {name: entry.personal.get(name) or "" for name in ("what", "reason")}
    yield row(SimplificationRow, id=data["simplification"], signed_on=date.fromisoformat(data["on"]), **told, **words)


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was said of a simplification was erased."""
    kind, key = erased_stream(entry)
    if kind == "simplification":
        told = FollowedRow.objects.filter(matter=f"simplification/{key}")
        project_again(entry, SimplificationRow.objects.filter(pk=key), told)


@gives_rows(
    *(f"obligation.{kind}" for kind in OF_OBLIGATIONS), *(f"upward.{kind}" for kind in OF_UPWARD),
    *(f"simplification.{kind}" for kind in OF_SIMPLIFICATIONS),
)  # fmt: skip
def followed(entry: Entry) -> Iterator[RowChange]:
    """Something was told of a matter."""
    data, on = entry.data, date.fromisoformat(entry.data["on"])
    yield row(
        FollowedRow, id=f"{entry.stream}.{data['number']}", matter=entry.stream, told_on=on, counts_on=counts_on(on, entry),
        until=day(data["until"]), recorded_by=entry.actor, **{name: data[name] for name in _TOLD},
    )  # fmt: skip
