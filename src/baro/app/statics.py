"""Gather styles, scripts and fonts into the home, once for each set of sources: cut fonts, Bootstrap, names by content."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import bootstrap_wrapper

from baro.app.alone import alone
from baro.channels.exports.html.fonts import font_files

WEB = Path(__file__).resolve().parents[1] / "channels" / "web"
_PACKAGES = ("django", "django-allauth", "django-htmx", "django-ninja", "bootstrap-wrapper", "fontpkg-be-vietnam-pro")


def gather_statics(home: Path) -> None:
    """Make `home/web/static` hold what the pages ask for; costs nothing where it already does. Call before Django starts.

    Of several processes that start at once one gathers and the others wait.
    """
    with alone(home / "web" / "gathering.lock"):
        _gather(home / "web")


def _gather(place: Path) -> None:
    stamp, wanted = place / "static.stamp", _sources_stamp()
    if stamp.exists() and stamp.read_text("ascii") == wanted:
        return
    stamp.unlink(missing_ok=True)
    shutil.rmtree(place / "static", ignore_errors=True)
    make_assets(place / "made")
    _collect(place / "static")
    stamp.write_text(wanted, "ascii")


def make_assets(made: Path) -> None:
    """Cut the fonts and copy Bootstrap's style, without its map: browsers would ask for one that is not served."""
    (made / "fonts").mkdir(parents=True, exist_ok=True)
    (made / "vendor").mkdir(exist_ok=True)
    for name, woff2 in font_files().items():
        (made / "fonts" / name).write_bytes(woff2)
    style = (_bootstrap() / "css" / "bootstrap.min.css").read_text("utf-8")
    (made / "vendor" / "bootstrap.min.css").write_text(re.sub(r"/\*# sourceMappingURL=.*?\*/", "", style), "utf-8")


def _bootstrap() -> Path:
    return Path(bootstrap_wrapper.__file__).parent.parent / "bootstrap"


def _collect(target: Path) -> None:
    """Let Django gather in a process of its own: in this one the settings are not yet to be read. The pages that ninja
    brings along to try an API are not served, and are the greatest part by far."""
    words = ("-m", "django", "collectstatic", "--noinput", "--verbosity", "0", "--skip-checks", "--ignore", "ninja")
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "baro.app.settings", "BARO_GATHERING": "1"}
    subprocess.run([sys.executable, *words], env=env, check=True)
    if not (target / "staticfiles.json").exists():
        raise FileNotFoundError(target)


def _sources_stamp() -> str:
    """Name the sources by their content, so that an upgrade of any of them gathers anew."""
    digest = hashlib.sha256("".join(f"{name}={version(name)} " for name in _PACKAGES).encode())
    for file in _own_files():
        digest.update(str(file.relative_to(WEB)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _own_files() -> Iterator[Path]:
    return (file for file in sorted(WEB.glob("*/static/**/*")) if file.is_file())
