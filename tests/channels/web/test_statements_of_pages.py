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
    "/": (55, 41),
    "/viec-cua-toi/": (28, 24),
    "/ho-so/": (22, 17),
    "/ho-so/?dau-hieu=3": (24, 20),
    "/so-hoa/": (18, 14),
    "/giao-ban/": (31, 27),
    "/cau-hoi/": (18, 14),
    "/lien-thong/": (21, 16),
    "/lien-thong/so-lieu": (18, 13),
    "/lien-thong/quy-trinh/": (20, 15),
    "/phoi-hop/": (21, 16),
    "/phoi-hop/lan": (20, 15),
    "/kien-nghi/": (19, 14),
    "/don-gian-hoa/": (19, 14),
    "/de-nghi/": (19, 15),
    "/nhap-du-lieu/": (19, 15),
    "/to-chuc/": (25, 17),
    "/thu-tuc/": (17, 13),
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
