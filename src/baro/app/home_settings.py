"""What an authority may set: `baro.toml` in its home. Without the file the server speaks to this machine alone."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from baro.app.clarity_settings import criteria_of
from baro.app.identity_providers import IdentityProvider, Unfit, providers_of
from baro.app.mail_settings import mail_server_of
from baro.channels.mail.post import MailServer
from baro.rules.prescribed.clarity import CriteriaSet
from baro.rules.prescribed.refusals import Refused

FILE = "baro.toml"
_MOST_DAYS = 365
_MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSettings:
    """`origin` is the address people type, "" for this machine alone; `agency` is told at the top of each page; a proposal
    for two persons holds for `proposal_days` (None: as `rules/prescribed/policy/proposals.py` says); an own slip
    is taken back alone for `slip_minutes` (None: as `rules/observed/taking_back.py` says); digests go by `mail`;
    `clarity`: slogans of its own;
    `webhook_http`: programs of this machine and of private networks may be told of events without TLS."""

    agency: str = ""
    origin: str = ""
    providers: tuple[IdentityProvider, ...] = ()
    proposal_days: int | None = None
    slip_minutes: int | None = None
    mail: MailServer | None = None
    clarity: tuple[CriteriaSet, ...] = ()
    webhook_http: bool = False


def read_home_settings(home: Path) -> HomeSettings:
    """Read `baro.toml`. Raises `Refused("home.settings")` with what is wrong in it."""
    place = home / FILE
    if not place.exists():
        return HomeSettings()
    try:
        said = tomllib.loads(place.read_text("utf-8"))
        providers = providers_of(said.get("oidc", []), home / "keys")
        agency, origin, days = said.get("agency", ""), said.get("origin", ""), _days(said.get("proposal_days"))
        slip = _minutes(said.get("slip_minutes"))
        mail, plain = mail_server_of(said.get("mail"), home / "keys"), _is_true(said.get("webhook_http", False))
        return HomeSettings(
            agency=agency, origin=origin, providers=providers, proposal_days=days, slip_minutes=slip, mail=mail,
            webhook_http=plain, clarity=criteria_of(said.get("clarity", [])),
        )  # fmt: skip
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, Unfit) as error:
        raise Refused("home.settings", file=str(place), reason=str(error)) from error


def _days(told: object) -> int | None:
    if told is not None and (not isinstance(told, int) or isinstance(told, bool) or not 1 <= told <= _MOST_DAYS):
        raise Unfit(f"proposal_days là số ngày, từ 1 đến {_MOST_DAYS}")
    return told


def _minutes(told: object) -> int | None:
    if told is not None and (not isinstance(told, int) or isinstance(told, bool) or not 0 <= told <= _MOST_MINUTES):
        raise Unfit(f"slip_minutes là số phút, từ 0 đến {_MOST_MINUTES}")
    return told


def _is_true(told: object) -> bool:
    if not isinstance(told, bool):
        raise Unfit("webhook_http là true hoặc false")
    return told
