"""An administrative procedure (thủ tục hành chính) as it was published: what may be asked, how long, for how much, on what law."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.refusals import Refused


class Channel(StrEnum):
    """How an application may be handed in."""

    COUNTER = "counter"
    POST = "post"
    ONLINE = "online"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelTerms:
    """What is published for a channel: the time limit as written and as read (None: it cannot be read), the fee, and what is
    said besides."""

    channel: Channel
    written: str
    limit: Duration | None
    fee: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """A version of a procedure, by its code in the national database. `levels`: where it is carried out ("Cấp xã");
    `steps`: how, as published; `agencies`: whoever is named as carrying it out, receiving, helping;
    `bases`: the numbers of the instruments it rests on ("156/2018/NĐ-CP")."""

    code: str
    name: str
    decision: str = ""
    field: str = ""
    levels: tuple[str, ...] = ()
    channels: tuple[ChannelTerms, ...] = ()
    steps: str = ""
    agencies: str = ""
    bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedVersion:
    """A procedure as it was published from a day on, the `version`-th time from 1, until another followed (`last`: its
    last day)."""

    id: str
    version: int
    procedure: Procedure
    valid_from: date
    last: date | None = None


def check_procedure(told: Procedure) -> None:
    """Refuse one that nobody could find again. Raises `Refused("procedure.no_code" | "procedure.no_name")`."""
    if not told.code.strip():
        raise Refused("procedure.no_code", name=told.name)
    if not told.name.strip():
        raise Refused("procedure.no_name", code=told.code)
