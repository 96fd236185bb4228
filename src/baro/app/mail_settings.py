"""The mail server as an authority names it: the table `[mail]` of `baro.toml`, checked key by key."""

from pathlib import Path
from typing import Any

from baro.app.identity_providers import Unfit
from baro.channels.mail.post import MailServer
from baro.rules.observed.mail_addresses import checked_address
from baro.rules.prescribed.refusals import Refused

_PORTS = {"tls": 465, "starttls": 587, "none": 25}
_TEXTS = ("host", "tls", "sender", "user", "password_file", "authorities_file")
_HERE = ("localhost", "127.0.0.1", "::1")


def mail_server_of(told: Any, keys: Path) -> MailServer | None:
    """Read the table; None where there is none. The password lies in a file of its own in the folder `keys`. Raises `Unfit`."""
    if told is None:
        return None
    for wrong in _faults(told):
        raise Unfit(f"[mail]: {wrong}")
    tls = told.get("tls", "starttls")
    return MailServer(
        host=told["host"], port=told.get("port", _PORTS[tls]), tls=tls, sender=told["sender"].strip(),
        user=told.get("user", ""), password=_password(told, keys),
        authorities=str(keys / told["authorities_file"]) if "authorities_file" in told else "",
    )  # fmt: skip


def _faults(told: Any) -> list[str]:
    if not isinstance(told, dict):
        return ["phải là một bảng"]
    if missing := [name for name in ("host", "sender") if name not in told]:
        return [f"thiếu {', '.join(missing)}"]
    if strange := sorted(set(told) - {*_TEXTS, "port"}):
        return [f"không hiểu {', '.join(strange)}; chỉ dùng {', '.join((*_TEXTS, 'port'))}"]
    if untold := [name for name in _TEXTS if name in told and (not isinstance(told[name], str) or not told[name])]:
        return [f"{untold[0]} phải là chữ, không để trống"]
    return list(_wrong(told))


def _wrong(told: dict[str, Any]) -> list[str]:
    found = []
    tls, port = told.get("tls", "starttls"), told.get("port", 1)
    if tls not in _PORTS:
        found.append(f"tls là một trong {', '.join(_PORTS)}")
    elif tls == "none" and told["host"] not in _HERE:
        found.append("tls chỉ được là none khi máy chủ thư là chính máy này")
    if not isinstance(port, int) or isinstance(port, bool) or not 0 < port < 65536:
        found.append("port là một số từ 1 đến 65535")
    if ("user" in told) != ("password_file" in told):
        found.append("user và password_file đi cùng nhau")
    if any("/" in told.get(name, "") or told.get(name, "").startswith(".") for name in _TEXTS[4:]):
        found.append("password_file, authorities_file chỉ là tên tệp trong thư mục keys/")
    try:
        checked_address(told["sender"])
    except Refused:
        found.append("sender phải là một địa chỉ thư")
    return found


def _password(told: dict[str, Any], keys: Path) -> str:
    if "password_file" not in told:
        return ""
    try:
        return (keys / told["password_file"]).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise Unfit(f"[mail]: không đọc được keys/{told['password_file']}") from None
