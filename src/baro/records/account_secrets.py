"""Passwords and second factors of accounts: kept beside the rows, never in the ledger, so that no replay knows them.
Passwords are kept as Argon2id hashes."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from baro.records.models.account import Account


def weaknesses(account_id: str, password: str) -> list[str]:
    """Say what makes a password too weak, a sentence each; nothing if it will do."""
    try:
        validate_password(password, Account.objects.get(pk=account_id))
    except ValidationError as weak:
        return list(weak.messages)
    return []


@contextmanager
def with_new_password(account_id: str, password: str) -> Iterator[None]:
    """Set a password together with what is recorded meanwhile: both, or neither. Its holder's sessions end."""
    with transaction.atomic():
        yield
        account = Account.objects.select_for_update().get(pk=account_id)
        account.set_password(password)
        account.save(update_fields=["password"])


def is_password_of(account_id: str, password: str) -> bool:
    """Say whether a password opens an account."""
    account = Account.objects.filter(pk=account_id).first()
    return account is not None and account.check_password(password)


@contextmanager
def without_factors(account_id: str) -> Iterator[None]:
    """Take away all second factors together with what is recorded meanwhile: both, or neither."""
    with transaction.atomic():
        yield
        Authenticator.objects.filter(user_id=account_id).delete()
