"""A house to walk through: `baro serve --demo` on a copy of a home where the demo was built once, on a database that is asked for,
with an identity service beside it that knows one of its people."""

import ctypes
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psycopg
from oidc_provider_mock import User, run_server_in_thread

from baro.records.row_security.roles import APPLICATION, DATABASE, OWNER, ROLES
from watched_server import watch

PATIENCE = 480  # seconds: a loaded machine may be slow, and only a server that never answers fails
KNOWN, SUBJECT = "mau-thu-ky", "079300001234"
"""Whom the identity service knows, and by which number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Where it answers, where its data lie, with what its people sign in, and how its commands are run."""

    address: str
    home: Path
    password: str
    environment: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The demo as it was built: its home, the environment of its commands, the server of its database (None: SQLite)."""

    home: Path
    environment: dict[str, str]
    server: object | None


@contextmanager
def a_built(folder: Path, database: str) -> Iterator[Built]:
    """Build the demo on `sqlite` or `postgresql`, for houses to be copied from; the databases go when it ends."""
    home = folder / "built"
    (home / "keys").mkdir(parents=True)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("BARO_", "DJANGO_"))}
    env = {**kept, "BARO_HOME": str(home), "PYTHONPATH": str(Path(__file__).resolve().parents[3] / "src")}
    with _database(folder, database, env) as (server, address):
        told = {**env, "BARO_DATABASE": address} if address else env
        words = [sys.executable, "-m", "baro.app", "demo"]
        subprocess.run(words, env=told, check=True, capture_output=True, preexec_fn=_ends_with_this_process)
        yield Built(home=home, environment=told, server=server)


@contextmanager
def a_house(folder: Path, built: Built) -> Iterator[House]:
    """Copy what was built and let it answer; the server goes when it ends."""
    home = folder / "home"
    shutil.copytree(built.home, home)
    env = {**built.environment, "BARO_HOME": str(home)}
    if built.server is not None:
        env["BARO_DATABASE"] = _copied(built, f"baro_{folder.name}".lower().replace("-", "_"))
    person = User(sub=SUBJECT, claims={"preferred_username": KNOWN})
    with run_server_in_thread(user_claims=[person]) as service:
        _tell_of_service(home, f"http://localhost:{service.server_port}")
        with served(home, env) as answering:
            password = (home / "demo-password.txt").read_text("ascii").strip()
            yield House(address=answering, home=home, password=password, environment=env)


@contextmanager
def served(home: Path, env: dict[str, str]) -> Iterator[str]:
    """The server at work; gives its address."""
    said = home.with_name(f"{home.name}-{free_port()}.txt")
    with said.open("w") as out:
        started = serve(env, out)
    try:
        yield answering(started, said)
        started.terminate()
        assert started.wait(PATIENCE) == 0
    finally:
        if started.poll() is None:
            started.kill()


def serve(env: dict[str, str], out) -> subprocess.Popen[bytes]:
    """Start `baro serve --demo` on a free port."""
    words = [sys.executable, "-m", "baro.app", "serve", "--demo", "--port", str(free_port())]
    return subprocess.Popen(words, env=env, stdout=out, stderr=out, preexec_fn=_ends_with_this_process)


def _ends_with_this_process() -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def answering(started: subprocess.Popen[bytes], said: Path) -> str:
    """Wait until a server answers, and give its address."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and started.poll() is None:
        told = re.search(r"http://localhost:\d+", said.read_text("utf-8"))
        try:
            if told and urlopen(f"{told[0]}/suc-khoe").read() == "tốt\n".encode():
                return told[0]
        except URLError:
            pass
        time.sleep(0.1)
    raise AssertionError(said.read_text("utf-8"))


def free_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _tell_of_service(home: Path, address: str) -> None:
    (home / "keys" / "vneid.secret").write_text("bi-mat-cua-ung-dung\n")
    (home / "baro.toml").write_text(
        'agency = "Ủy ban nhân dân thành phố Hà Nội"\n\n'
        '[[oidc]]\nid = "vneid"\nname = "Định danh điện tử"\nclient_id = "ba-ro"\n'
        f'address = "{address}"\nsecret_file = "vneid.secret"\n'
    )


def _copied(built: Built, name: str) -> str:
    """The address of a copy of the database that was built, to which nobody is connected."""
    with psycopg.connect(built.server.get_uri(), autocommit=True) as keeper:
        keeper.execute(f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE baro")
        keeper.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
        keeper.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {name} TO {APPLICATION}")
    return re.sub(r":@/baro", f":@/{name}", built.environment["BARO_DATABASE"])


@contextmanager
def _database(folder: Path, kind: str, env: dict[str, str]) -> Iterator[tuple[object | None, str]]:
    """A new server with the address of a database, prepared as docs/how-to/run-on-postgresql.md tells, for the application's
    role; (None, "") for SQLite."""
    if kind == "sqlite":
        yield None, ""
        return
    from a_server import a_server

    server = a_server(folder / "pg")
    watcher = watch(folder / "pg")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as keeper:
            for statement in (ROLES + DATABASE).splitlines():
                keeper.execute(statement)
        owner, application = (
            re.sub(r"//postgres:@/\w+", f"//{role}:@/baro", server.get_uri()) for role in (OWNER, APPLICATION)
        )
        words = [sys.executable, "-m", "baro.app", "database", "migrate"]
        subprocess.run(words, env={**env, "BARO_DATABASE": owner}, check=True, capture_output=True)
        yield server, application
    finally:
        watcher.stdin.close()
        watcher.wait()
