"""How often the processes of bodies were followed: counts alone, whoever asks."""

from django.db.models import Count

from baro.records.models.dossiers import InternalRun
from baro.records.row_security.session import system


def runs_by_process() -> dict[tuple[str, str], int]:
    """How many courses of internal work each process of a body has, by the id of the body and the code of the process."""
    with system():
        rows = InternalRun.objects.whole().order_by().values_list("body", "process").annotate(Count("id"))
        return {(body, process): count for body, process, count in rows}
