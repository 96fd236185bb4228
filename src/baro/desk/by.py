"""Who acts, and whether they may: what every act of the desk begins with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.access import standing_of
from baro.rules.observed.acts import Act, Attachment, Value
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.policy.operations import BY_NAME
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


class Program(Enum):
    """Who acts without being asked: the keeper of the machine at its command line, building or loading an authority."""

    KEEPER = "keeper"


KEEPER = Program.KEEPER


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who acts: the person or program by id, in which unit, with whose approval, from where ("ui", "api", "command"),
    answering which request. Whether they may is asked of `asker`."""

    asker: Asker | Program
    actor: str
    unit: str = ""
    second: str = ""
    source: str = "ui"
    request: str = ""


def by_person(asker: Asker, *, unit: str = "", source: str = "ui", request: str = "", second: str = "") -> By:
    """Let the one who asks act."""
    return By(asker=asker, actor=asker.person, unit=unit, second=second, source=source, request=request)


def unit_of(asker: Asker, operation: str) -> str:
    """Give the first of somebody's bodies in which they may do something; "" if there is none."""
    units = sorted({grant.unit for grant in asker.standing.in_force(asker.on)})
    return next((unit for unit in units if permission.allows(asker, operation, Subject(unit=unit))), "")


def by_job(person: str, at: datetime, *, unit: str = "", source: str = "ui", request: str = "") -> By:
    """Let a job act for whoever asked for it, with the rights that they have when it runs."""
    asker = permission.asker_of(standing_of(person), at=at)
    return by_person(asker, unit=unit, source=source, request=request)


def by_program(name: str, source: str = "command") -> By:
    """Let a program act, by the keeper of the machine."""
    return By(asker=KEEPER, actor=name, source=source)


def require(by: By, operation: str, unit: str, at: datetime) -> None:
    """Refuse what the policy does not allow in a unit ("" for the authority as a whole). Raises `Refused("access.…")`."""
    require_on(by, operation, Subject(unit=unit), at)


def require_on(by: By, operation: str, subject: Subject, at: datetime) -> None:
    """Refuse what the policy does not allow with a matter. Raises `Refused("access.…")`."""
    if isinstance(by.asker, Program):
        if BY_NAME[operation].by_two:  # a program is no second person, nor a first
            raise Refused("access.second_needed")
    else:
        permission.require(by.asker, operation, subject, at)


def require_over(by: By, operation: str, known: Bodies, body: str, at: datetime) -> None:
    """Refuse what the policy does not allow over a body, also over one that is no more or is yet to come: then its nearest
    superior of the day is asked for. Raises `Refused("access.…")`."""
    require(by, operation, known.place_of(body, permission.day_of(at)), at)


def act_of(
    by: By,
    kind: str,
    stream: str,
    at: datetime,
    data: Mapping[str, Value],
    personal: Mapping[str, str] | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> Act:
    """Write an act of somebody's."""
    return Act(
        type=kind, stream=stream, actor=by.actor, unit=by.unit, second=by.second, source=by.source, request=by.request,
        occurred_at=at, data=data, personal={key: text for key, text in (personal or {}).items() if text},
        attachments=attachments,
    )  # fmt: skip
