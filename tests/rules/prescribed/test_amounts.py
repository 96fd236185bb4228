"""Amounts as officials write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.prescribed.amounts import amount_told, of_plain, plain, read_amount

_AMOUNTS = st.decimals(min_value=-(10**11), max_value=10**11, places=4)


@pytest.mark.parametrize(
    ("written", "amount"),
    [("1.234,5", "1234.5"), ("95", "95"), ("0,05", "0.05"), ("-3", "-3"), ("150.000", "150000"), (" 12 ", "12"), ("1234", "1234")],
)  # fmt: skip
def test_an_amount_is_read_as_it_is_written(written, amount):
    assert read_amount(written) == Decimal(amount)


@pytest.mark.parametrize(
    "written", ["", "1.5", "1,234.5", "12.34", "mười", "1e3", "NaN", "1,", ",5", "1.0000", "9" * 13, "１２"]
)
def test_what_is_none_or_may_mean_two_is_not_read(written):
    assert read_amount(written) is None


@given(_AMOUNTS)
def test_an_amount_comes_back_as_it_was(amount):
    assert read_amount(amount_told(amount)) == amount
    assert of_plain(plain(amount)) == amount


@pytest.mark.parametrize("written", ["1e5", "", "1.", "NaN", "--1"])
def test_records_keep_nothing_else(written):
    with pytest.raises(ValueError, match=written or "^$"):
        of_plain(written)
