"""The server numbers the ledger's entries by itself (PostgreSQL); of several servers one does, the others stand by."""

from threading import Event, Thread


def start_numbering(stop: Event | None = None) -> Thread | None:
    """Number entries beside the pages until `stop` is set or the process ends; on SQLite there is nothing to do."""
    from django.db import connection

    from baro.records.ledger.sequencer import sequence_until

    if connection.vendor != "postgresql":
        return None
    thread = Thread(target=sequence_until, args=(stop or Event(),), name="numbering", daemon=True)
    thread.start()
    return thread
