"""The server tells programs what happened by itself; of several processes one has a subscription in hand at a time."""

import logging
from datetime import UTC, datetime
from threading import Event, Thread

_LOG = logging.getLogger("baro.webhooks")
EVERY = 2.0  # seconds between two rounds
_LATER = 60.0  # seconds more after a fault


def start_telling(stop: Event | None = None, every: float = EVERY) -> Thread:
    """Tell programs beside the pages until `stop` is set or the process ends."""
    thread = Thread(target=tell_until, args=(stop or Event(), every), name="telling", daemon=True)
    thread.start()
    return thread


def tell_until(stop: Event, every: float = EVERY) -> None:
    """Tell programs, round after round, until told to stop. A database that is away is tried again, and so is, more slowly and
    with a line in the log, what broke otherwise; nothing is lost meanwhile, since the ledger keeps what happened and each
    subscription where it stopped."""
    from django.db import DatabaseError, connection

    from baro.channels.api.webhooks.worker import tell_programs

    while not stop.wait(every):
        try:
            tell_programs(_now, stop.is_set)
        except DatabaseError:
            connection.close()
        except Exception:
            _LOG.exception("telling programs broke off")
            connection.close()
            stop.wait(_LATER)
    connection.close()


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 the server reads the clock for all below it
