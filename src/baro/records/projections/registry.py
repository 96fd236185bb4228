"""Which function turns which kind of entry into rows. All are known once `baro.records.projections.MODULES` are loaded."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from baro.records.projections import MODULES
from baro.rules.observed.entries import Entry

Handler = Callable[[Entry], None]
_HANDLERS: dict[str, list[Handler]] = {}


class UnknownAct(LookupError):
    """An entry tells of a kind of act for which nobody registered a projection: a bug where it is being recorded, a
    finding where it is read."""


def projects(*types: str) -> Callable[[Handler], Handler]:
    """Say that a function writes the rows of these kinds of act; several functions may, they run as registered."""

    def register(handler: Handler) -> Handler:
        for name in types:
            _HANDLERS.setdefault(name, []).append(handler)
        return handler

    return register


def without_rows(*types: str) -> None:
    """Say that these kinds of act stand in the ledger alone: no row comes of them."""
    for name in types:
        _HANDLERS.setdefault(name, [])


def project(entry: Entry) -> None:
    """Write the rows that come of an entry. Raises `UnknownAct`."""
    _load()
    if entry.type not in _HANDLERS:
        raise UnknownAct(f"no projection is registered for {entry.type}")
    for handler in _HANDLERS[entry.type]:
        handler(entry)


def known_types() -> frozenset[str]:
    """Give all kinds of act that can be recorded."""
    _load()
    return frozenset(_HANDLERS)


@cache
def _load() -> None:
    for name in MODULES:
        import_module(name if "." in name else f"baro.records.projections.{name}")
