"""Somebody's saved views as the list tells them: name, where it leads, what it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from baro.channels.web.dossiers.asked_told import told_of
from baro.channels.wording.dossier_address import Address, address, words_written
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.saved_views import READ
from baro.records.queries.saved_views import kept_views
from baro.rules.prescribed.zones import VIETNAM, local_time


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownView:
    """A saved view; `link`: the address of the list, read anew, so that it holds nothing but what a list can be asked for."""

    id: str
    name: str
    link: str
    told: str
    saved_at: datetime
    is_here: bool


def shown_views(who: Asker, there: Address | None = None) -> list[ShownView]:
    """The views that somebody keeps, by name; none for who may keep none."""
    scope = permission.scope(who, READ)
    return [] if scope.is_empty else list(_shown(who, there))


def _shown(who: Asker, there: Address | None) -> Iterator[ShownView]:
    here = there.changed() if there else None
    for view in kept_views(permission.scope(who, READ), who.person):
        meant = address(words_written(view.address))
        link = meant.changed()
        yield ShownView(
            id=view.id, name=view.name or "(tên đã hủy)", link=link, told=told_of(meant),
            saved_at=local_time(view.saved_at, VIETNAM), is_here=link == here,
        )  # fmt: skip
