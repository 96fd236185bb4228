"""A real receiver of messages on this machine: an HTTP server in a thread, which answers as it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Receiver:
    """`got`: each message as (headers in small letters, body). `answers`: the statuses of the next ones, then 204."""

    url: str = ""
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    drips: bool = False

    @property
    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _ in self.got]


@contextmanager
def a_receiver() -> Iterator[Receiver]:
    """Receive on a free port until the block ends."""
    told = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            told.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
            if told.drips:
                self._drip()
                return
            status = told.answers.pop(0) if told.answers else 204
            self.send_response(status)
            if status // 100 == 3:
                self.send_header("location", f"{told.url}/khac")
            self.send_header("content-length", "0")
            self.end_headers()

        def _drip(self):
            import time

            for letter in b"HTTP/1.1 200 OK" * 100:
                try:
                    self.wfile.write(bytes([letter]))
                except OSError:
                    return
                time.sleep(0.05)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/tin"
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
