"""What follows a change of how one signs in: it is recorded, other sessions end, a code that was used is used up."""

from datetime import UTC, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from baro.desk import permission
from baro.desk.accounts import Change, note_own_change
from baro.records.open_sessions import end_sessions

_ADDED = {Authenticator.Type.TOTP: Change.APP_ADDED, Authenticator.Type.WEBAUTHN: Change.PASSKEY_ADDED}
_REMOVED = {Authenticator.Type.TOTP: Change.APP_REMOVED, Authenticator.Type.WEBAUTHN: Change.PASSKEY_REMOVED}


def factor_added(request: HttpRequest, user: Any, authenticator: Authenticator, **more: Any) -> None:
    """A second factor was set up. Sessions that were opened without it end."""
    if authenticator.type == Authenticator.Type.TOTP:
        authenticator.wrap().validate_code(request.POST.get("code", ""))  # so that it cannot be used once more
    _changed(request, user, _ADDED.get(authenticator.type, Change.CODES_MADE))


def factor_removed(request: HttpRequest, user: Any, authenticator: Authenticator, **more: Any) -> None:
    """A second factor was taken away."""
    if authenticator.type in _REMOVED:
        _changed(request, user, _REMOVED[authenticator.type])


def codes_made(request: HttpRequest, user: Any, **more: Any) -> None:
    """New recovery codes were made."""
    _changed(request, user, Change.CODES_MADE)


def password_changed(request: HttpRequest, user: Any, **more: Any) -> None:
    """A password was changed or set by its holder."""
    _changed(request, user, Change.PASSWORD)


def identity_tied(request: HttpRequest, sociallogin: Any, **more: Any) -> None:
    """An identity of a service was tied to the account."""
    _record(sociallogin.user, Change.IDENTITY_TIED)


def identity_untied(request: HttpRequest, socialaccount: Any, **more: Any) -> None:
    """An identity of a service was taken off the account."""
    _changed(request, socialaccount.user, Change.IDENTITY_UNTIED)


def _changed(request: HttpRequest, user: Any, change: Change) -> None:
    _record(user, change)
    end_sessions(user.pk, but=request.session.session_key or "")


def _record(user: Any, change: Change) -> None:
    at = datetime.now(UTC)  # noqa: TID251 a channel reads the clock
    note_own_change(user.pk, change, permission.asker(user, at=at), at)
