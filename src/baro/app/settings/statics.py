"""Styles, scripts and fonts: served by the server itself, from the home, under names that change with their content."""

import os

from baro.app.settings.applications import AREAS
from baro.app.settings.applications import MIDDLEWARE as _MIDDLEWARE
from baro.app.settings.authority import HOME

WEB_HOME = HOME / "web"
MADE = WEB_HOME / "made"  # what `baro serve` cuts and copies out of installed packages: fonts, Bootstrap
STATIC_ROOT = str(WEB_HOME / "static")
STATIC_URL = "/static/"
STATICFILES_DIRS = [str(place) for place in [*(area / "static" for area in AREAS), MADE] if place.is_dir()]

# Before `baro serve` has gathered them (in tests, in other commands) the names stay plain and nothing is served.
_GATHERED = "BARO_GATHERING" in os.environ or (WEB_HOME / "static" / "staticfiles.json").exists()
_PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage" if _GATHERED else _PLAIN},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
if not _GATHERED:
    _MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")
