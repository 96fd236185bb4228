"""On which port the server listens: the one asked for, or the next that is free."""

import os
import socket

from baro.rules.prescribed.refusals import Refused

USUAL = 8000
_TRIED = 50


def asked_port(written: str | None) -> int:
    """Give the port that the command, or else the environment variable `PORT`, asks for. Raises
    `Refused("home.port_word")`."""
    text = written or os.environ.get("PORT") or str(USUAL)
    if not (text.isascii() and text.isdecimal() and 0 < int(text) < 65536):
        raise Refused("home.port_word", written=text)
    return int(text)


def free_port(host: str, port: int, *, or_another: bool) -> int:
    """Give the port if nobody listens there; otherwise the next free one, if another will do. Raises
    `Refused("home.port_taken")`, before any work."""
    tried = range(port, min(port + (_TRIED if or_another else 1), 65536))
    found = next((one for one in tried if _is_free(host, one)), None)
    if found is None:
        raise Refused("home.port_taken", port=port)
    return found


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
