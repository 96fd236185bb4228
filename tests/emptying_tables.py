"""A test that commits must empty its tables afterwards; evidence cannot be deleted. So the triggers go, and come back."""

from collections.abc import Callable

from django.db import connection
from django.test import TransactionTestCase

from baro.records.evidence import protect, unprotect

_teardown: Callable[[TransactionTestCase], None] = TransactionTestCase._fixture_teardown


def _emptied(self: TransactionTestCase) -> None:
    unprotect(connection)
    _teardown(self)
    protect(connection)


TransactionTestCase._fixture_teardown = _emptied
