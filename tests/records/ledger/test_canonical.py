"""An entry's bytes are those of RFC 8785, whatever form its Vietnamese text came in."""

import unicodedata

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from baro.records.ledger.canonical import LARGEST, canonical, plain
from baro.rules.prescribed.refusals import Refused

KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
PLAIN = st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXT
VALUES = st.recursive(PLAIN, lambda v: st.lists(v, max_size=4) | st.dictionaries(KEYS, v, max_size=4), max_leaves=12)


@given(VALUES)
def test_the_bytes_are_those_of_the_standard(value):
    assert canonical(value) == rfc8785.dumps(plain(value))


def test_composed_and_decomposed_text_have_the_same_bytes():
    name = "Thạch Hoà"
    assert canonical({"name": unicodedata.normalize("NFD", name)}) == canonical({"name": name})


@pytest.mark.parametrize("value", [0.5, 2**53, {"tên": 1}, {1: 1}, b"bytes", {1, 2}, "\ud800"])
def test_what_another_reader_could_read_otherwise_is_refused(value):
    with pytest.raises(Refused, match="ledger.not_canonical"):
        canonical({"value": value})
