"""What a model says of itself so that its rows can be kept within a scope."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoping:
    """The columns that tell where a row belongs: `unit` (id of a body), `holder` (id of a person, "" if the model has
    none), `compartment` ("" if none). `conflicts`: its matters may accuse somebody (`case_conflict`)."""

    matter: str
    unit: str
    holder: str = ""
    compartment: str = ""
    conflicts: bool = False
