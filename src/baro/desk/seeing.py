"""How much somebody may see of each dossier of a list: by the body that delivers it; by a body below it, or by themselves
who hold or held it, only where that alone lets them see it."""

from collections.abc import Sequence

from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.dossier_lists import Line
from baro.records.scoped import reached_by
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.standing import Subject

_READ = "dossier.read"


def seen_of(who: Asker, lines: Sequence[Line]) -> dict[str, Decision]:
    """Give what somebody may see of dossiers, by id. One statement at most, none where the bodies say all."""
    by_body = {body: permission.decide(who, _READ, Subject(unit=body)) for body in {line.body for line in lines}}
    seen = {line.id: by_body[line.body] for line in lines}
    others = [line for line in lines if not seen[line.id].allowed]
    if others:
        reached = reached_by([line.id for line in others])
        seen |= {line.id: _decided(who, line, *reached[line.id]) for line in others}
    return seen


def _decided(who: Asker, line: Line, parts: frozenset[str], holders: frozenset[str]) -> Decision:
    return permission.decide(who, _READ, Subject(id=line.id, unit=line.body, parts=parts, holders=holders))
