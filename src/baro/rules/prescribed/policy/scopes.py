"""All the matters that somebody may see or touch, as a value: `baro.records.scoped` turns it into a query."""

from dataclasses import dataclass, replace

from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.finding import is_in_the_line_of
from baro.rules.prescribed.policy.operations import matter_of
from baro.rules.prescribed.policy.standing import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Matters of some bodies (or of all but some), or held by some persons, or named by id; with those in compartments
    if `sealed`."""

    units: frozenset[str] = frozenset()
    all_but: bool = False
    holders: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    sealed: bool = False
    sees: FieldClass = FieldClass.P0

    def holds(self, subject: Subject) -> bool:
        """Say whether a matter belongs to the part."""
        if subject.compartment and not self.sealed:
            return False
        in_unit = (subject.unit in self.units) is not self.all_but
        return in_unit or subject.holder in self.holders or subject.id in self.ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What an operation reaches: the union of parts, without the compartments of others and without matters in which the
    asker is the accused, their head, or (`serves_under`) one of their subordinates.

    The engine alone makes scopes (`engine.visible`); a house test lets nobody else."""

    operation: str
    parts: tuple[Part, ...] = ()
    compartments: frozenset[str] = frozenset()
    person: str = ""
    heads: frozenset[str] = frozenset()
    serves_under: frozenset[str] = frozenset()

    @property
    def matter(self) -> str:
        """The kind of matter that lies in it, and no other: "petition" of "petition.read"."""
        return matter_of(self.operation)

    @property
    def sees(self) -> FieldClass:
        """Up to which class the fields of matters of some body are seen: those that one holds are others than these."""
        return max((part.sees for part in self.parts if part.units or part.all_but), default=FieldClass.P0)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing can lie in it."""
        return not any(part.units or part.all_but or part.holders or part.ids for part in self.parts)

    def holds(self, subject: Subject) -> bool:
        """Say whether a matter lies in the scope."""
        if subject.matter not in ("", self.matter):
            return False
        if subject.compartment and subject.compartment not in self.compartments:
            return False
        return not self._is_barred(subject) and any(part.holds(subject) for part in self.parts)

    def _is_barred(self, subject: Subject) -> bool:
        is_accused = self.person != "" and any(a.person == self.person for a in subject.accused)
        return is_accused or is_in_the_line_of(subject.accused, self.heads, self.serves_under)


def open_matters_of(matter: str) -> Scope:
    """Give every open matter of a kind, for nobody in particular: for figures that the desk counts for whoever may read the
    figure of the body (`figure.read`), never for rows that are shown. A house test names the one file that may."""
    return Scope(operation=f"{matter}.read", parts=(Part(all_but=True),))


def dossiers_counted_in(figures: Scope) -> Scope:
    """Give the dossiers of the bodies whose figures somebody may read: for counting them, never for showing one. A house test
    names the one file that may. Raises `ValueError` for a scope of anything but figures."""
    if figures.operation != "figure.read":
        raise ValueError(figures.operation)
    return replace(figures, operation="dossier.read")
