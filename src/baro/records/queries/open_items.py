"""What lies open in a body. Each kind of matter says how it is found, in a line of `READERS`."""

from collections.abc import Callable, Iterable

from django.db.models import Q

from baro.records.models.dossiers import Dossier
from baro.records.queries.organisation import bodies
from baro.records.row_security.session import system
from baro.rules.prescribed.handovers import ItemKind, OpenItem


def open_items(body: str) -> tuple[OpenItem, ...]:
    """Everything open in a body, whoever asks: a hand-over leaves nothing out."""
    with system():
        return tuple(item for reader in READERS for item in reader(body))


def _dossiers(body: str) -> Iterable[OpenItem]:
    """Dossiers delivered by the body, or whose unit, as the source system wrote it, is a code or name that the body bore."""
    terms = bodies().terms_of.get(body, ())
    written = {body, *(t.code for t in terms if t.code), *(t.name for t in terms)}
    rows = Dossier.objects.whole().filter(Q(body=body) | Q(unit__in=sorted(written)), ended_at=None).order_by("id")
    for pk, code in rows.values_list("id", "code"):
        yield OpenItem(kind=ItemKind.CASE, id=pk, unit=body, code=code)


READERS: tuple[Callable[[str], Iterable[OpenItem]], ...] = (_dossiers,)
