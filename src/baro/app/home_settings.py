"""What an authority may set: `baro.toml` in its home. Without the file the server speaks to this machine alone."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from baro.app.identity_providers import IdentityProvider, Unfit, providers_of
from baro.rules.prescribed.refusals import Refused

FILE = "baro.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSettings:
    """`origin` is the address people type, "" for this machine alone; `agency` is told at the top of each page."""

    agency: str = ""
    origin: str = ""
    providers: tuple[IdentityProvider, ...] = ()


def read_home_settings(home: Path) -> HomeSettings:
    """Read `baro.toml`. Raises `Refused("home.settings")` with what is wrong in it."""
    place = home / FILE
    if not place.exists():
        return HomeSettings()
    try:
        said = tomllib.loads(place.read_text("utf-8"))
        providers = providers_of(said.get("oidc", []), home / "keys")
        return HomeSettings(agency=said.get("agency", ""), origin=said.get("origin", ""), providers=providers)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, Unfit) as error:
        raise Refused("home.settings", file=str(place), reason=str(error)) from error
