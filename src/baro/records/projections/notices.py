"""What people know of and which digests were sent, from the acts that tell it."""

from collections.abc import Iterator
from datetime import date

from baro.records.ledger.bodies import read_moment
from baro.records.models.notices import NoticeKnownRow, NoticeMailRow, known_id, mail_id
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.organisation import day
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, row
from baro.rules.observed.entries import Entry


@projects("notice.acknowledged")
def acknowledged(entry: Entry) -> None:
    """Somebody said that they know; it takes the place of what they said of the kind before."""
    told = {name: entry.data[name] for name in ("person", "kind", "count")}
    more = {"until": read_moment(entry.data["until"]), "next_on": day(entry.data["next_on"])}
    said = {"reason": entry.personal.get("reason") or "", "said_at": entry.recorded_at}
    NoticeKnownRow.objects.whole().update_or_create(
        pk=known_id(entry.data["person"], entry.data["kind"]), defaults=told | more | said
    )


@gives_rows("notice.mailed")
def mailed(entry: Entry) -> Iterator[RowChange]:
    """A digest was sent."""
    on = date.fromisoformat(entry.data["day"])
    key = mail_id(entry.data["person"], on)
    yield row(NoticeMailRow, id=key, person=entry.data["person"], day=on, sent_at=entry.recorded_at)


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was said was erased."""
    kind, key = erased_stream(entry)
    if kind == "notice":
        project_again(entry, NoticeKnownRow.objects.whole().filter(pk=key))
