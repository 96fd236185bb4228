"""Which function turns which kind of entry into rows. All are known once `baro.records.projections.MODULES` are loaded."""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from baro.records.projections import MODULES
from baro.records.projections.row_statements import Receiver, RowChange
from baro.rules.observed.entries import Entry

Handler = Callable[[Entry], None]
Giver = Callable[[Entry], Iterable[RowChange]]
_Step = Callable[[Entry, Receiver], None]
_STEPS: dict[str, list[_Step]] = {}


class UnknownAct(LookupError):
    """An entry tells of a kind of act for which nobody registered a projection: a bug where it is being recorded, a
    finding where it is read."""


def projects(*types: str) -> Callable[[Handler], Handler]:
    """Say that a function reads and writes the rows of these kinds of act; several functions may, they run as registered."""

    def register(handler: Handler) -> Handler:
        def step(entry: Entry, rows: Receiver) -> None:
            rows.send()
            handler(entry)

        _put(types, step)
        return handler

    return register


def gives_rows(*types: str) -> Callable[[Giver], Giver]:
    """Say that a function gives the changes to rows that come of these kinds of act: it reads nothing but the entry."""

    def register(giver: Giver) -> Giver:
        _put(types, lambda entry, rows: rows.rows(*giver(entry)))
        return giver

    return register


def without_rows(*types: str) -> None:
    """Say that these kinds of act stand in the ledger alone: no row comes of them."""
    for name in types:
        _STEPS.setdefault(name, [])


def project(entry: Entry, rows: Receiver) -> None:
    """Write the rows that come of an entry, or have them wait with the receiver. Raises `UnknownAct`."""
    _load()
    if entry.type not in _STEPS:
        raise UnknownAct(f"no projection is registered for {entry.type}")
    for step in _STEPS[entry.type]:
        step(entry, rows)


def known_types() -> frozenset[str]:
    """Give all kinds of act that can be recorded."""
    _load()
    return frozenset(_STEPS)


def _put(types: Iterable[str], step: _Step) -> None:
    for name in types:
        _STEPS.setdefault(name, []).append(step)


@cache
def _load() -> None:
    for name in MODULES:
        import_module(name if "." in name else f"baro.records.projections.{name}")
