"""An identity service that can lie: a real server on this machine, which signs what a test tells it to say."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = "ba-ro"


class Service:
    """What it says of a person: the `signed` claims over the honest ones (None takes one away), `told` at userinfo."""

    def __init__(self) -> None:
        self.key, self.false_key = (rsa.generate_private_key(65537, 2048) for _ in range(2))
        self.address, self.signed, self.told, self.signs, self.nonce = "", {}, {}, "key", ""

    def id_token(self) -> str | None:
        """Write the token as asked."""
        now = int(datetime.now(UTC).timestamp())  # noqa: TID251 a service reads the clock
        honest = {"iss": self.address, "aud": CLIENT, "sub": "s-1", "iat": now, "exp": now + 600}
        honest |= {"nonce": self.nonce}
        claims = {name: value for name, value in (honest | self.signed).items() if value is not None}
        match self.signs:
            case "absent":
                return None
            case "none":
                return jwt.encode(claims, None, algorithm="none", headers={"kid": "1"})
            case "shared":  # signed with the public key, as if it were a shared secret
                return jwt.encode(claims, self.public()["n"], algorithm="HS256", headers={"kid": "1"})
            case "unknown":
                return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "2"})
            case _:
                return jwt.encode(claims, getattr(self, self.signs), algorithm="RS256", headers={"kid": "1"})

    def public(self) -> dict[str, Any]:
        """The published key."""
        told = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {**told, "kid": "1", "use": "sig", "alg": "RS256"}

    def answer(self, path: str) -> dict[str, Any]:
        """What lies at each address."""
        if path.startswith("/.well-known"):
            ends = {"authorization_endpoint": "auth", "token_endpoint": "token", "userinfo_endpoint": "userinfo"}
            known = {name: f"{self.address}/{end}" for name, end in ends.items()}
            return {**known, "issuer": self.address, "jwks_uri": f"{self.address}/jwks"}
        if path == "/jwks":
            return {"keys": [self.public()]}
        if path == "/token":
            token = self.id_token()
            return {"access_token": "a", "token_type": "Bearer", **({"id_token": token} if token else {})}
        return {"sub": "s-1", "preferred_username": "lan", **self.told}


@contextmanager
def running() -> Iterator[Service]:
    """Let the service answer on a free port."""
    service = Service()

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(service.answer(self.path)).encode()
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - so the library calls it

        def log_message(self, *args: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    service.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
