"""Which body, and which person, stands behind a name as a source writes it: confirmed by somebody, from a day on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.refusals import Refused


class NameKind(StrEnum):
    """A name of a unit, or of somebody who did something in a unit."""

    UNIT = "unit"
    PERFORMER = "performer"


class Outcome(StrEnum):
    """What somebody said of a name: it is a body's or a person's here; nobody's here; or it is open again."""

    OURS = "ours"
    NOT_OURS = "not_ours"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceName:
    """A name of a kind in a source. A performer's name means somebody only together with the `unit` written beside it: two
    people of one name may work in two units."""

    source: str
    kind: NameKind
    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """What was said of a name, for dossiers received from a day on (None: from ever). `target` is the id of a body or of a
    person, "" where it is not ours. `inside`: the body is the one that delivers, or one below it: only then are its
    dossiers those of that body too."""

    written: SourceName
    outcome: Outcome
    target: str = ""
    valid_from: date | None = None
    inside: bool = False


@dataclass(frozen=True)
class NameMatches:
    """All that was said of names, in the order said: what was said last of a name from a day on holds."""

    told: tuple[NameMatch, ...] = field(default=())

    @cached_property
    def _dated(self) -> dict[SourceName, list[NameMatch]]:
        latest = {(one.written, one.valid_from): one for one in self.told}
        found: dict[SourceName, list[NameMatch]] = {}
        for one in latest.values():
            if one.outcome is not Outcome.OPEN:
                found.setdefault(one.written, []).append(one)
        for mine in found.values():
            mine.sort(key=lambda one: one.valid_from or date.min)
        return found

    def of(self, written: SourceName, on: date | None = None) -> NameMatch | None:
        """Give what holds of a name on a day (None: what holds last)."""
        found = self._dated.get(written, ())
        return next((m for m in reversed(found) if on is None or m.valid_from is None or m.valid_from <= on), None)

    def layers(self, names: Sequence[SourceName]) -> Iterator[list[NameMatch | None]]:
        """Give, for each name, what was said from its earliest day on; then from its next day on; until all is given."""
        found = [self._dated.get(name, []) for name in names]
        for k in range(max(map(len, found), default=0)):
            yield [mine[k] if k < len(mine) else None for mine in found]

    def held(self) -> Iterable[NameMatch]:
        """Give all that holds on some day, by name and day."""
        return (one for mine in self._dated.values() for one in mine)


def check_match(
    told: NameMatch, bodies: Bodies, people: Iterable[str], asker: str, reason: str, *, again: bool
) -> None:
    """Raises `Refused("name.no_body" | "name.no_person" | "name.own" | "name.no_reason")`: what was said once is only
    changed for a reason, and nobody says that a name is their own."""
    if told.outcome is Outcome.OURS:
        if told.written.kind is NameKind.UNIT and told.target not in bodies.by_id:
            raise Refused("name.no_body", name=told.written.name)
        if told.written.kind is NameKind.PERFORMER and told.target not in set(people):
            raise Refused("name.no_person", name=told.written.name)
        if told.written.kind is NameKind.PERFORMER and told.target == asker:
            raise Refused("name.own", name=told.written.name)
    if again and not reason.strip():
        raise Refused("name.no_reason", name=told.written.name)


def ever_below(bodies: Bodies, above: str) -> frozenset[str]:
    """Give a body and all that ever stood below it."""
    children: dict[str, set[str]] = {}
    for term in bodies.terms:
        children.setdefault(term.parent, set()).add(term.body)
    found, waiting = {above}, [above]
    while waiting:
        fresh = children.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def is_inside(bodies: Bodies, body: str, deliverer: str, on: date) -> bool:
    """Say whether a body is the one that delivers or stands below it, on a day or, once ended, on its last."""
    last = bodies.last_day(body)
    return deliverer in bodies.on(min(on, last) if last else on).lineage(body)
