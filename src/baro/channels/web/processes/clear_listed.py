"""Clarity as a page asks for it: by slogan, body and criterion; counted by body, told process by process."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from urllib.parse import urlencode

from django.conf import settings

from baro.channels.web.organisation.asking import read_day
from baro.channels.web.organisation.named import body_named
from baro.desk.process_register import LintedProcess
from baro.rules.judged.clarity import Clear, clarity
from baro.rules.judged.registered.clear import PROCESS_NEEDS, ClearProcess
from baro.rules.prescribed.clarity import CriteriaSet, set_called, sets_with


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarityAsked:
    """What the address asks for: the slogan, a body by id, a criterion by key, from which line on, and as of which day."""

    slogan: CriteriaSet
    body: str
    criterion: str
    start: int
    day: date | None

    def changed(self, **to: str) -> str:
        """The address with other words, from the first line on."""
        told = {
            "bo": self.slogan.key, "co-quan": self.body, "tieu-chi": self.criterion,
            "ngay": f"{self.day:%d/%m/%Y}" if self.day else "",
        } | {name.replace("_", "-"): word for name, word in to.items()}  # fmt: skip
        return "?" + urlencode({name: word for name, word in told.items() if word})


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldClear:
    """A version in force and how clear it is by each criterion."""

    process: LintedProcess
    told: tuple[Clear, ...]

    @property
    def body(self) -> str:
        """The body whose it is."""
        return self.process.held.approval.unit


class Told(Protocol):
    """A work of a body, and how clear it is by each criterion."""

    @property
    def body(self) -> str:
        """The body whose it is."""

    @property
    def told(self) -> tuple[Clear, ...]:
        """How clear it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyClear:
    """A body: how many works it has, and by criterion how many are not clear and of how many nobody can say."""

    id: str
    name: str
    works: int
    counts: tuple[tuple[str, int, int], ...]


def slogans() -> tuple[CriteriaSet, ...]:
    """The slogans to choose from: the shipped ones, and those that the authority told of its own."""
    return sets_with(settings.HOME_SETTINGS.clarity)


def clarity_asked(told: Mapping[str, str]) -> ClarityAsked:
    """Read the address; what means nothing is left out."""
    slogan, start = set_called(told.get("bo", ""), slogans()), told.get("tu", "")
    criterion = told.get("tieu-chi", "")
    return ClarityAsked(
        slogan=slogan, body=told.get("co-quan", "").replace("\0", "")[:40],
        criterion=criterion if criterion in {one.key for one in slogan.criteria} else "",
        start=int(start) if start.isdecimal() and len(start) < 6 else 0, day=read_day(told.get("ngay", "")),
    )  # fmt: skip


def held_clear(register: Iterable[LintedProcess], on: date, slogan: CriteriaSet) -> list[HeldClear]:
    """Hold each version in force against a slogan."""
    return [
        HeldClear(process=one, told=clarity(_asked(one), slogan, PROCESS_NEEDS))
        for one in register
        if one.held.holds_on(on)
    ]


def by_body(held: Iterable[Told], asked: ClarityAsked) -> list[BodyClear]:
    """Count by body, bodies by name: nobody is ranked."""
    mine: dict[str, list[Told]] = {}
    for one in held:
        mine.setdefault(one.body, []).append(one)
    lines = (
        BodyClear(id=body, name=body_named(body), works=len(those), counts=_counts(those, asked, body))
        for body, those in mine.items()
    )
    return sorted(lines, key=lambda line: line.name)


def totals(held: Sequence[Told], slogan: CriteriaSet) -> list[tuple[str, str, int, int, int]]:
    """By criterion: its key and name, how many works are clear, are not, and of how many nobody can say."""
    found = []
    for criterion in slogan.criteria:
        told = [clear for one in held for clear in one.told if clear.criterion is criterion]
        clear, unclear = sum(one.is_clear for one in told), sum(bool(one.missing) for one in told)
        found.append((criterion.key, criterion.name, clear, unclear, len(told) - clear - unclear))
    return found


def _counts(held: Sequence[Told], asked: ClarityAsked, body: str) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (asked.changed(co_quan=body, tieu_chi=key), unclear, unchecked)
        for key, _, _, unclear, unchecked in totals(held, asked.slogan)
    )


def _asked(one: LintedProcess) -> ClearProcess:
    return ClearProcess(approval=one.held.approval, process=one.process, faults=one.faults)
