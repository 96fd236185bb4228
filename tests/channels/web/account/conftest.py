"""Pages without gathered styles, codes that do not depend on the second hand, counts that start at nothing."""

import pytest


@pytest.fixture(autouse=True)
def _at_the_door(settings, tmp_path):
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.MFA_TOTP_PERIOD = 1_000_000_000
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": str(tmp_path / "counts")}}
