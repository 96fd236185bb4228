"""Ask a witness by network for its signature (C2SP tlog-witness, add-checkpoint), by the standard library alone."""

from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from baro.rules.prescribed.refusals import Refused

_PATIENCE = 15  # seconds
_LONGEST = 65_536


def ask_witness(url: str, request: str) -> tuple[str, int | None]:
    """Send a request; give the signature lines, or "" and the size that the witness holds instead.

    Raises `Refused("witness.fork" | "witness.signature" | "witness.silent")`.
    """
    if not url.startswith(("http://", "https://")):
        raise Refused("witness.silent", url=url, reason="địa chỉ phải bắt đầu bằng http:// hoặc https://")
    place = url.rstrip("/").removesuffix("/add-checkpoint") + "/add-checkpoint"
    try:
        with urlopen(Request(place, request.encode(), method="POST"), timeout=_PATIENCE) as answer:
            return answer.read(_LONGEST).decode(), None
    except HTTPError as refused:
        return "", _size_told(refused, place)
    except (URLError, TimeoutError, UnicodeDecodeError, ValueError) as failed:
        raise Refused("witness.silent", url=place, reason=str(getattr(failed, "reason", failed))) from None


def _size_told(refused: HTTPError, place: str) -> int:
    told = refused.read(100).decode("ascii", "replace").strip()
    if refused.code == HTTPStatus.CONFLICT and told.isdigit():
        return int(told)
    if refused.code == HTTPStatus.FORBIDDEN:
        raise Refused("witness.signature")
    if refused.code == HTTPStatus.UNPROCESSABLE_ENTITY:
        raise Refused("witness.fork", url=place)
    raise Refused("witness.silent", url=place, reason=f"HTTP {refused.code}")
