"""The choice between dossiers of procedures and courses of internal processes, on the pages that tell of one at a time."""

from collections.abc import Callable

from baro.channels.wording.work_words import NAMES, WORDS
from baro.records.queries.dossier_counts import judged_as_of
from baro.records.row_security.session import reading
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.work_kinds import WorkKind


def works(scope: Scope, chosen: WorkKind, link: Callable[[str], str]) -> list[tuple[str, str, bool]]:
    """Give the choices: address, name, whether it is chosen; none where no internal work lies in reach. `link` gives the
    address of the page for the word of a kind."""
    with reading():
        if chosen is WorkKind.PROCEDURE and judged_as_of(scope, WorkKind.INTERNAL) is None:
            return []
    return [(link(WORDS[kind]), name, kind is chosen) for kind, name in NAMES.items()]
