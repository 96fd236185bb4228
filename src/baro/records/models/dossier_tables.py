"""Where dossiers of each kind of work are held: the same columns, in tables of their own."""

from dataclasses import dataclass

from baro.records.models.dossier_counts import DossierCount, InternalRunCount
from baro.records.models.dossier_months import DossierMonth, InternalRunMonth
from baro.records.models.dossiers import Dossier, InternalRun
from baro.rules.prescribed.work_kinds import WorkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierTables:
    """The dossiers, the counts of bodies, the months of units."""

    rows: type[Dossier] | type[InternalRun]
    counts: type[DossierCount] | type[InternalRunCount]
    months: type[DossierMonth] | type[InternalRunMonth]

    @property
    def name(self) -> str:
        """How the database calls the table of the dossiers."""
        return self.rows._meta.db_table


TABLES = {
    WorkKind.PROCEDURE: DossierTables(rows=Dossier, counts=DossierCount, months=DossierMonth),
    WorkKind.INTERNAL: DossierTables(rows=InternalRun, counts=InternalRunCount, months=InternalRunMonth),
}
