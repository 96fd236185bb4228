"""Liên thông: what several agencies agreed on. A coordination rule names the parties; a joint process is a procedure cut into
legs, each with its agency, task, limit and papers, and the leg whose answer lets it begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.law.rows import LimitRow
from baro.rules.prescribed.refusals import Refused

ACKNOWLEDGED_WITHIN = LimitRow(
    key="joint.acknowledged_within", value=Duration(1, Unit.WORKING_DAY), instrument="mặc định của Ba Rõ",
    article="chưa có văn bản", valid_from=date(2010, 1, 1), verified=False,
    note="bên nhận xác nhận trong một ngày làm việc",
)  # fmt: skip
"""Within what the receiving agency is expected to say that it received: no instrument that we could read sets it."""
_LONGEST_NUMBER = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinationRule:
    """A coordination rule (quy chế phối hợp) that `unit` keeps: approved by the document `number`, signed on a day, in force
    from a day to `last_on` (None: until further notice, ended by the document `ended_by`), between `parties` (bodies) and
    `outside`: partners that are no body of the register, by name."""

    id: str
    unit: str
    name: str
    number: str
    signed_on: date
    valid_from: date
    parties: tuple[str, ...]
    last_on: date | None = None
    ended_by: str = ""
    outside: tuple[str, ...] = ()

    def holds(self, on: date) -> bool:
        """Say whether it is in force on a day."""
        return self.valid_from <= on and (self.last_on is None or on <= self.last_on)

    @property
    def partners(self) -> tuple[str, ...]:
        """Everybody between whom it holds: the keeper, the bodies, those outside; each once."""
        return tuple(dict.fromkeys((self.unit, *self.parties, *self.outside)))


@dataclass(frozen=True, slots=True, kw_only=True)
class JointLeg:
    """A leg (chặng): `agency` does `task` within `limit` from when it was sent to, with the papers `papers_in`, and gives
    `papers_out`. It may be sent once the leg `after` is answered ("": from receipt on, beside others)."""

    key: str
    agency: str
    task: str
    limit: Duration
    papers_in: str = ""
    papers_out: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointProcess:
    """The `version`-th way in which the registered procedure `process` is handled, from a day to `last_on`: `lead` receives
    the dossier and answers for the whole within `limit`. `rule` is the coordination rule it rests on ("": none told)."""

    process: str
    version: int
    lead: str
    rule: str
    limit: Duration
    legs: tuple[JointLeg, ...]
    decision: str
    signed_on: date
    valid_from: date
    last_on: date | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """The lead and every agency of a leg, each once: those who keep the dossier in view."""
        return tuple(dict.fromkeys((self.lead, *(leg.agency for leg in self.legs))))

    def leg(self, key: str) -> JointLeg | None:
        """Give a leg by its key."""
        return next((leg for leg in self.legs if leg.key == key), None)

    def holds(self, on: date) -> bool:
        """Say whether it is in force on a day."""
        return self.valid_from <= on and (self.last_on is None or on <= self.last_on)


def check_rule(rule: CoordinationRule) -> None:
    """Refuse a coordination rule without name, number or a second party, or in force before it was signed.

    Raises `Refused("joint.no_name" | "joint.no_number" | "joint.one_party" | "joint.before_signed")`.
    """
    if not rule.name.strip():
        raise Refused("joint.no_name")
    _check_document(rule.number, rule.signed_on, rule.valid_from)
    if len(rule.partners) < 2:
        raise Refused("joint.one_party")


def check_process(process: JointProcess, before: Sequence[JointProcess] = ()) -> None:
    """Refuse a process without legs, with two legs of one key, with a leg that waits for none before it or has no task, or one
    that begins no later than the version before.

    Raises `Refused("joint.no_number" | "joint.before_signed" | "joint.no_legs" | "joint.leg_twice" | "joint.no_task" |
    "joint.unknown_trigger" | "joint.before_last")`.
    """
    _check_document(process.decision, process.signed_on, process.valid_from)
    if not process.legs:
        raise Refused("joint.no_legs")
    known: set[str] = {""}
    for leg in process.legs:
        if leg.key in known:
            raise Refused("joint.leg_twice", leg=leg.key)
        if not leg.task.strip():
            raise Refused("joint.no_task", leg=leg.key)
        if leg.after not in known:
            raise Refused("joint.unknown_trigger", leg=leg.key, after=leg.after)
        known.add(leg.key)
    if before and process.valid_from <= before[-1].valid_from:
        raise Refused("joint.before_last", last=f"{before[-1].valid_from:%d/%m/%Y}")


def check_rule_end(rule: CoordinationRule, last: date, number: str) -> None:
    """Refuse an end without a document, before the rule began, or a second one.

    Raises `Refused("joint.rule_ended" | "joint.no_number" | "joint.ends_before_start")`.
    """
    if rule.last_on is not None:
        raise Refused("joint.rule_ended", last=f"{rule.last_on:%d/%m/%Y}")
    check_number(number)
    if last < rule.valid_from:
        raise Refused("joint.ends_before_start", first=f"{rule.valid_from:%d/%m/%Y}")


def check_number(number: str) -> None:
    """Refuse a document without a number, or one that is no number but a text. Raises `Refused("joint.no_number" |
    "joint.long_number")`."""
    if not number.strip():
        raise Refused("joint.no_number")
    if len(number) > _LONGEST_NUMBER:
        raise Refused("joint.long_number", most=_LONGEST_NUMBER)


def _check_document(number: str, signed_on: date, valid_from: date) -> None:
    check_number(number)
    if valid_from < signed_on:
        raise Refused("joint.before_signed", signed=f"{signed_on:%d/%m/%Y}")
