"""Sessions of accounts that are signed in: kept by the web's own tables, ended here when an act of the authority asks."""

from allauth.usersessions.models import UserSession


def end_sessions(account_id: str, *, but: str = "") -> int:
    """End an account's sessions, at once and for good, except the one with the key `but`; give how many were ended."""
    ended = list(UserSession.objects.filter(user_id=account_id).exclude(session_key=but))
    for session in ended:
        session.end()
    return len(ended)
