"""Faults of a procedure as published. Each is a question to whoever publishes: one line of text can be right in a way that
no rule sees."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from baro.rules.judged.catalogue.step_limits import longest, sum_of_steps
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.law.repealed import DISSOLVED, REPEALED, Ended
from baro.rules.prescribed.procedures import Procedure


class Lint(IntEnum):
    """A kind of fault; its number stands in addresses of the list, and never changes its meaning."""

    NO_LIMIT = 0
    NO_UNIT = 1
    CHANNELS_DIFFER = 2
    STEPS_OVER_TOTAL = 3
    REPEALED_BASIS = 4
    DISSOLVED_UNIT = 5
    NO_BASIS = 6


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault and the words of the procedure that show it."""

    lint: Lint
    shown: str


def faults_of(told: Procedure, on: date) -> tuple[Fault, ...]:
    """Find the faults of a procedure as it is published on a day; of each kind at most one, with all that shows it."""
    found = ((lint, tuple(dict.fromkeys(find(told, on)))) for lint, find in _FINDERS.items())
    return tuple(Fault(lint, "; ".join(shown)) for lint, shown in found if shown)


def _no_limit(told: Procedure, on: date) -> Iterator[str]:
    if not told.channels:
        yield "không nêu cách thức, thời hạn nào"
    for terms in told.channels:
        if not any(letter.isdigit() for letter in terms.written) and terms.limit is None:
            yield f"{_CHANNELS[terms.channel]}: {terms.written or 'để trống'}"


def _no_unit(told: Procedure, on: date) -> Iterator[str]:
    for terms in told.channels:
        if terms.limit is None and any(letter.isdigit() for letter in terms.written):
            yield f"{_CHANNELS[terms.channel]}: {terms.written}"


def _channels_differ(told: Procedure, on: date) -> Iterator[str]:
    """A channel may have several limits, for several cases; then all have the same."""
    limits: dict[str, list[str]] = {}
    for terms in told.channels:
        if terms.limit is not None:
            limits.setdefault(_CHANNELS[terms.channel], []).append(describe(terms.limit))
    if len({frozenset(mine) for mine in limits.values()}) > 1:
        yield from (f"{name}: {', '.join(dict.fromkeys(mine))}" for name, mine in limits.items())


def _steps_over_total(told: Procedure, on: date) -> Iterator[str]:
    total = longest([terms.limit for terms in told.channels if terms.limit is not None])
    if total is not None and (steps := sum_of_steps(told.steps, total.unit)) is not None and steps.value > total.value:
        yield f"cộng các bước {describe(steps)}, thời hạn {describe(total)}"


def _repealed_basis(told: Procedure, on: date) -> Iterator[str]:
    yield from (_ended(one) for one in REPEALED if one.since <= on and one.what in told.bases)


def _dissolved_unit(told: Procedure, on: date) -> Iterator[str]:
    text = fold(f"{told.agencies} {told.steps} {' '.join(told.levels)}")
    yield from (_ended(one) for one in DISSOLVED if one.since <= on and fold(one.what) in text)


def _no_basis(told: Procedure, on: date) -> Iterator[str]:
    if not told.bases:
        yield "không nêu căn cứ pháp lý nào"


def _ended(one: Ended) -> str:
    doubt = "" if one.verified else ", chưa kiểm chứng"
    return f"{one.what}: hết từ {one.since:%d/%m/%Y} ({one.by}{doubt})"


_CHANNELS: dict[str, str] = {"counter": "trực tiếp", "post": "bưu chính", "online": "trực tuyến"}
_FINDERS: dict[Lint, Callable[[Procedure, date], Iterator[str]]] = {
    Lint.NO_LIMIT: _no_limit,
    Lint.NO_UNIT: _no_unit,
    Lint.CHANNELS_DIFFER: _channels_differ,
    Lint.STEPS_OVER_TOTAL: _steps_over_total,
    Lint.REPEALED_BASIS: _repealed_basis,
    Lint.DISSOLVED_UNIT: _dissolved_unit,
    Lint.NO_BASIS: _no_basis,
}
