"""The whole of the demo authority as PostgreSQL's application role: built (with its import by COPY), read, replayed, served."""

import pytest
from django.db import connection

from baro.records.models import Dossier
from baro.records.replay import differences
from channels.web.imports.people import person
from journeys.test_article import ARTICLE, build, figures


@pytest.fixture
def authority(application, settings, tmp_path):
    """The demo authority, built by the application's role from its first act on."""
    settings.HOME = tmp_path
    for folder in ("store", "files", "keys", "log"):
        (tmp_path / folder).mkdir()
    build()


def test_it_is_built_counted_and_replayed(authority):
    assert figures() == {**ARTICLE, "dossiers_per_year": 3000}
    assert differences() == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM dossier")
        assert cursor.fetchone()[0] == 0  # whoever asks past the scope
    assert Dossier.objects.whole().count() == 0


def test_pages_open(application, client):
    client.force_login(person("lan", "tthc_control"))
    assert [client.get(page).status_code for page in ("/", "/nhap-du-lieu/")] == [200, 200]
