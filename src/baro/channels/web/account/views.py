"""One's own account: what one signs in with, and what else there is to do about it."""

from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter as second_factors
from allauth.mfa.models import Authenticator
from allauth.usersessions import views as sessions
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe


@require_safe
def own_account(request: HttpRequest) -> HttpResponse:
    """Show one's own account."""
    kinds = [row.type for row in Authenticator.objects.filter(user=request.user)]
    shown = {
        "protected": second_factors().is_mfa_enabled(request.user),
        "app_active": Authenticator.Type.TOTP in kinds,
        "passkey_count": kinds.count(Authenticator.Type.WEBAUTHN),
        "session_count": len(UserSession.objects.purge_and_list(request.user)),
        "has_password": request.user.has_usable_password(),
        "providers": settings.HOME_SETTINGS.providers,
    }
    return render(request, "account/own.html", shown)


@reauthentication_required(app="allauth.mfa", allow_get=True)
def list_sessions(request: HttpRequest) -> HttpResponse:
    """Show one's own sessions; end all others once one has shown again who one is."""
    return sessions.list_usersessions(request)


@require_POST
@reauthentication_required(app="allauth.mfa")
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of one's own sessions, at once: its next request finds nobody signed in."""
    get_object_or_404(UserSession, pk=pk, user=request.user).end()
    messages.success(request, "Đã đăng xuất phiên đó.")
    return redirect("usersessions_list")


@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """Tell whom to ask: a password is set anew by the authority, face to face, never by mail."""
    return render(request, "account/forgotten.html")


@require_safe
def to_own_account(request: HttpRequest) -> HttpResponse:
    """Lead to one's own account; allauth calls this place by another name."""
    return redirect("own_account")


@require_safe
def second_factor_first(request: HttpRequest) -> HttpResponse:
    """Tell why a role that approves needs a second factor, and offer the two kinds."""
    return render(request, "account/second_factor_first.html")


@require_safe
def stronger_sign_in_first(request: HttpRequest) -> HttpResponse:
    """Tell why a role that approves needs a stronger sign-in at the identity service, and how to get it."""
    return render(request, "account/stronger_sign_in_first.html")
