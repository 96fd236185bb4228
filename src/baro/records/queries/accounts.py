"""Accounts, as signing in needs them."""

from baro.records.models.account import Account


def account_named(username: str) -> Account | None:
    """Give the account that is open under this name."""
    return Account.objects.filter(username=username, is_active=True).first() if username else None


def account_id_of(username: str) -> str:
    """Give the id of the account of this name, open or closed; "" if there is none."""
    return Account.objects.filter(username=username).values_list("pk", flat=True).first() or ""
