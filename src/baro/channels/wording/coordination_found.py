"""Which proposals, times that are owed, rules and simplifications an address asks for: the same on a page and by the API."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from baro.channels.wording.coordination_address import Asked, is_within
from baro.desk.obligations import OwedTime
from baro.rules.counted.periods import Period
from baro.rules.judged.owed import OwedState
from baro.rules.judged.simplified import SimplificationNow, SimplifiedState
from baro.rules.judged.upward import UpwardNow, UpwardState
from baro.rules.prescribed.joint import CoordinationRule

Named = Callable[[str], str]
"""How a body is called, or a partner outside: `namer()` of the pages."""
OPEN, LATE, ALL = "", "qua-han", "tat-ca"
UPWARD_VIEWS = (OPEN, LATE, *(state.value for state in UpwardState), ALL)
UPWARD_WORDS = ("tim", "noi", "dang_o", "ky", "xem")
BREACH, HELD, ENDED = "khong-dung-han", "dang-ap-dung", "het"
RULE_VIEWS = (HELD, ENDED, BREACH)
RULE_WORDS = ("tim", "ben", "ky", "hieu_luc")
OWED_STATES = (BREACH, *(state.value for state in OwedState))
OWED_WORDS = ("tim", "quy_che", "nghia_vu", "ben", "ky", "tinh_trang")
SIMPLIFIED_STATES = tuple(state.value for state in SimplifiedState)
SIMPLIFIED_WORDS = ("tim", "ky", "tinh_trang")


def upwards_asked(every: Iterable[UpwardNow], asked: Asked, named: Named) -> list[UpwardNow]:
    """The proposals that an address asks for, whatever its view."""
    return [
        one
        for one in every
        if asked.words["noi"] in ("", one.told.unit)
        and asked.words["dang_o"] in ("", one.holder if one.is_open else "-")
        and is_within(one.told.signed_on, asked.period)
        and asked.finds(f"{one.told.document} {one.told.about} {named(one.told.unit)} {named(one.told.to)}")
    ]


def upwards_in_view(found: Sequence[UpwardNow], view: str) -> list[UpwardNow]:
    """Those of a view: that wait, that wait too long, in a state, all."""
    match view:
        case "":
            return [one for one in found if one.is_open]
        case "qua-han":
            return [one for one in found if one.is_late]
        case "tat-ca":
            return list(found)
    return [one for one in found if one.state.value == view]


def rules_asked(every: Iterable[CoordinationRule], asked: Asked, named: Named) -> list[CoordinationRule]:
    """The rules that an address asks for, whatever its view."""
    return [
        rule
        for rule in every
        if (asked.words["ben"] == "" or asked.words["ben"] in rule.partners) and asked.finds(_text_of(rule, named))
    ]


def is_rule_in_view(rule: CoordinationRule, times: Iterable[OwedTime], view: str, on: date) -> bool:
    """Say whether a rule is of a view: any, in force, over, with a breach among some times."""
    match view:
        case "dang-ap-dung":
            return rule.holds(on)
        case "het":
            return rule.last_on is not None and rule.last_on < on
        case "khong-dung-han":
            return any(one.owed.is_breach for one in times)
    return True


def times_by_rule(
    every: Iterable[CoordinationRule], times: Iterable[OwedTime], period: Period | None
) -> dict[str, list[OwedTime]]:
    """The times that are due in the period asked for, by the id of their rule."""
    mine: dict[str, list[OwedTime]] = {rule.id: [] for rule in every}
    for one in times:
        if is_within(one.owed.due, period):
            mine[one.rule.id].append(one)
    return mine


def owed_asked(every: Iterable[OwedTime], asked: Asked, named: Named) -> list[OwedTime]:
    """The times that an address asks for, whatever their state."""
    return [
        one
        for one in every
        if asked.words["quy_che"] in ("", one.rule.id)
        and asked.words["nghia_vu"] in ("", one.obligation.id)
        and asked.words["ben"] in ("", one.obligation.debtor)
        and is_within(one.owed.due, asked.period)
        and asked.finds(f"{_text_of(one.rule, named)} {one.obligation.task} {named(one.obligation.debtor)}")
    ]


def owed_in_state(found: Iterable[OwedTime], word: str) -> list[OwedTime]:
    """Those in a state, or all that were not kept."""
    if word == BREACH:
        return [one for one in found if one.owed.is_breach]
    return [one for one in found if word in ("", one.owed.state.value)]


def simplifications_asked(every: Iterable[SimplificationNow], asked: Asked) -> list[SimplificationNow]:
    """The simplifications that an address asks for, whatever their state."""
    return [
        one
        for one in every
        if is_within(one.told.signed_on, asked.period)
        and asked.finds(f"{one.told.procedure} {one.told.name} {one.told.what} {one.told.document}")
    ]


def simplifications_in_state(found: Iterable[SimplificationNow], word: str) -> list[SimplificationNow]:
    """Those in a state."""
    return [one for one in found if word in ("", one.state.value)]


def _text_of(rule: CoordinationRule, named: Named) -> str:
    return f"{rule.name} {rule.number} {' '.join(map(named, rule.partners))}"
