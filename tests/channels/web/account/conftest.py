"""Pages without gathered styles, codes that do not depend on the second hand, counts that start at nothing."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _at_the_door(settings):
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.MFA_TOTP_PERIOD = 1_000_000_000
    cache.clear()
