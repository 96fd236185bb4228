"""Whether the way somebody signed in is good enough for what they may do here."""

from dataclasses import dataclass
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import get_adapter as second_factors
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest

from baro.desk import permission
from baro.desk.permission import Asker

_TOLD = "told_by_identity_service"
_OWN_PASSWORD = "Mật khẩu này do người quản lý tài khoản đặt. Hãy đặt mật khẩu của riêng bạn, rồi tiếp tục."


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """What an identity service told of how somebody signed in there (OpenID Connect Core 1.0, 2): a level, the means."""

    service: str
    level: str
    means: tuple[str, ...]

    def meets(self, levels: frozenset[str], means: frozenset[str]) -> bool:
        """Say whether it is one of the levels and uses one of the means, where any are demanded."""
        return (not levels or self.level in levels) and (not means or bool(means & set(self.means)))


def first_of_all(request: HttpRequest, asker: Asker) -> str:
    """Give the page that somebody must visit before all others; "" if they may go on."""
    if _has_temporary_password(request):
        messages.info(request, _OWN_PASSWORD)
        return "account_change_password"
    if not permission.must_use_second_factor(asker):
        return ""
    if not _is_strong_enough(request):
        return "stronger_sign_in_first"
    return "" if second_factors().is_mfa_enabled(request.user) else "second_factor_first"


def remember_strength(request: HttpRequest, sociallogin: Any = None, **more: Any) -> None:
    """Keep with the session what an identity service told of a sign-in; forget it at any other."""
    if sociallogin is None:
        request.session.pop(_TOLD, None)
        return
    signed = sociallogin.account.extra_data.get("id_token") or {}
    means = signed.get("amr")
    request.session[_TOLD] = {
        "service": sociallogin.account.provider,
        "level": str(signed.get("acr") or ""),
        "means": [str(one) for one in means] if isinstance(means, list) else [],
    }


def _is_strong_enough(request: HttpRequest) -> bool:
    told = request.session.get(_TOLD)
    if told is None:
        return True
    strength = Strength(service=told["service"], level=told["level"], means=tuple(told["means"]))
    demands = [p for p in settings.HOME_SETTINGS.providers if p.id == strength.service]
    return all(strength.meets(p.levels, p.means) for p in demands)


def _has_temporary_password(request: HttpRequest) -> bool:
    """Say whether somebody came in by a password that another person set. A demo's visitors share theirs."""
    if not request.user.is_password_temporary or permission.is_demo_home():  # type: ignore[union-attr]
        return False
    return any(told["method"] == "password" for told in get_authentication_records(request, request.user))
