"""What must stay whatever becomes of an act: done when the act's transaction is over, recorded or undone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Work = Callable[[], object]
_WAITING: ContextVar[list[Work] | None] = ContextVar("after_acts", default=None)


def after_act(work: Work) -> None:
    """Do something after the act under way; at once where there is none."""
    waiting = _WAITING.get()
    if waiting is None:
        work()
    else:
        waiting.append(work)


@contextmanager
def one_act() -> Iterator[None]:
    """Around the transaction of an act; an act within an act is part of it."""
    if _WAITING.get() is not None:
        yield
        return
    waiting: list[Work] = []
    token = _WAITING.set(waiting)
    try:
        yield
    finally:
        _WAITING.reset(token)
        for work in waiting:
            work()
