"""A request of a program sent twice at once is one act."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from acts import noted
from baro.desk import permission
from baro.desk.api_requests import once
from baro.records.models import ApiRequest, LedgerEntry
from baro.records.recording import record
from baro.rules.prescribed.refusals import Refused
from desk.an_organisation import AT

pytestmark = pytest.mark.django_db(transaction=True)
PROGRAM = type("Account", (), {"id": "may-1", "person": ""})()


def act(name: str) -> str:
    return record(noted(), at=AT).entry_id


def do(what: str = "một việc", key: str = "khoa-so-1") -> str:
    return once(key, what, permission.asker(PROGRAM, at=AT), AT, act)


def test_what_came_of_it_is_given_again():
    assert do() == do()
    assert LedgerEntry.objects.count() == 1
    with pytest.raises(Refused, match="api.other_request"):
        do("việc khác")
    assert do("việc khác", "khoa-so-2") != do()


def test_neither_the_key_nor_the_words_are_kept():
    do()
    assert "một việc" not in str(ApiRequest.objects.values())
    assert "khoa-so-1" not in str(ApiRequest.objects.values())


def test_sent_by_six_at_once_it_is_one_act():
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lies in memory, where a second writer is refused at once instead of waiting")
    found: list[str] = []
    together = Barrier(6)

    def send() -> None:
        together.wait()
        found.append(do())
        connection.close()

    senders = [Thread(target=send) for _ in range(6)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert len(found) == 6
    assert len(set(found)) == 1
    assert LedgerEntry.objects.count() == 1
