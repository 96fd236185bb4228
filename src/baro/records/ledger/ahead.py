"""An iterator whose next values are made while the last one is looked at: in a thread of its own, for what waits on a socket."""

from collections.abc import Callable, Iterator
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

_Value = TypeVar("_Value")
_AHEAD, _PATIENCE = 2, 0.2  # values; seconds until the thread looks whether it is still listened to


class _End:
    """What stands behind the last value; with what was raised instead of it, if anything."""

    def __init__(self, raised: BaseException | None = None) -> None:
        self.raised = raised


def ahead(made: Callable[[], Iterator[_Value]]) -> Iterator[_Value]:
    """Give what `made` gives, a few values ahead. It is called, and ends, in the thread; what it raises is raised here. Who stops
    listening stops it."""
    values: Queue[_Value | _End] = Queue(_AHEAD)
    is_over = Event()
    thread = Thread(target=_make, args=(made, values, is_over), name="baro-ahead", daemon=True)
    thread.start()
    try:
        while not isinstance(value := values.get(), _End):
            yield value
        if value.raised is not None:
            raise value.raised
    finally:
        is_over.set()
        thread.join()


def _make(made: Callable[[], Iterator[_Value]], values: "Queue[_Value | _End]", is_over: Event) -> None:
    end = _End()
    try:
        for value in made():
            if not _put(value, values, is_over):
                return
    except BaseException as raised:
        end = _End(raised)
    _put(end, values, is_over)


def _put(value: "_Value | _End", values: "Queue[_Value | _End]", is_over: Event) -> bool:
    """Say whether it was taken; if nobody listens any more, it is not."""
    while not is_over.is_set():
        try:
            values.put(value, timeout=_PATIENCE)
        except Full:
            continue
        return True
    return False
