"""The witness by network: POST /add-checkpoint, by the standard library alone (C2SP tlog-witness)."""

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer

from baro.channels.witness.witness import Witness
from baro.rules.prescribed.refusals import Refused

_LONGEST = 65_536
_STATUS = {
    "witness.signature": HTTPStatus.FORBIDDEN,
    "witness.stale": HTTPStatus.CONFLICT,
    "ledger.rolled_back": HTTPStatus.CONFLICT,
    "ledger.rewritten": HTTPStatus.UNPROCESSABLE_ENTITY,
}


def witness_server(witness: Witness, address: tuple[str, int], now: Callable[[], int]) -> HTTPServer:
    """Make the server; one request at a time, so that two checkpoints are never weighed side by side."""

    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            if self.path != "/add-checkpoint":
                self._say(HTTPStatus.NOT_FOUND, "")
            elif not 0 < length <= _LONGEST:
                self._say(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "")
            else:
                self._say(*_answer(witness, self.rfile.read(length), now()))

        def _say(self, status: HTTPStatus, text: str) -> None:
            is_size = status is HTTPStatus.CONFLICT
            self.send_response(status)
            self.send_header("Content-Type", "text/x.tlog.size" if is_size else "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Stay silent: the answers say it all."""

    return HTTPServer(address, Handler)


def _answer(witness: Witness, raw: bytes, seconds: int) -> tuple[HTTPStatus, str]:
    try:
        return HTTPStatus.OK, witness.add(raw.decode(), seconds)
    except UnicodeDecodeError:
        return HTTPStatus.BAD_REQUEST, ""
    except Refused as refusal:
        status = _STATUS.get(refusal.code, HTTPStatus.BAD_REQUEST)
        return status, f"{refusal.facts['known']}\n" if status is HTTPStatus.CONFLICT else ""
