"""Coordination rules, what they oblige to and how it was kept, as pages tell it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from baro.channels.wording.coordination import KINDS, RHYTHMS, STATES
from baro.channels.wording.coordination_found import Named
from baro.channels.wording.periods import period_told
from baro.desk.late_entry import CALENDAR
from baro.desk.obligations import OwedTime
from baro.rules.counted.owed import OwedCounts, count_owed
from baro.rules.counted.periods import Period, period_of
from baro.rules.judged.owed import Owed, OwedState, days_late
from baro.rules.observed.followed import Followed, FollowedKind
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation, Rhythm

OTHERS = "các bên còn lại"
_DRAWN = {
    OwedState.WAITING: "on_time", OwedState.MISSING: "late", OwedState.LATE: "late", OwedState.IN_TIME: "done_on_time",
    OwedState.DECLINED: "closed",
}  # fmt: skip
_MONTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3, Rhythm.YEAR: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRule:
    """A rule as a line: its partners by name, how many obligations it holds, how often they were kept."""

    rule: CoordinationRule
    keeper: str
    partners: tuple[str, ...]
    holds: bool
    obligations: int
    counts: OwedCounts
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownObligation:
    """An obligation as a line: who owes, to whom, when, how often it was kept."""

    told: Obligation
    debtor: str
    creditor: str
    rhythm: str
    limit: str
    holds: bool
    counts: OwedCounts
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOwed:
    """One time that something is owed, as a line."""

    rule: CoordinationRule
    obligation: Obligation
    owed: Owed
    debtor: str
    creditor: str
    since: str
    state: str
    word: str
    days_late: int | None
    may_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTold:
    """Something told of a matter, as a line; `counts` only where it is another day than the one told."""

    one: Followed
    word: str
    teller: str
    about: str
    counts: date | None
    body: str
    until: str
    is_back: bool
    may_take_back: bool

    def with_taking_back(self) -> "ShownTold":
        """The same, with the way to take it back."""
        return replace(self, may_take_back=True)


def shown_rule(
    rule: CoordinationRule, times: Sequence[OwedTime], obligations: int, on: date, named: Named, address: str = ""
) -> ShownRule:
    """Tell a rule; `address`: where the times that are counted are listed."""
    return ShownRule(
        rule=rule, keeper=named(rule.unit), partners=tuple(map(named, rule.partners)), holds=rule.holds(on),
        obligations=obligations, counts=count_owed(one.owed for one in times), address=address,
    )  # fmt: skip


def shown_obligation(
    told: Obligation, rule: CoordinationRule, times: Iterable[OwedTime], on: date, named: Named
) -> ShownObligation:
    """Tell an obligation."""
    return ShownObligation(
        told=told, debtor=named(told.debtor), creditor=creditor_named(told, named), rhythm=RHYTHMS[told.rhythm],
        limit=describe(told.limit), holds=told.holds(rule, on),
        counts=count_owed(one.owed for one in times if one.obligation.id == told.id), address=f"?nghia-vu={told.id}",
    )  # fmt: skip


def shown_owed(one: OwedTime, named: Named, *, may_end: bool = False) -> ShownOwed:
    """Tell one time that something is owed."""
    return ShownOwed(
        rule=one.rule, obligation=one.obligation, owed=one.owed, debtor=named(one.obligation.debtor),
        creditor=creditor_named(one.obligation, named), since=since_told(one.obligation, one.owed),
        state=_DRAWN[one.owed.state], word=STATES[one.owed.state],
        days_late=days_late(one.owed, CALENDAR) if one.owed.is_breach else None, may_end=may_end and one.owed.ended is None,
    )  # fmt: skip


def since_told(told: Obligation, owed: Owed) -> str:
    """Since when something is owed: the day asked with its document, or the period."""
    if owed.asked is not None:
        return f"{owed.asked.told_on:%d/%m/%Y}, {owed.asked.document}"
    return period_told(period_of(owed.since, _MONTHS[told.rhythm]))


def period_named(period: Period) -> str:
    """Name a period."""
    return period_told(period)


def creditor_named(told: Obligation, named: Named) -> str:
    """Name whom something is owed to."""
    return named(told.creditor) if told.creditor else OTHERS


def _until(one: Followed) -> str:
    if one.until is None:
        return ""
    return f"{'áp dụng từ' if one.kind is FollowedKind.DECIDED else 'hẹn trả lời'} {one.until:%d/%m/%Y}"


def shown_told(
    followed: Sequence[Followed], abouts: dict[str, str], named: Named, *, may_take_back: bool
) -> list[ShownTold]:
    """Tell what was told of a matter, in its order; `abouts`: how what is done or declined is called."""
    back = {one.corrects for one in followed if one.kind is FollowedKind.TAKEN_BACK}
    return [
        ShownTold(
            one=one, word=KINDS[one.kind], teller=named(one.teller), about=abouts.get(one.about, ""),
            body=named(one.body) if one.body else "", until=_until(one),
            counts=one.counts_on if one.counts_on != one.told_on else None, is_back=one.number in back,
            may_take_back=may_take_back and one.number not in back and one.kind is not FollowedKind.TAKEN_BACK,
        )
        for one in followed
    ]  # fmt: skip
