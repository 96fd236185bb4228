import pytest

from channels.web.organisation import office


@pytest.fixture(autouse=True)
def _plain_statics(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def admin(client, db):
    office.hanoi()
    return office.sign_in(client)
