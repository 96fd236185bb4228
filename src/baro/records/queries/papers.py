"""Papers of dossiers, within a scope."""

from collections.abc import Collection

from baro.records.ledger.heads import hold
from baro.records.models.papers import PaperRow
from baro.records.paper_rows import paper_of
from baro.records.round_trips import ask
from baro.records.row_security.session import reading
from baro.rules.observed.papers import Paper
from baro.rules.prescribed.policy.scopes import Scope


def papers(scope: Scope, dossier: str, held: Collection[str] = ()) -> list[Paper]:
    """The papers of a dossier, withdrawn ones too, as they were named. On the streams that are `held` nobody else records
    anything from before they are read until this transaction ends."""
    if locks := hold(held):
        ask(*locks)
    with reading():
        rows = PaperRow.objects.within(scope).filter(dossier=dossier).order_by("number")
        return list(map(paper_of, rows))


def has_papers(scope: Scope) -> bool:
    """Say whether any paper was named."""
    with reading():
        found: bool = PaperRow.objects.within(scope).exists()
        return found


def paper(scope: Scope, paper_id: str) -> Paper | None:
    """One paper; None if there is none in reach."""
    if "\0" in paper_id:
        return None
    with reading():
        row = PaperRow.objects.one(paper_id, scope)
    return paper_of(row) if row else None
