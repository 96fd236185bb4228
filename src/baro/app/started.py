"""Start Django for a command: settings of this home, all tables known."""

import os


def start_records() -> None:
    """Load the settings and the apps; costs nothing the second time. Raises `Refused("home.…")`."""
    import django

    from baro.app.home import furnished_home

    furnished_home()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.app.settings")
    django.setup()
