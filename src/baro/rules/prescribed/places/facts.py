"""How a fact about a body is written down: who, called what, from when to when, by which instrument."""

from dataclasses import dataclass
from datetime import date

from baro.rules.prescribed.bodies import Bodies, Body, BodyKind, BodyTerm, Level
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.successions import Succession, SuccessionKind

MEMORY = "theo trí nhớ, chưa đối chiếu văn bản"
LIST_0_5_0 = "mã và tên đọc từ danh mục vietnam-provinces 0.5.0 (4/2024)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One body with one term of it; `kind` matters only where the body is told for the first time."""

    id: str
    code: str
    name: str
    level: Level
    kind: BodyKind = BodyKind.TERRITORY
    parent: str = ""
    first: date | None = None
    last: date | None = None
    external: bool = False
    basis: str = ""
    verified: bool = False
    note: str = ""

    @property
    def term(self) -> BodyTerm:
        """The fact as a term."""
        return BodyTerm(
            body=self.id, code=self.code, name=self.name, level=self.level, parent=self.parent,
            term=Term(self.first, self.last), external=self.external, basis=self.basis, verified=self.verified,
            note=self.note,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reform:
    """An instrument that changed bodies from a day on; its lines share day and instrument."""

    on: date
    basis: str
    verified: bool = False
    note: str = ""

    def merged(self, successor: str, *predecessors: str) -> tuple[Succession, ...]:
        """Whole bodies went into one."""
        return tuple(self._line(p, successor, SuccessionKind.MERGE) for p in predecessors)

    def parts(self, successor: str, *predecessors: str) -> tuple[Succession, ...]:
        """Parts of bodies went into one."""
        return tuple(self._line(p, successor, SuccessionKind.SPLIT_PART) for p in predecessors)

    def dissolved(self, *predecessors: str) -> tuple[Succession, ...]:
        """Bodies ended without one heir."""
        return tuple(self._line(p, "", SuccessionKind.DISSOLVE) for p in predecessors)

    def functions(self, predecessor: str, function: str, *successors: str, note: str = "") -> tuple[Succession, ...]:
        """A function went from one body to others."""
        return tuple(self._line(predecessor, s, SuccessionKind.TRANSFER_FUNCTION, function, note) for s in successors)

    def _line(self, one: str, other: str, kind: SuccessionKind, function: str = "", note: str = "") -> Succession:
        return Succession(
            predecessor=one, successor=other, kind=kind, effective_on=self.on, basis=self.basis,
            verified=self.verified, function=function, note=note or self.note,
        )  # fmt: skip


def bodies_of(facts: tuple[Fact, ...], successions: tuple[Succession, ...]) -> Bodies:
    """Put facts together; a body told in several terms is one body, of the kind told first."""
    kinds: dict[str, BodyKind] = {}
    for fact in facts:
        kinds.setdefault(fact.id, fact.kind)
    return Bodies(tuple(Body(id=i, kind=k) for i, k in kinds.items()), tuple(f.term for f in facts), successions)
