"""Who asks by a key, and how a refusal is answered."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Router
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.operation import Operation
from ninja.security import HttpBearer

from baro.channels.wording import sentence
from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.api_keys import caller_of
from baro.rules.prescribed.policy.doors import ROUTES
from baro.rules.prescribed.refusals import Refused

_STATUS = {
    "access.sign_in": 401,
    "access.denied": 403,
    "access.not_found": 404,
    "import.no_ticket": 404,
    "import.no_batch": 404,
    "import.no_row": 404,
    "import.no_source": 404,
    "api.no_idempotency_key": 400,
    "api.other_request": 409,
    "api.not_ready": 409,
    "import.stale": 409,
    "import.being_received": 409,
    "import.received_already": 409,
    "import.no_conflict": 404,
    "signal.asked_already": 409,
    "signal.answered_already": 409,
    "signal.judged_already": 409,
    "signal.not_heard": 409,
    "briefing.frozen_already": 409,
    "briefing.done_already": 409,
    "ledger.stream_moved": 409,
}


class Key(HttpBearer):
    """`Authorization: Bearer <key>`; gives the asker to the operation as `request.auth`."""

    def __init__(self, routers: Iterable[Router]) -> None:
        """Know the doors of these routers: several methods of one address are as many doors, and Django names the first."""
        super().__init__()
        views = [view for router in routers for view in router.path_operations.values()]
        self._doors = {
            (_name(view.operations[0]), method): _name(operation)
            for view in views
            for operation in view.operations
            for method in operation.methods
        }

    def authenticate(self, request: HttpRequest, token: str) -> Asker | None:
        """Find out who asks, and whether they may come by this door. Raises `Refused("access.…")`."""
        caller = caller_of(token)
        if caller is None:
            return None
        who = permission.asker(caller, at=now())
        door = self._doors[request.resolver_match.view_name, request.method]  # type: ignore[union-attr,index]
        permission.admit(who, ROUTES[door])
        return who


def _name(operation: Operation) -> str:
    return f"api:{operation.view_func.__name__}"


def now() -> datetime:
    """The moment of this request."""
    return datetime.now(UTC)  # noqa: TID251 a channel reads the clock


def answer_refusals(api: NinjaAPI) -> None:
    """Answer every refusal as a problem (RFC 9457): its code, its sentence, the status."""

    def refused(_: HttpRequest, refusal: Any) -> HttpResponse:
        return _problem(refusal, _STATUS.get(refusal.code, 422))

    def unsigned(_: HttpRequest, __: Any) -> HttpResponse:
        return _problem(Refused("access.sign_in"), 401)

    def malformed(_: HttpRequest, error: Any) -> HttpResponse:
        fields = ", ".join(dict.fromkeys(str(told["loc"][-1]) for told in error.errors))
        return _problem(Refused("api.malformed", fields=fields), 422)

    def unreadable(_: HttpRequest, error: Any) -> HttpResponse:
        """A body that cannot be read: ninja wraps why."""
        why = error.__cause__
        return _problem(why if isinstance(why, Refused) else Refused("api.malformed", fields="JSON"), 422)

    api.add_exception_handler(Refused, refused)
    api.add_exception_handler(HttpError, unreadable)
    api.add_exception_handler(AuthenticationError, unsigned)
    api.add_exception_handler(ValidationError, malformed)


def _problem(refusal: Refused, status: int) -> HttpResponse:
    words = sentence(refusal)
    told = {
        "type": f"urn:baro:{refusal.code}",
        "title": words,
        "status": status,
        "code": refusal.code,
        "sentence": words,
    }
    return JsonResponse(
        told, status=status, content_type="application/problem+json", json_dumps_params={"ensure_ascii": False}
    )
