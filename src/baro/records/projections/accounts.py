"""Rows of accounts, from the acts of opening and closing them. The password is kept beside the act, so a row that is
already there keeps its own."""

from baro.records.models.account import Account
from baro.records.projections.registry import projects, without_rows
from baro.rules.observed.entries import Entry

without_rows("account.unlocked", "account.factors_removed")
_OWN_PASSWORD = "password"


@projects("account.opened")
def opened(entry: Entry) -> None:
    """An account exists in a name; erased, the name becomes the account's id."""
    id_ = entry.data["account"]
    told = {"username": entry.personal.get("name") or id_, "person": entry.data["person"], "is_active": True}
    Account.objects.update_or_create(pk=id_, defaults=told, create_defaults={**told, "password": "!"})


@projects("account.closed")
def closed(entry: Entry) -> None:
    """Nobody signs in to it any more."""
    Account.objects.filter(pk=entry.data["account"]).update(is_active=False)


@projects("account.password_given")
def password_given(entry: Entry) -> None:
    """Somebody else set the password, and knows it."""
    Account.objects.filter(pk=entry.data["account"]).update(is_password_temporary=True)


@projects("account.sign_in_changed")
def sign_in_changed(entry: Entry) -> None:
    """Of what people change about how they sign in, only a password of their own makes a row differ."""
    if entry.data["change"] == _OWN_PASSWORD:
        Account.objects.filter(pk=entry.data["account"]).update(is_password_temporary=False)


@projects("account.reopened")
def reopened(entry: Entry) -> None:
    """It may be signed in to again."""
    Account.objects.filter(pk=entry.data["account"]).update(is_active=True)


@projects("account.address_told", "account.address_given")
def address_told(entry: Entry) -> None:
    """Notices are mailed there from now on; erased, nowhere."""
    address = entry.personal.get("address") or ""
    Account.objects.filter(pk=entry.data["account"]).update(email=address)


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """The account's name was erased: it goes by its id. Its address was erased: nothing is mailed."""
    kind, _, account = str(entry.data["stream"]).partition("/")
    fields = entry.data["fields"]
    if kind != "account":
        return
    if fields is None or "name" in fields:
        Account.objects.filter(pk=account).update(username=account)
    if fields is None or "address" in fields:
        Account.objects.filter(pk=account).update(email="")
