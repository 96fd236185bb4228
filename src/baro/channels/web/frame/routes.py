"""Which pages open without signing in, and which are about nothing but one's own account."""

from django.urls import ResolverMatch

# The doors themselves: the only pages that open to someone who has not yet said who they are.
OPEN = frozenset(
    {
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reset_password",
        "account_signup",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "openid_connect_login",
        "openid_connect_callback",
        "socialaccount_login_cancelled",
        "socialaccount_login_error",
        "socialaccount_signup",
        "health",
    }
)
_OWN = ("account_", "mfa_", "socialaccount_", "usersessions_")
OWN = frozenset({"own_account", "end_session", "second_factor_first"})


def is_open(match: ResolverMatch) -> bool:
    """Say whether a page opens to everybody. The API asks for its own keys."""
    return match.view_name in OPEN or any(name.startswith("api") for name in match.namespaces)


def is_own(match: ResolverMatch) -> bool:
    """Say whether a page is about one's own account: it must open before the second factor is set up."""
    return match.view_name in OWN or match.view_name.startswith(_OWN)


def reads_records(match: ResolverMatch) -> bool:
    """Say whether a page may read records: all but the doors, and the answer to a watchman, who asks of no database."""
    return match.view_name not in OPEN
