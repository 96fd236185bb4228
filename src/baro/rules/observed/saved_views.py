"""A list of dossiers that somebody saved under a name for themselves: which dossiers, in which columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from baro.rules.prescribed.refusals import Refused

LONGEST_NAME = 80
MOST = 30
"""So many views one person keeps: more are found no faster than by the filter itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A view of its owner; `address` is what stands in the address of the list. Name and address are "" once the view is
    deleted, or what was written was erased."""

    id: str
    owner: str
    name: str
    address: str
    saved_at: datetime
    deleted_at: datetime | None = None


def check_saved(known: Iterable[SavedView], name: str) -> None:
    """Refuse a name that says nothing, is too long or is another view's, and one view too many. Raises
    `Refused("view.no_name" | "view.name_long" | "view.name_taken" | "view.too_many")`."""
    kept = [view for view in known if view.deleted_at is None]
    _check_name(kept, name)
    if len(kept) >= MOST:
        raise Refused("view.too_many", most=MOST)


def check_renamed(view: SavedView, known: Iterable[SavedView], name: str) -> None:
    """Refuse what `check_saved` refuses of a name, and to name a view that is deleted. Raises `Refused("view.no_name" |
    "view.name_long" | "view.name_taken" | "view.deleted_already")`."""
    check_deleted(view)
    _check_name([one for one in known if one.deleted_at is None and one.id != view.id], name)


def check_deleted(view: SavedView) -> None:
    """Refuse to delete a view twice. Raises `Refused("view.deleted_already")`."""
    if view.deleted_at is not None:
        raise Refused("view.deleted_already")


def _check_name(others: Iterable[SavedView], name: str) -> None:
    if not name:
        raise Refused("view.no_name")
    if len(name) > LONGEST_NAME:
        raise Refused("view.name_long", most=LONGEST_NAME)
    if any(name.casefold() == other.name.casefold() for other in others):
        raise Refused("view.name_taken")
