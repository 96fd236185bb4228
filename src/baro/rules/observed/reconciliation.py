"""The reconciliation statement of a delivery (biên bản đối soát): what came, what is new, and whether totals agree.

Two identities must hold whatever was delivered, and are checked, not assumed: every row of the file is accounted for
once, and every dossier of the file is new, changed or the same.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows of the file: received = kept + refused + duplicates + unfinished (steps told at their start only)."""

    received: int
    kept: int
    refused: int = 0
    duplicates: int = 0
    unfinished: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossiers:
    """Dossiers of the file: told = new + changed + same. `vanished`: held from this source, told no more; `returned`:
    had vanished and are told again (they count as changed or same too). `held`: what we hold of this source afterwards."""

    told: int
    new: int
    changed: int
    same: int
    vanished: int
    returned: int
    held: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """Cells that a person should look at; none of them loses a row."""

    cells: int = 0
    impossible_dates: int = 0
    before_receipt: int = 0
    inconsistent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts:
    """Where the file contradicts what we hold; ours stands until a person decides."""

    altered_events: int = 0
    gone_events: int = 0
    altered_cells: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.altered_events + self.gone_events + self.altered_cells


class Outcome(StrEnum):
    """What became of a contradiction: ours kept, theirs adopted, or told of a step that became another by an adoption."""

    KEPT = "kept"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The totals that the sender states beside the file; None where nothing is stated."""

    dossiers: int | None = None
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A total that does not agree: what is counted, ours, theirs."""

    counted: str
    ours: int
    theirs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The whole statement. `appended_events` are those of changed dossiers; `is_whole`: the file tells all dossiers of
    its source, so that what is missing has vanished (otherwise a part, and nothing can vanish)."""

    rows: Rows
    dossiers: Dossiers
    appended_events: int
    doubtful: Doubtful = field(default_factory=Doubtful)
    conflicts: Conflicts = field(default_factory=Conflicts)
    declared: Declared = field(default_factory=Declared)
    is_whole: bool = True

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where our totals differ from theirs: from the stated ones, and from what the file itself tells."""
        compared = (
            ("declared_dossiers", self.dossiers.told, self.declared.dossiers),
            ("declared_rows", self.rows.received, self.declared.rows),
            ("held_dossiers", self.dossiers.held, self.dossiers.told if self.is_whole else None),
        )
        return tuple(Difference(c, ours, theirs) for c, ours, theirs in compared if theirs not in (None, ours))

    @property
    def agrees(self) -> bool:
        """Whether our total equals theirs."""
        return not self.differences


def balanced(statement: Statement) -> Statement:
    """Give the statement back. Raises `Refused("import.unbalanced")` if a row or a dossier is not accounted for."""
    rows, dossiers = statement.rows, statement.dossiers
    if rows.received != rows.kept + rows.refused + rows.duplicates + rows.unfinished:
        raise Refused("import.unbalanced", what="dòng", told=rows.received)
    if dossiers.told != dossiers.new + dossiers.changed + dossiers.same:
        raise Refused("import.unbalanced", what="hồ sơ", told=dossiers.told)
    return statement
