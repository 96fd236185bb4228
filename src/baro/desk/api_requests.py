"""The same request of a program sent again is one act: it bears a key, and what came of it is remembered."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from baro.desk.permission import Asker
from baro.records.api_requests import CarriedOut, carried_out, remember
from baro.records.row_security.session import acting
from baro.rules.prescribed.refusals import Refused

_SHORTEST, _LONGEST = 8, 200


@acting()
def once(key: str, what: str, who: Asker, at: datetime, act: Callable[[str], str]) -> str:
    """Give the id that an act gives, of this request or of the same one before; `what` is all that it asks for. The act is
    given a name for the request, under which the ledger tells it. What was refused can be sent again under the same key.
    Raises `Refused("api.no_idempotency_key" | "api.other_request")` and what the act refuses."""
    name, asked = _names(key, what, who)
    known = carried_out(name, at)
    if known is None:
        result = act(name[:26])
        remember(name, asked, result, at)
        return result
    return _same(known, asked)


def once_apart(key: str, what: str, who: Asker, at: datetime, act: Callable[[str], str]) -> str:
    """As `once`, for an act that holds more than the records (the folders of the store) and so begins its own transaction. Of a
    request that was cut off between the act and its answer, the same one sent again meets what the act refuses the second
    time: it is never done twice. Raises as `once`."""
    name, asked = _names(key, what, who)
    with acting():
        known = carried_out(name, at)
    if known is None:
        result = act(name[:26])
        with acting():
            if (known := carried_out(name, at)) is None:
                remember(name, asked, result, at)
                return result
    return _same(known, asked)


def _names(key: str, what: str, who: Asker) -> tuple[str, str]:
    """The name of a request, and the hash of what it asks for: with the key, which is not kept, nobody guesses the words."""
    if not _SHORTEST <= len(key) <= _LONGEST:
        raise Refused("api.no_idempotency_key")
    return sha256(f"{who.person}\0{key}".encode()).hexdigest(), sha256(f"{key}\0{what}".encode()).hexdigest()


def _same(known: CarriedOut, asked: str) -> str:
    if known.what != asked:
        raise Refused("api.other_request")
    return known.result
