"""One message sent to an address, signed as Standard Webhooks says; no redirect is followed, nobody waits long."""

import base64
import hmac
import ipaddress
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Timer
from urllib.parse import urlsplit

CONNECT, WHOLE = 5.0, 10.0
"""Seconds that a step of a message may take, and that all of it may."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`reason` is "" where the message arrived; `is_final`: the receiver wants no more of them, ever."""

    reason: str = ""
    is_final: bool = False


def signature_headers(key: bytes, message_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """Give the three headers by which a receiver knows whose a message is, that it is whole, and that it is new."""
    seconds = str(int(at.timestamp()))
    signed = hmac.new(key, f"{message_id}.{seconds}.".encode() + body, sha256).digest()
    return {
        "webhook-id": message_id,
        "webhook-timestamp": seconds,
        "webhook-signature": "v1," + base64.b64encode(signed).decode(),
    }


def send(url: str, headers: Mapping[str, str], body: bytes, *, plain_http: bool) -> Outcome:
    """Send a message once. `plain_http`: without TLS to this machine and private networks."""
    told = {"content-type": "application/json; charset=utf-8", "user-agent": "ba-ro", **headers}
    parts = urlsplit(url)
    try:
        with _connected(url, plain_http=plain_http) as connection:
            connection.request("POST", parts.path or "/", body, {"host": parts.netloc, **told})
            status = connection.getresponse().status
    except _NotPrivate:
        return Outcome("địa chỉ http không thuộc máy này hay mạng nội bộ, hoặc chưa được phép (webhook_http)")
    except TimeoutError:
        return Outcome("quá thời gian chờ")
    except (OSError, HTTPException, ValueError) as broken:
        return Outcome(f"không kết nối được: {broken}")
    if status // 100 == 2:
        return Outcome()
    return Outcome(f"bên nhận trả lời {status}", is_final=status == HTTPStatus.GONE)


class _NotPrivate(Exception):
    """Without TLS a message would leave the private network."""


@contextmanager
def _connected(url: str, *, plain_http: bool) -> Iterator[HTTPConnection]:
    """Connect, and cut the connection when all of it takes too long: a receiver that answers drop by drop holds nobody."""
    connection = _connection(url, plain_http=plain_http)
    try:
        connection.connect()
        timer = Timer(WHOLE, _cut, (connection.sock,))
        timer.start()
        try:
            yield connection
        finally:
            timer.cancel()
    finally:
        connection.close()


def _connection(url: str, *, plain_http: bool) -> HTTPConnection:
    parts = urlsplit(url)
    assert parts.hostname is not None
    if parts.scheme == "https":
        return HTTPSConnection(parts.hostname, parts.port, timeout=CONNECT)
    if not plain_http:
        raise _NotPrivate
    port = parts.port or 80
    return HTTPConnection(_private_address(parts.hostname, port), port, timeout=CONNECT)


def _private_address(host: str, port: int) -> str:
    """The address that a name stands for, looked up once and then connected to, so that it cannot change in between."""
    found = [str(told[4][0]) for told in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for text in found:
        address = ipaddress.ip_address(text.partition("%")[0])
        if not address.is_private or address.is_link_local or address.is_unspecified:
            raise _NotPrivate
    return found[0]


def _cut(held: socket.socket) -> None:
    with suppress(OSError):
        held.shutdown(socket.SHUT_RDWR)
