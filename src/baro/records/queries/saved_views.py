"""Views that somebody saved, within a scope."""

from collections.abc import Collection

from baro.records.ledger.heads import hold
from baro.records.models.saved_views import SavedViewRow
from baro.records.round_trips import ask
from baro.records.row_security.session import reading
from baro.rules.observed.saved_views import SavedView
from baro.rules.prescribed.policy.scopes import Scope


def views_of(scope: Scope, owner: str, held: Collection[str] = ()) -> list[SavedView]:
    """All views that somebody ever saved, the oldest first, those that are deleted too. On the streams that are `held` nobody
    else records anything from before they are read until this transaction ends."""
    if locks := hold(held):
        ask(*locks)
    with reading():
        rows = SavedViewRow.objects.within(scope).filter(owner=owner).order_by("saved_at", "id")
        return list(map(_view, rows))


def kept_views(scope: Scope, owner: str) -> list[SavedView]:
    """The views that somebody keeps, by name."""
    with reading():
        rows = SavedViewRow.objects.within(scope).filter(owner=owner, deleted_at=None)
        return sorted(map(_view, rows), key=lambda view: (view.name.casefold(), view.id))


def _view(row: SavedViewRow) -> SavedView:
    return SavedView(
        id=row.id, owner=row.owner, name=row.name, address=row.address, saved_at=row.saved_at, deleted_at=row.deleted_at
    )
