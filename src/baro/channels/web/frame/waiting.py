"""How many notices wait for who is signed in, for the frame: counted anew once a minute, and when one was acknowledged."""

from datetime import UTC, datetime

from django.http import HttpRequest

from baro.desk.notices import notices_for

_KEPT = "notices_waiting"
_COUNTED_EACH = 60  # seconds: each page shows the number, and few pages may pay for it


def waiting(request: HttpRequest) -> int:
    """How many wait, as last counted."""
    kept = request.session.get(_KEPT)
    if kept is not None and kept[1] == request.asker.person and 0 <= _now() - kept[2] < _COUNTED_EACH:  # type: ignore[attr-defined]
        return int(kept[0])
    found = sum(one.is_waiting for one in notices_for(request.asker))  # type: ignore[attr-defined]
    remember(request, found)
    return found


def remember(request: HttpRequest, count: int) -> None:
    """Keep a number that was just counted."""
    request.session[_KEPT] = [count, request.asker.person, _now()]  # type: ignore[attr-defined]


def forget(request: HttpRequest) -> None:
    """Have the next page count anew."""
    request.session.pop(_KEPT, None)


def _now() -> int:
    return int(datetime.now(UTC).timestamp())  # noqa: TID251 a channel reads the clock
