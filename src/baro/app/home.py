"""Where one authority's data live: `BARO_HOME`, a directory, so that several authorities can live on one machine."""

import os
from pathlib import Path

from baro.rules.prescribed.refusals import Refused

FOLDERS = ("store", "files", "keys", "log")


def home() -> Path:
    """Give the directory of this authority; it need not exist yet."""
    return Path(os.environ.get("BARO_HOME") or Path.home() / ".local" / "share" / "baro").absolute()


def furnished_home() -> Path:
    """Give the directory with its folders made. Keys are for this user alone. Raises `Refused("home.not_writable")`."""
    place = home()
    try:
        for folder in FOLDERS:
            (place / folder).mkdir(parents=True, exist_ok=True)
        (place / "keys").chmod(0o700)
    except OSError:
        raise Refused("home.not_writable", place=str(place)) from None
    return place
