"""A name as the page and the spreadsheet show it, and the one that somebody means by what they wrote."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.forms import ValidationError

from baro.channels.web.organisation.choices import BodyChoice, body_line, person_line
from baro.channels.wording.names_address import state_of
from baro.channels.wording.source_names import LIKENESS
from baro.desk.name_matches import Named, people_of
from baro.records.queries.imports import Source
from baro.records.queries.organisation import bodies
from baro.records.queries.people import Person
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.name_matches import NameKind, SourceName
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownName:
    """A name with its key on the page, its dossiers, how far it is said, whom it means or may mean and why."""

    key: str
    name: str
    unit: str
    dossiers: int
    state: str
    target: str
    likeness: str
    since: date | None
    is_outside: bool


class Targets:
    """Those whom names of a source may mean, as lines to choose from; read once for many names."""

    def __init__(self, source: Source) -> None:
        self._people = people_of(source)
        self._lines = {person.id: person_line(person) for person in self._people}

    def line(self, kind: NameKind, target: str) -> str:
        """How somebody meant is written."""
        return body_line(bodies(), target) if kind is NameKind.UNIT else self._lines.get(target, target)

    @property
    def person_lines(self) -> list[str]:
        """All people to choose from."""
        return list(self._lines.values())

    def meant(self, written: SourceName, text: str) -> str:
        """Whom a text means: by line, code, or a name that only one bears. Raises `Refused("name.no_body" | "name.no_person")`."""
        if written.kind is NameKind.UNIT:
            return _body(written, text)
        wanted = fold(text)
        found = {p.id for p in self._people if wanted in _called(p, self._lines)}
        if len(found) != 1:
            raise Refused("name.no_person", name=written.name)
        return found.pop()


def shown(one: Named, targets: Targets) -> ShownName:
    """Tell a name."""
    match, kind = one.match, one.written.kind
    target = match.target if match else one.proposal.target if one.proposal else ""
    return ShownName(
        key=key_of(one.written), name=one.written.name, unit=one.written.unit, dossiers=one.dossiers,
        state=state_of(one), target=targets.line(kind, target) if target else "",
        likeness=LIKENESS[one.proposal.likeness] if one.proposal else "", since=match.valid_from if match else None,
        is_outside=bool(match and match.target and kind is NameKind.UNIT and not match.inside),
    )  # fmt: skip


def key_of(written: SourceName) -> str:
    """The key of a name on a page: of letters alone."""
    return sha256("\0".join((written.kind, written.unit, written.name)).encode()).hexdigest()[:24]


def by_key(names: Sequence[Named]) -> Mapping[str, Named]:
    """The names by their keys."""
    return {key_of(one.written): one for one in names}


def _body(written: SourceName, text: str) -> str:
    find: Callable[[str], str] = BodyChoice(required=False).clean
    try:
        found = find(text)
    except ValidationError:
        found = ""
    if not found:
        raise Refused("name.no_body", name=written.name)
    return found


def _called(person: Person, lines: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(fold(text) for text in (lines[person.id], person.code, person.name) if text)
