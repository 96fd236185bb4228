"""An identity service as an authority names it: a table `[[oidc]]` of `baro.toml`, checked key by key."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_HERE = ("localhost", "127.0.0.1", "::1")


class Unfit(Exception):
    """What is wrong in a table, as a sentence that begins with its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityProvider:
    """An OpenID Connect service; its `claim` names the account here. Of people whose role approves a sign-in is demanded
    of one of the levels `acr` and by one of the means `amr` (words parted by blanks; "" demands nothing)."""

    id: str
    name: str
    client_id: str
    secret: str
    address: str
    claim: str = "preferred_username"
    acr: str = ""
    amr: str = ""

    @property
    def origin(self) -> str:
        """Give scheme, host and port, as browsers compare them."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def levels(self) -> frozenset[str]:
        """Give the levels of which one is demanded."""
        return frozenset(self.acr.split())

    @property
    def means(self) -> frozenset[str]:
        """Give the means of which one is demanded."""
        return frozenset(self.amr.split())

    def as_allauth(self) -> dict[str, Any]:
        """Give the service in the shape that allauth's settings want."""
        asked = {"acr_values": self.acr} if self.acr else {}
        settings = {"server_url": self.address, "claim": self.claim, "fetch_userinfo": True, "auth_params": asked}
        known = {"provider_id": self.id, "name": self.name, "client_id": self.client_id, "secret": self.secret}
        return {**known, "settings": settings}


_SAID = tuple("secret_file" if field.name == "secret" else field.name for field in fields(IdentityProvider))
_NEEDED = ("id", "name", "client_id", "address", "secret_file")


def providers_of(rows: Any, keys: Path) -> tuple[IdentityProvider, ...]:
    """Read the tables; secrets lie in files of their own in the folder `keys`. Raises `Unfit`."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unfit("oidc phải là các bảng [[oidc]]")
    return tuple(_provider(row, rows[:place], f"[[oidc]] thứ {place + 1}: ", keys) for place, row in enumerate(rows))


def _provider(row: dict[str, Any], above: Sequence[dict[str, Any]], place: str, keys: Path) -> IdentityProvider:
    for wrong in _faults(row, above):
        raise Unfit(place + wrong)
    try:
        secret = (keys / row["secret_file"]).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise Unfit(f"{place}không đọc được keys/{row['secret_file']}") from None
    return IdentityProvider(**{name: value for name, value in row.items() if name != "secret_file"}, secret=secret)


def _faults(row: dict[str, Any], above: Sequence[dict[str, Any]]) -> list[str]:
    if missing := [name for name in _NEEDED if name not in row]:
        return [f"thiếu {', '.join(missing)}"]
    if strange := sorted(set(row) - set(_SAID)):
        return [f"không hiểu {', '.join(strange)}; chỉ dùng {', '.join(_SAID)}"]
    if untold := [name for name, value in row.items() if not isinstance(value, str) or not value]:
        return [f"{untold[0]} phải là chữ, không để trống"]
    found = []
    if not re.fullmatch(r"[a-z0-9-]+", row["id"]):
        found.append("id chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối")
    if row["id"] in [other.get("id") for other in above]:
        found.append(f"id {row['id']} đã có ở trên")
    if "/" in row["secret_file"] or row["secret_file"].startswith("."):
        found.append("secret_file chỉ là tên tệp trong thư mục keys/")
    if not _is_safe(row["address"]):
        found.append("address phải bắt đầu bằng https:// (http:// chỉ dùng cho chính máy này)")
    return found


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE))
