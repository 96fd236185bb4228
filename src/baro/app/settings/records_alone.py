"""The settings of a command that shows no page: the records without what makes pages, which takes half of the start."""

from baro.app.settings import *  # noqa: F403 - Django wants all settings as names of one module

INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "baro.records"]
