"""Whom some names of the synthetic log mean in the demo authority: a unit of it is the division of registration, two of its
people are the officer and the head whose doors the demo opens. The other names wait for who tries the page."""

from baro.channels.demo.authority.organisation import REGISTRY
from baro.channels.demo.authority.staff import HEAD_OF_REGISTRY, OFFICER
from baro.channels.demo.world import (
    ROLE_APPRAISER,
    ROLE_SECTION_HEAD,
    branch_name,
    person_name,
    seats_of,
)
from baro.desk.name_matches import Saying
from baro.rules.prescribed.name_matches import NameKind, Outcome, SourceName

SOURCE = "demo-dat-dai"


def meanings() -> tuple[Saying, ...]:
    """Give what the demo says of names."""
    home = branch_name(0)
    return (
        Saying(written=_name(NameKind.UNIT, home), outcome=Outcome.OURS, target=REGISTRY),
        Saying(written=_officer(ROLE_APPRAISER, home), outcome=Outcome.OURS, target=OFFICER),
        Saying(written=_officer(ROLE_SECTION_HEAD, home), outcome=Outcome.OURS, target=HEAD_OF_REGISTRY),
    )


def _officer(role: str, unit: str) -> SourceName:
    return _name(NameKind.PERFORMER, person_name(0, seats_of(role)[0]), unit)


def _name(kind: NameKind, name: str, unit: str = "") -> SourceName:
    return SourceName(source=SOURCE, kind=kind, name=name, unit=unit)
