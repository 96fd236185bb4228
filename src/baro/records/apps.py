"""The records as one Django app: all tables live here."""

from django.apps import AppConfig


class Records(AppConfig):
    """Keeps and finds facts."""

    name = "baro.records"
    label = "records"
