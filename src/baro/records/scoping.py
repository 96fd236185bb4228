"""What a model says of itself so that its rows can be kept within a scope."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoping:
    """The columns that tell where a row belongs: `unit` (id of a body), `holder` (id of a person, "" if the model has
    none), `compartment` ("" if none). `conflicts`: its matters may accuse somebody (`case_conflict`);
    `reach`: the column with the id of the dossier, "" if none: they are also those of parts of the body and of all who hold
    or held that dossier (`dossier_reach`).

    Its rows are matters of the kind `matter`, except those whose column `kind` holds one of `apart`: these are matters of
    the kind that the column names, and the policy's rows of that kind alone reach them."""

    matter: str
    kind: str = ""
    apart: tuple[str, ...] = ()
    unit: str
    holder: str = ""
    compartment: str = ""
    conflicts: bool = False
    reach: str = ""

    @property
    def matters(self) -> tuple[str, ...]:
        """Every kind of matter that lies in the table."""
        return (self.matter, *self.apart)
