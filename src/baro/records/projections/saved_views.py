"""Views of the list of dossiers, from the acts that save, rename and delete them."""

from collections.abc import Iterator

from baro.records.models.saved_views import SavedViewRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.observed.entries import Entry


@gives_rows("view.saved")
def saved(entry: Entry) -> Iterator[RowChange]:
    """Somebody saved a view."""
    yield row(
        SavedViewRow, id=entry.data["view"], unit=entry.unit, owner=entry.data["owner"],
        name=entry.personal.get("name") or "", address=entry.personal.get("address") or "", saved_at=entry.recorded_at,
    )  # fmt: skip


@gives_rows("view.renamed")
def renamed(entry: Entry) -> Iterator[RowChange]:
    """Its owner called it otherwise."""
    yield change(SavedViewRow, entry.data["view"], name=entry.personal.get("name") or "")


@gives_rows("view.deleted")
def deleted(entry: Entry) -> Iterator[RowChange]:
    """Its owner wants it no more: the row tells that there was one, not what it was."""
    yield change(SavedViewRow, entry.data["view"], name="", address="", deleted_at=entry.recorded_at)


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """Names and addresses were erased."""
    kind, key = erased_stream(entry)
    if kind == "view":
        project_again(entry, SavedViewRow.objects.whole().filter(pk__startswith=f"{key}."))
