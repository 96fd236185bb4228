"""What an authority may set: `baro.toml` in its home. Without the file the server speaks to this machine alone."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from baro.rules.prescribed.refusals import Refused

FILE = "baro.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityProvider:
    """An OpenID Connect service; its `claim` names the account here."""

    id: str
    name: str
    client_id: str
    secret: str
    address: str
    claim: str = "preferred_username"

    @property
    def origin(self) -> str:
        """Give scheme, host and port, as browsers compare them."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    def as_allauth(self) -> dict[str, Any]:
        """Give the service in the shape that allauth's settings want."""
        settings = {"server_url": self.address, "claim": self.claim, "fetch_userinfo": True}
        known = {"provider_id": self.id, "name": self.name, "client_id": self.client_id, "secret": self.secret}
        return {**known, "settings": settings}


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
        providers = tuple(_provider(row, home) for row in said.get("oidc", ()))
        return HomeSettings(agency=said.get("agency", ""), origin=said.get("origin", ""), providers=providers)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, KeyError, OSError) as error:
        raise Refused("home.settings", file=str(place), reason=str(error)) from error


def _provider(row: dict[str, Any], home: Path) -> IdentityProvider:
    """The secret lies in a file of its own under keys/, so that `baro.toml` may be shown to anyone."""
    secret = (home / "keys" / row["secret_file"]).read_text("utf-8").strip()
    return IdentityProvider(**{name: value for name, value in row.items() if name != "secret_file"}, secret=secret)
