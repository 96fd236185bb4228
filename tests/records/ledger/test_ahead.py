"""Values made ahead in a thread: all of them, in their order; what goes wrong there is told here; who stops listening ends it."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.records.ledger.ahead import ahead


def threads() -> int:
    return sum(thread.name == "baro-ahead" for thread in threading.enumerate())


@given(st.lists(st.integers()))
def test_all_values_come_in_their_order(values):
    assert list(ahead(lambda: iter(values))) == values
    assert threads() == 0


def test_they_are_made_in_another_thread():
    assert list(ahead(lambda: iter([threading.get_ident()]))) != [threading.get_ident()]


@pytest.mark.parametrize("before", [0, 1, 5])
def test_what_is_raised_there_is_raised_here_behind_the_values_before_it(before):
    def broken():
        yield from range(before)
        raise LookupError("gone")

    found = []
    with pytest.raises(LookupError, match="gone"):
        for value in ahead(broken):
            found.append(value)
    assert found == list(range(before))
    assert threads() == 0


def test_who_stops_listening_ends_it_and_lets_it_tidy_up():
    tidied = threading.Event()

    def endless():
        try:
            while True:
                yield 1
        finally:
            tidied.set()

    values = ahead(endless)
    assert next(values) == 1
    values.close()
    assert tidied.wait(5)
    assert threads() == 0
