"""A mail server of this machine that keeps what it is given: real sockets, no mail leaves."""

import socketserver
import ssl
import threading
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class MailServerHere:
    """What it takes and what it was given: nothing for recipients in `refuses`; hangs up after `after` letters (0: never);
    with `secret` who hands over says a name and that word first, behind TLS of `context`."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    after: int = 0
    secret: str = ""
    context: ssl.SSLContext | None = None
    connections: int = 0
    told: list[str] = field(default_factory=list)


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        here: MailServerHere = self.server.here
        here.connections += 1
        taken = 0
        self._say("220 mail.test ESMTP")
        while line := self.rfile.readline().decode("ascii", "replace").strip():
            word = line.partition(" ")[0].upper()
            here.told.append(line)
            if word in ("EHLO", "HELO"):
                self._greet(here)
            elif word == "STARTTLS":
                self._say("220 ready")
                self.connection = here.context.wrap_socket(self.connection, server_side=True)
                self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb")
            elif word == "AUTH":
                given = b64decode(line.split()[-1]).decode()
                self._say("235 ok" if given.endswith("\0" + here.secret) else "535 sai mat khau")
            elif word == "RCPT" and any(name in line for name in here.refuses):
                self._say("550 No such user here")
            elif word == "DATA":
                self._say("354 go on")
                here.letters.append(message_from_bytes(self._data(), policy=policy.default))
                taken += 1
                self._say("250 taken")
                if taken == here.after:
                    return
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _greet(self, here: MailServerHere) -> None:
        secured = isinstance(self.connection, ssl.SSLSocket)
        offers = ["STARTTLS"] if here.context and not secured else []
        offers += ["AUTH PLAIN"] if here.secret and (secured or not here.context) else []
        lines = ["mail.test", *offers]
        for k, offer in enumerate(lines):
            self._say(f"250{' ' if k == len(lines) - 1 else '-'}{offer}")

    def _data(self) -> bytes:
        found = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            found.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(found)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())
        self.wfile.flush()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads, allow_reuse_address = True, True
    here: MailServerHere

    def handle_error(self, request, client_address):
        """Say nothing of a caller who hangs up: those here do so on purpose."""


@contextmanager
def mail_server(**more) -> Iterator[MailServerHere]:
    """Let it listen on a free port of this machine."""
    here = MailServerHere(**more)
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.here, here.port = here, server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield here
        finally:
            server.shutdown()
