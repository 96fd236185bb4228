"""What is written of differing values is read again as it was."""

from hypothesis import given
from hypothesis import strategies as st

from baro.rules.observed.told_values import FIELDS, read, said

texts = st.text(st.sampled_from('A;=" \\ịun"'), max_size=12)


@given(st.dictionaries(st.sampled_from(FIELDS), texts, min_size=1))
def test_what_was_written_is_what_is_read(values):
    assert read(said(values)) == values


def test_what_nobody_wrote_so_is_not_read():
    assert read("Phòng 1") == {}
