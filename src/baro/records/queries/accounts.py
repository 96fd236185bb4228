"""Accounts, as signing in needs them."""

from collections.abc import Iterable

from baro.records.models.account import Account


def account_named(username: str) -> Account | None:
    """Give the account that is open under this name."""
    return Account.objects.filter(username=username, is_active=True).first() if username else None


def names_of_accounts(ids: Iterable[str]) -> dict[str, str]:
    """Give the names of accounts by their ids."""
    return dict(Account.objects.filter(pk__in=sorted(ids)).values_list("pk", "username"))


def account_id_of(username: str) -> str:
    """Give the id of the account of this name, open or closed; "" if there is none."""
    return Account.objects.filter(username=username).values_list("pk", flat=True).first() or ""
