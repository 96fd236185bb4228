"""The README's first command, as a newcomer runs it: it starts the pages with the demo, lets a demo account in, stops."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener, urlopen

import pytest

from house.source import ROOT

_PATIENCE = 240  # seconds: a loaded machine may be slow, and only a server that never answers fails


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("home")


@contextmanager
def running(home: Path, port: int) -> Iterator[tuple[str, Path]]:
    """The server at work; gives its address, and the file of what it said. It must stop when it is told to."""
    kept = {k: v for k, v in os.environ.items() if k not in ("BARO_DATABASE", "DJANGO_SETTINGS_MODULE")}
    said = home.with_name(f"{home.name}-{port}.txt")
    with said.open("w") as out:
        started = subprocess.Popen(
            [sys.executable, ROOT / "go.py", "run"], stdout=out, stderr=out, start_new_session=True,
            env={**kept, "BARO_HOME": str(home), "PORT": str(port)},
        )  # fmt: skip
    try:
        yield _answering(started, said), said
        os.killpg(started.pid, signal.SIGINT)  # as a terminal does on Ctrl+C
        assert started.wait(_PATIENCE) == 0
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGKILL)


def _answering(started: subprocess.Popen[bytes], said: Path) -> str:
    """Wait until the server answers, and give its address."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and started.poll() is None:
        told = re.search(r"http://localhost:\d+", said.read_text("utf-8"))
        try:
            if told and urlopen(f"{told[0]}/suc-khoe").read() == "tốt\n".encode():
                return told[0]
        except URLError:
            pass
        time.sleep(0.2)
    raise AssertionError(said.read_text("utf-8"))


def signed_in(address: str, name: str, password: str) -> tuple[OpenerDirector, str]:
    """A browser in which somebody has signed in, and the page that it shows then."""
    jar = CookieJar()
    browser = build_opener(HTTPCookieProcessor(jar))
    door = browser.open(f"{address}/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', door)
    assert token
    form = urlencode({"csrfmiddlewaretoken": token[1], "login": name, "password": password, "next": "/"})
    return browser, browser.open(f"{address}/tai-khoan/dang-nhap", form.encode()).read().decode()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def password_of(home: Path) -> str:
    return (home / "demo-password.txt").read_text("ascii").strip()


def test_it_opens_the_pages_with_the_demo_and_lets_each_kind_of_account_in(home):
    with running(home, free_port()) as (address, said):
        password = password_of(home)
        assert password in said.read_text("utf-8")
        _, controller = signed_in(address, "mau-kiem-soat", password)
        assert "DỮ LIỆU TỔNG HỢP" in controller
        assert re.search(r'viec=ton">[1-9]\d*</a> hồ sơ chưa xong', controller)
        assert re.search(r"<td>183</td><td>quy trình của 23 xã", controller)
        _, council = signed_in(address, "mau-dai-bieu", password)
        assert re.search(r"<td>213</td><td>vụ khiếu nại, tố cáo", council)
        assert "hồ sơ chưa xong" in council
        assert 'href="/ho-so/' not in council
        _, wrong = signed_in(address, "mau-dai-bieu", "sai-mat-khau-roi")
        assert "Bạn ở đây là" not in wrong
    assert (home / "demo-password.txt").stat().st_mode & 0o777 == 0o600


def test_a_second_time_it_rebuilds_nothing_and_takes_another_port_if_its_own_is_taken(home):
    if not (home / "demo-password.txt").exists():
        with running(home, free_port()):
            pass
    password = password_of(home)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with running(home, taken) as (address, said):
            assert address != f"http://localhost:{taken}"
            told = said.read_text("utf-8")
            assert f"Cổng {taken} đang có chương trình khác dùng" in told
            assert "Dựng cơ quan mẫu" not in told
            assert "Bạn ở đây là" in signed_in(address, "mau-ky-thuat", password)[1]
