"""Directives (văn bản chỉ đạo, giao việc): a document, the document that it implements, the units that must take note."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused

LONGEST_NUMBER = 120


class Source(StrEnum):
    """Where an assigned task comes from: the kind of document or meeting that gave it."""

    DIRECTIVE = "directive"  # chỉ đạo của cơ quan hành chính cấp trên
    PARTY = "party"  # văn bản của cấp ủy
    COUNCIL = "council"  # nghị quyết, kết luận giám sát của Hội đồng nhân dân
    QUESTIONING = "questioning"  # kết luận chất vấn, giải trình
    INSPECTION = "inspection"  # kết luận kiểm tra, thanh tra
    BRIEFING = "briefing"  # kết luận giao ban
    PROGRAMME = "programme"  # chương trình công tác năm
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """A unit took note of a directive on a day; recorded by a person of it, or of the body that keeps the directive."""

    unit: str
    on: date
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A document that gives work. `body` keeps it here; `issuer` is who issued it, in words, a body of the authority or not;
    `implements` the directive above it ("" for none); `addressees` the bodies that must take note, by `acknowledge_by` where it says so."""

    id: str
    body: str
    source: Source
    number: str
    signed_on: date
    issuer: str
    subject: str
    implements: str = ""
    addressees: tuple[str, ...] = ()
    acknowledge_by: date | None = None
    recorded_at: datetime
    recorded_by: str = ""
    acknowledged: tuple[Acknowledgement, ...] = ()
    withdrawn_at: datetime | None = None
    withdrawn_for: str = ""

    @property
    def silent(self) -> tuple[str, ...]:
        """The addressees that have not taken note, in their order."""
        known = {one.unit for one in self.acknowledged}
        return tuple(unit for unit in self.addressees if unit not in known)

    def is_overdue(self, on: date) -> bool:
        """Say whether some addressee has not taken note though its day has passed."""
        return bool(self.acknowledge_by and self.acknowledge_by < on and self.silent and self.withdrawn_at is None)


def check_directive(told: Directive, above: Directive | None, on: date) -> None:
    """Refuse a directive that says too little, or that cannot be. Raises `Refused("directive.…")`."""
    if not told.number.strip():
        raise Refused("directive.no_number")
    if len(told.number) > LONGEST_NUMBER:
        raise Refused("directive.long_number", most=LONGEST_NUMBER)
    if not told.issuer.strip():
        raise Refused("directive.no_issuer")
    if not told.subject.strip():
        raise Refused("directive.no_subject")
    if told.signed_on > on:
        raise Refused("directive.signed_in_future")
    if told.acknowledge_by and told.acknowledge_by < told.signed_on:
        raise Refused("directive.due_before_signed", day=f"{told.signed_on:%d/%m/%Y}")
    if told.implements and above is None:
        raise Refused("directive.nothing_above")
    if above is not None and told.signed_on < above.signed_on:
        raise Refused("directive.before_above", day=f"{above.signed_on:%d/%m/%Y}")


def check_acknowledged(told: Directive, unit: str, on: date, today: date) -> None:
    """Refuse to take note for a unit that was not addressed, twice, or on a day that cannot be. Raises
    `Refused("directive.…")`."""
    if told.withdrawn_at is not None:
        raise Refused("directive.withdrawn")
    if unit not in told.addressees:
        raise Refused("directive.not_addressed")
    if unit not in told.silent:
        raise Refused("directive.acknowledged_already")
    if not told.signed_on <= on <= today:
        raise Refused("directive.impossible_day", day=f"{told.signed_on:%d/%m/%Y}")


def check_withdrawn(told: Directive, reason: str, resting: Collection[str]) -> None:
    """Refuse to take a directive out of the register without a reason, twice, or while documents or tasks rest on it (`resting`).
    Raises `Refused("directive.…")`."""
    if told.withdrawn_at is not None:
        raise Refused("directive.withdrawn")
    if not reason.strip():
        raise Refused("directive.no_reason")
    if resting:
        raise Refused("directive.rests_on_it", count=len(resting))
