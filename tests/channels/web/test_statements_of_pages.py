"""How many statements each list costs: fixed here, so that nobody adds one a row without noticing."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from channels.web.dossiers.test_pages import many
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db
# address -> statements that read on SQLite, on PostgreSQL (where several that travel together count as one)
STATEMENTS = {
    "/": (53, 39),
    "/viec-cua-toi/": (29, 25),
    "/ho-so/": (21, 17),
    "/ho-so/?dau-hieu=3": (23, 20),
    "/giao-ban/": (31, 26),
    "/cau-hoi/": (20, 16),
    "/de-nghi/": (21, 17),
    "/nhap-du-lieu/": (21, 17),
    "/to-chuc/": (27, 19),
    "/thu-tuc/": (19, 15),
}


@pytest.fixture
def client_of_control(settings) -> Client:
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    client = Client()
    client.force_login(person("lan", "tthc_control", "b-so"))
    return client


def statements(client: Client, address: str) -> int:
    client.get(address)  # what is read once a process is read
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len([q for q in asked.captured_queries if q["sql"].lstrip().upper().startswith(("SELECT", "WITH"))])


@pytest.mark.parametrize("address", STATEMENTS)
@pytest.mark.parametrize("rows", [60, 120])
def test_a_list_costs_so_many_statements_however_long_it_is(client_of_control, address, rows):
    many(rows)
    found = statements(client_of_control, address)
    assert (address, found) == (address, STATEMENTS[address][connection.vendor == "postgresql"])
