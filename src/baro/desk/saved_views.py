"""Views of the list of dossiers that somebody saves under a name: saved, renamed, deleted, each for its owner alone."""

from datetime import datetime
from hashlib import sha256

from baro.desk import permission
from baro.desk.by import By, act_of, require_on
from baro.desk.permission import Asker
from baro.records.queries.saved_views import views_of
from baro.records.recording import record
from baro.records.row_security.session import acting
from baro.rules.observed.saved_views import SavedView, check_deleted, check_renamed, check_saved
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

READ = "view.read"
_KEEP = "view.keep"


@acting()
def save_view(who: Asker, by: By, at: datetime, *, name: str, address: str) -> str:
    """Save what stands in the address of the list under a name; gives the view's id. Raises `Refused("access.…" |
    "view.no_name" | "view.name_long" | "view.name_taken" | "view.too_many")`."""
    require_on(by, _KEEP, Subject(holder=who.person), at)
    known, told = _known(who), " ".join(name.split())
    check_saved(known, told)
    made = f"{_key(who)}.{len(known) + 1}"
    data = {"view": made, "owner": who.person}
    record(act_of(by, "view.saved", _stream(who), at, data, {"name": told, "address": address}), at=at)
    return made


@acting()
def rename_view(view_id: str, who: Asker, by: By, at: datetime, *, name: str) -> None:
    """Call a view otherwise. Raises `Refused("access.…" | "view.no_name" | "view.name_long" | "view.name_taken" |
    "view.deleted_already")`."""
    require_on(by, _KEEP, Subject(holder=who.person), at)
    known, told = _known(who), " ".join(name.split())
    view = _found(known, view_id)
    check_renamed(view, known, told)
    record(act_of(by, "view.renamed", _stream(who), at, {"view": view.id}, {"name": told}), at=at)


@acting()
def delete_view(view_id: str, who: Asker, by: By, at: datetime) -> None:
    """Show a view no more. Raises `Refused("access.…" | "view.deleted_already")`."""
    require_on(by, _KEEP, Subject(holder=who.person), at)
    view = _found(_known(who), view_id)
    check_deleted(view)
    record(act_of(by, "view.deleted", _stream(who), at, {"view": view.id}), at=at)


def _known(who: Asker) -> list[SavedView]:
    return views_of(permission.scope(who, READ), who.person, held=[_stream(who)])


def _found(known: list[SavedView], view_id: str) -> SavedView:
    for view in known:
        if view.id == view_id:
            return view
    raise Refused("access.not_found")


def _key(who: Asker) -> str:
    return sha256(who.person.encode()).hexdigest()[:32]


def _stream(who: Asker) -> str:
    """All views of one person stand in one stream: their names are held against each other."""
    return f"view/{_key(who)}"
