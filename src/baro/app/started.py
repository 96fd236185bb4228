"""Start Django for a command: settings of this home, all tables known."""

import os


def start_records(*, with_pages: bool = True) -> None:
    """Load the settings and the apps; costs nothing the second time. Without the pages it takes half as long. Raises
    `Refused("home.…")`."""
    import django

    from baro.app.home import furnished_home

    furnished_home()
    os.environ.setdefault(
        "DJANGO_SETTINGS_MODULE", "baro.app.settings" if with_pages else "baro.app.settings.records_alone"
    )
    django.setup()
