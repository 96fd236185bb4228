"""What the house decides where allauth asks: no signing up, no mail, and whom an identity service lets in."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from baro.records.ledger.key_files import key_file, keys_folder
from baro.records.queries.accounts import account_named


class Accounts(DefaultAccountAdapter):
    """Accounts are opened by the authority."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: an account is opened by an act, with its person."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to one's own account."""
        return reverse("own_account")

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: changes are told on the page of one's own account, not by mail."""


class SecondFactors(DefaultMFAAdapter):
    """Names what an authenticator app or a passkey dialog shows, and seals what is kept of a factor."""

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        """Say whether a second factor is set up; recovery codes alone are none."""
        return super().is_mfa_enabled(user, types or [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])

    def encrypt(self, text: str) -> str:
        """Seal a secret: who sees the database alone can make no code of it."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        return _seal().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name the house, so that the device asks about "Ba Rõ" and not about a bare address."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Ba Rõ"}

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing, as above."""


class IdentityServices(DefaultSocialAccountAdapter):
    """An identity service vouches for people whose account here exists; it opens none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Say no, as for passwords."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Tie an identity, the first time it comes, to the account whose name the service tells."""
        if sociallogin.is_existing:
            return
        account = account_named(told_name(sociallogin))
        if account is None:
            raise ImmediateHttpResponse(render(request, "account/unknown_identity.html", status=403))
        sociallogin.connect(request, account)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing, as above."""


def told_name(sociallogin: SocialLogin) -> str:
    """Give the account's name as the service tells it: the claim named in `baro.toml`."""
    claim = sociallogin.provider.app.settings["claim"]
    told = sociallogin.account.extra_data
    name = (told.get("userinfo") or {}).get(claim) or (told.get("id_token") or {}).get(claim)
    return str(name or "").strip().casefold()


def _seal() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(key_file(keys_folder() / "second-factors.key")))
