"""What every act by the API is sent with: a key of the request, by which the same one sent again is one act."""

from collections.abc import Callable

from django.http import HttpRequest
from ninja import Header, Schema

from baro.channels.api.asking import now
from baro.desk.api_requests import once, once_apart
from baro.desk.by import By, by_person
from baro.desk.permission import Asker

KEY = Header(
    "",
    alias="Idempotency-Key",
    description="8 đến 200 ký tự, mỗi việc một khóa; gửi lại cùng khóa và nội dung thì chỉ ghi một lần, trong 30 ngày.",
)


def written_apart(request: HttpRequest, key: str, asked: Schema, unit: str, act: Callable[[By], str]) -> str:
    """As `written`, for an act that begins its own transaction. Raises `Refused`."""
    return _written(once_apart, request, key, asked, unit, act)


def written(request: HttpRequest, key: str, asked: Schema, unit: str, act: Callable[[By], str]) -> str:
    """Do an act of the desk for the one who asks, once for this key; gives the id that the act gives. Raises `Refused`."""
    return _written(once, request, key, asked, unit, act)


def written_of(
    request: HttpRequest, key: str, asked: Schema, unit: str, meant: str, act: Callable[[By], object]
) -> str:
    """Do an act on what is there, once for this key; gives the id `meant` of what it was done with. Raises `Refused`."""

    def do(by: By) -> str:
        act(by)
        return meant

    return written(request, key, asked, unit, do)


def _written(
    do_once: Callable[..., str], request: HttpRequest, key: str, asked: Schema, unit: str, act: Callable[[By], str]
) -> str:
    who: Asker = request.auth  # type: ignore[attr-defined]

    def do(name: str) -> str:
        return act(by_person(who, unit=unit, source="api", request=name))

    return do_once(key, f"{request.path}\n{asked.model_dump_json()}", who, now(), do)
