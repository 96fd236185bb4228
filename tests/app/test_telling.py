"""The server tells programs by itself: what is committed and nothing else, and after a restart from where it stopped."""

import time
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from baro.app.home_settings import HomeSettings
from baro.app.telling import start_telling
from baro.channels.api.webhooks.worker import tell_programs
from baro.desk.webhooks import add_webhook
from baro.records.ledger.sequencer import sequence_pending
from channels.api.a_receiver import a_receiver
from channels.api.test_webhooks import ALL, KEEPER, NOW, ask
from channels.web.imports.people import AT, person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def receiver(settings, tmp_path):
    settings.HOME, settings.HOME_SETTINGS = tmp_path, HomeSettings(webhook_http=True)
    (tmp_path / "keys").mkdir()
    person("doc", "api_reader", "b-so")
    with a_receiver() as told:
        add_webhook("doc", told.url, ALL, KEEPER, AT, plain_http=True)
        sequence_pending()
        yield told


def placed(*numbers: int) -> list[str]:
    entries = [ask(number) for number in numbers]
    sequence_pending()
    return entries


def wait_for(receiver, count: int) -> list[str]:
    for _ in range(400):
        if len(receiver.got) >= count:
            break
        time.sleep(0.02)
    return receiver.ids


def end(stop: Event, *threads: Thread) -> None:
    stop.set()
    for thread in threads:
        thread.join()


def test_a_restart_goes_on_where_it_stopped_and_two_senders_send_once(receiver):
    stop = Event()
    senders = [start_telling(stop, every=0.02) for _ in range(2)]
    first = placed(1, 2)
    assert wait_for(receiver, 2) == first
    end(stop, *senders)
    later = placed(3, 4, 5)
    stop = Event()
    senders = [start_telling(stop, every=0.02) for _ in range(2)]
    assert wait_for(receiver, 5) == first + later
    time.sleep(0.2)
    end(stop, *senders)
    assert receiver.ids == first + later


def test_nothing_is_told_before_it_is_committed(receiver):
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lies in memory, where a reader beside a writer is refused at once")
    with transaction.atomic():
        entry = ask()
        assert _told_beside() == 0
    sequence_pending()
    assert _told_beside() == 1
    assert receiver.ids == [entry]


def _told_beside() -> int:
    """Tell by another connection."""
    found: list[int] = []

    def tell() -> None:
        sequence_pending()
        found.append(tell_programs(lambda: NOW))
        connection.close()

    thread = Thread(target=tell)
    thread.start()
    thread.join()
    return found[0]
