"""Ba Rõ: so many people at once (ours_users.py HOME PEOPLE SECONDS): the server as an authority runs it, and people who each
look at a page, think for some seconds, look at another; one time in five they open a late dossier's form and tell why it is
late. Times are those that a person waits, on this machine, whose processors also play the people."""

import http.client
import os
import random
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote, urlencode

from measure import finish, put

HOME, PEOPLE, SECONDS = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
os.environ["BARO_HOME"] = str(HOME)

from baro.app.ports import free_port  # noqa: E402 the home is read when the settings are
from baro.app.started import start_records  # noqa: E402

start_records()

from allauth.mfa.models import Authenticator  # noqa: E402
from django.test import Client  # noqa: E402

from baro.records.models import Account, Dossier  # noqa: E402
from baro.records.row_security.session import system  # noqa: E402
from baro.rules.judged.deadlines.classes import TimeClass  # noqa: E402

THINKING, WRITES, PATIENCE = 5.0, 0.2, 60
PAGES = (
    "/",
    "/ho-so/",
    "/ho-so/?tinh-trang=qua-han",
    "/viec-cua-toi/",
    "/giao-ban/",
    "/ho-so/?ma=H26.7-2405",
    "/cau-hoi/",
)
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def signed_in() -> str:
    """Sign somebody in; gives the cookies."""
    client = Client()
    client.force_login(ACCOUNT)
    return "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())


def late_dossiers() -> list[str]:
    """The ids of some dossiers that are open and late."""
    with system():
        return list(
            Dossier.objects.whole().filter(time_class=TimeClass.PENDING_LATE).values_list("id", flat=True)[:2000]
        )


class Person(threading.Thread):
    """Somebody at work until the time is over; keeps how long each answer took."""

    def __init__(self, number: int, port: int, cookies: str, until: float) -> None:
        super().__init__(daemon=True)
        self.reads: list[float] = []
        self.writes: list[float] = []
        self.wrong: list[str] = []
        self._chance, self._until, self._cookies, self._port = random.Random(number), until, cookies, port
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def run(self) -> None:
        """Work."""
        time.sleep(self._chance.uniform(0, THINKING))
        while time.monotonic() < self._until:
            try:
                if self._chance.random() < WRITES:
                    self._write()
                else:
                    self._ask("GET", self._chance.choice(PAGES), self.reads)
            except (OSError, http.client.HTTPException) as error:
                self.wrong.append(repr(error))
                self._connection.close()
            time.sleep(self._chance.expovariate(1 / THINKING))

    def _write(self) -> None:
        address = f"/giao-ban/nguyen-nhan/{quote(self._chance.choice(LATE))}/"
        token = _TOKEN.search(self._ask("GET", address, self.reads))
        if token is None:
            self.wrong.append(f"{address}: no form")
            return
        told = urlencode(
            {"csrfmiddlewaretoken": token[1], "cause": "agency", "words": "Chờ đơn vị phối hợp.", "promised_on": ""}
        )
        self._ask("POST", address, self.writes, told)

    def _ask(self, verb: str, address: str, kept: list[float], told: str = "") -> str:
        headers = {"Cookie": self._cookies, "Host": f"localhost:{self._port}"}
        if told:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://localhost:{self._port}"}
        start = time.perf_counter()
        try:
            self._connection.request(verb, quote(address, safe="/?=&%"), told or None, headers)
            answer = self._connection.getresponse()
        except http.client.RemoteDisconnected:  # closed while it was idle: a browser opens another
            self._connection.close()
            self._connection.request(verb, quote(address, safe="/?=&%"), told or None, headers)
            answer = self._connection.getresponse()
        text = answer.read().decode()
        kept.append(time.perf_counter() - start)
        if answer.status != (302 if told else 200):
            self.wrong.append(f"{verb} {address}: {answer.status}")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.split("=")[0] not in self._cookies:
                self._cookies += "; " + value.split(";")[0]
        return text


def served(port: int) -> subprocess.Popen[bytes]:
    """Start the server, and wait until it answers."""
    words = [sys.executable, "-m", "baro.app", "serve", "--port", str(port)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(PATIENCE * 2):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/suc-khoe", headers={"Host": f"localhost:{port}"})
            if connection.getresponse().status == 200:
                return process
        except OSError:
            time.sleep(0.5)
    sys.exit("the server does not answer")


def at(share: float, spent: list[float]) -> float:
    """The time within which this share of answers came."""
    ordered = sorted(spent)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


ACCOUNT = Account.objects.get(username="do")
Account.objects.filter(pk=ACCOUNT.pk).update(is_password_temporary=False)
Authenticator.objects.get_or_create(user=ACCOUNT, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "x"}})
LATE = late_dossiers()
port = free_port("127.0.0.1", 8700, or_another=True)
server = served(port)
try:
    until = time.monotonic() + SECONDS
    people = [Person(n, port, signed_in(), until) for n in range(PEOPLE)]
    for person in people:
        person.start()
    for person in people:
        person.join(SECONDS + 2 * PATIENCE)
finally:
    server.terminate()
    server.wait(PATIENCE)
reads, writes = ([one for p in people for one in getattr(p, kind)] for kind in ("reads", "writes"))
wrong = [one for p in people for one in p.wrong]
for name, spent in (("reads", reads), ("writes", writes)):
    for share in (50, 95, 99):
        put(f"p{share}_{name}", at(share / 100, spent))
finish(reads=len(reads), writes=len(writes), wrong=len(wrong), first=wrong[:3])
