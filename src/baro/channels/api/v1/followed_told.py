"""What was told of a matter that several bodies keep in view, in codes and days; and what is told of one, whole."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict
from datetime import date
from typing import Any

from baro.records.queries.followed import followed
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.refusals import Refused


def events_told(matter: str) -> list[dict[str, Any]]:
    """Everything told of a matter, the first first; what was taken back is among it."""
    told = followed(matter)
    back = {one.corrects for one in told if one.kind is FollowedKind.TAKEN_BACK}
    return [asdict(one) | {"stands": one.number not in back} for one in told]


def require_its_own(said: Mapping[str, str | date | None], of_kind: AbstractSet[str]) -> None:
    """Refuse what is said beside the words of its kind: nobody would read it again. Raises `Refused("api.malformed")`."""
    if wrong := sorted(name for name, word in said.items() if word and name not in of_kind):
        raise Refused("api.malformed", fields=", ".join(wrong))
