"""Names that a source writes: which there are, whom each may mean, and saying whom it means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from baro.desk import permission
from baro.desk.by import By, Program, act_of, require_on
from baro.desk.permission import Asker
from baro.records.queries.imports import Source, find_source, sources
from baro.records.queries.organisation import bodies
from baro.records.queries.people import Person, people, service
from baro.records.queries.source_names import matches_of, names_written
from baro.records.recording import record
from baro.records.row_security.session import acting
from baro.rules.observed.acts import Value
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.name_matches import (
    NameKind,
    NameMatch,
    NameMatches,
    Outcome,
    SourceName,
    check_match,
    ever_below,
    is_inside,
)
from baro.rules.prescribed.name_proposals import Proposal, Proposals
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

READ, MATCH = "name.read", "name.match"
MOST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that a source writes: how many dossiers stand under it, what holds of it now, and whom it may mean as long as
    nothing was said."""

    written: SourceName
    dossiers: int
    match: NameMatch | None
    proposal: Proposal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What somebody says of a name: `target` is the id of a body or a person."""

    written: SourceName
    outcome: Outcome
    target: str = ""


def sources_to_match(who: Asker) -> list[Source]:
    """The sources whose names somebody may see and that delivered something."""
    return [s for s in sources() if s.last_batch and permission.allows(who, READ, _subject(s))]


def names_of(source: Source) -> list[Named]:
    """The names that a source writes, those of most dossiers first."""
    matches = matches_of(source.code)
    proposals = {
        NameKind.UNIT: _bodies_near(source),
        NameKind.PERFORMER: Proposals((p.id, p.name) for p in people_of(source) if p.name),
    }
    return sorted(
        (
            Named(
                written=written, dossiers=count, match=(held := matches.of(written)),
                proposal=None if held else proposals[written.kind].of(written.name),
            )
            for written, count in names_written(source.code, source.last_batch)
        ),
        key=lambda one: (one.written.kind, -one.dossiers, one.written.unit, one.written.name),
    )  # fmt: skip


@acting()
def match_names(
    source_code: str, told: Sequence[Saying], by: By, at: datetime, *, valid_from: date | None = None, reason: str = ""
) -> int:
    """Say whom names of a source mean, for dossiers received from a day on (None: from ever); gives how many were not said
    so before. All or none.

    Raises `Refused("access.…" | "name.…" | "import.no_source")`.
    """
    source = find_source(source_code)
    if source is None:
        raise Refused("import.no_source", source=source_code)
    require_on(by, MATCH, _subject(source), at)
    matches, known = matches_of(source.code), bodies()
    whole = {one.written: _match(one, source, known, valid_from, at) for one in told}
    new = [one for one in whole.values() if _is_news(one, matches)]
    if len(new) > MOST:
        raise Refused("name.too_many", most=MOST)
    _check(new, source, known, matches, by, reason)
    if new:
        _record(source, new, by, at, reason)
    return len(new)


def _check(new: Sequence[NameMatch], source: Source, known: Bodies, matches: NameMatches, by: By, reason: str) -> None:
    written = {name for name, _ in names_written(source.code, source.last_batch)}
    serving = frozenset(person.id for person in people_of(source)) if new else frozenset()
    asker = "" if isinstance(by.asker, Program) else by.asker.person
    for one in new:
        if one.written not in written:
            raise Refused("name.unknown", name=one.written.name)
        again = any(held.written == one.written for held in matches.told)
        check_match(one, known, serving, asker, reason, again=again)


def _is_news(one: NameMatch, matches: NameMatches) -> bool:
    held = matches.of(one.written, one.valid_from) if one.valid_from else matches.of(one.written)
    return (
        (held is not None)
        if one.outcome is Outcome.OPEN
        else held is None or replace(held, valid_from=one.valid_from) != one
    )


def _match(one: Saying, source: Source, known: Bodies, valid_from: date | None, at: datetime) -> NameMatch:
    is_ours = one.outcome is Outcome.OURS
    of_body = is_ours and one.written.kind is NameKind.UNIT
    return NameMatch(
        written=replace(one.written, source=source.code), outcome=one.outcome, target=one.target if is_ours else "",
        valid_from=valid_from, inside=of_body and is_inside(known, one.target, source.unit, permission.day_of(at)),
    )  # fmt: skip


def _record(source: Source, new: Sequence[NameMatch], by: By, at: datetime, reason: str) -> None:
    names: list[Mapping[str, Value]] = [
        {
            "kind": one.written.kind.value, "outcome": one.outcome.value, "target": one.target, "inside": one.inside,
            "valid_from": one.valid_from.isoformat() if one.valid_from else "",
        }
        for one in new
    ]  # fmt: skip
    personal = {"reason": reason.strip()}
    for place, one in enumerate(new):
        personal |= {f"name_{place}": one.written.name, f"unit_{place}": one.written.unit}
    data: dict[str, Value] = {"source": source.code, "deliverer": source.unit, "names": names}
    record(act_of(by, "name.matched", f"name_match/{source.code}", at, data, personal), at=at)


def people_of(source: Source) -> tuple[Person, ...]:
    """The people who serve or served in the body that delivers, or below it: a name of a source means one of them."""
    units, serving = ever_below(bodies(), source.unit), service()
    ids = {post.person for post in serving.posts if post.unit in units}
    return people(frozenset(ids | {one.person for one in serving.acting if one.unit in units}))


def _bodies_near(source: Source) -> Proposals:
    """Bodies by every name they bore: those below the deliverer, and itself, before all others."""
    known = bodies()
    below = ever_below(known, source.unit)
    near = Proposals((t.body, t.name) for t in known.terms if t.body in below)
    return near.before(Proposals((t.body, t.name) for t in known.terms if t.body not in below))


def _subject(source: Source) -> Subject:
    return Subject(id=source.code, unit=source.unit)
