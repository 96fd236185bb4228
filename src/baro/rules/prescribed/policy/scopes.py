"""All the matters that somebody may see or touch, as a value: `baro.records.scoped` turns it into a query."""

from dataclasses import dataclass, replace

from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.finding import is_in_the_line_of
from baro.rules.prescribed.policy.operations import matter_of
from baro.rules.prescribed.policy.standing import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Matters of some bodies (or of all but some), or held by some persons, or named by id; with those in compartments
    if `sealed`. `parts`: those of the bodies of which some matters lie among matters of a body that is not reached;
    `in_hands`: those of the holders who hold or held matters of such a body."""

    units: frozenset[str] = frozenset()
    all_but: bool = False
    parts: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    in_hands: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    sealed: bool = False
    sees: FieldClass = FieldClass.P0

    def holds(self, subject: Subject) -> bool:
        """Say whether a matter belongs to the part."""
        if subject.compartment and not self.sealed:
            return False
        in_unit = any((unit in self.units) is not self.all_but for unit in (subject.unit, *subject.parts))
        is_held = subject.holder in self.holders or not self.holders.isdisjoint(subject.holders)
        return in_unit or is_held or subject.id in self.ids


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
        """Up to which class the fields of matters of some body are seen: those that one holds are others than these, and count
        where no body's are seen."""
        of_bodies = [part.sees for part in self.parts if part.units or part.all_but]
        return max(of_bodies or (p.sees for p in self.parts if p.in_hands), default=FieldClass.P0)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing can lie in it."""
        return not any(p.units or p.all_but or p.parts or p.holders or p.in_hands or p.ids for p in self.parts)

    @property
    def is_narrow(self) -> bool:
        """Say whether no body's matters lie in it as a whole."""
        return not any(part.units or part.all_but for part in self.parts)

    @property
    def inside(self) -> frozenset[str]:
        """The bodies in it of which some matters lie among those of a body that is not reached."""
        return frozenset().union(*(part.parts for part in self.parts))

    @property
    def besides(self) -> "Scope":
        """What lies in it besides the matters of whole bodies: those of parts of bodies, those held, those named."""
        return replace(self, parts=tuple(replace(part, units=frozenset(), all_but=False) for part in self.parts))

    @property
    def wholly(self) -> "Scope":
        """The matters of whole bodies alone."""
        none: frozenset[str] = frozenset()
        return replace(
            self, parts=tuple(replace(part, parts=none, holders=none, in_hands=none, ids=none) for part in self.parts)
        )

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
    """Give the dossiers of the whole bodies whose figures somebody may read: for counting them, never for showing one. A house test
    names the one file that may. Raises `ValueError` for a scope of anything but figures."""
    _require_figures(figures)
    return replace(figures.wholly, operation="dossier.read")


def figures_beside(figures: Scope, deliverers: frozenset[str]) -> Scope:
    """Give figures with those of bodies among which some of theirs lie: for counting, of these bodies, the units that are
    parts in the scope (`inside`) and no others. The same file alone may. Raises `ValueError` for a scope of anything but figures."""
    _require_figures(figures)
    sees = max((part.sees for part in figures.parts), default=FieldClass.P0)
    return replace(figures, parts=(*figures.parts, Part(units=deliverers, sees=sees)))


def _require_figures(figures: Scope) -> None:
    if figures.operation != "figure.read":
        raise ValueError(figures.operation)
