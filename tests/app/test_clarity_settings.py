"""Slogans of an authority's own, as its settings tell them."""

import pytest

from baro.app.home_settings import read_home_settings
from baro.rules.prescribed.clarity import SETS, Need, set_called, sets_with
from baro.rules.prescribed.refusals import Refused

GOOD = """
[[clarity]]
key = "4-ro"
name = "4 rõ"
source = "Kế hoạch mẫu"

[[clarity.criteria]]
key = "nguoi"
name = "Rõ người"
needs = ["performer", "post"]
"""


def read(tmp_path, text: str):
    (tmp_path / "baro.toml").write_text(text, "utf-8")
    return read_home_settings(tmp_path).clarity


def test_a_slogan_of_its_own_stands_after_the_shipped_ones_or_in_the_place_of_one(tmp_path):
    (own,) = read(tmp_path, GOOD)
    assert (own.name, own.verified, own.criteria[0].needs) == ("4 rõ", False, (Need.PERFORMER, Need.POST))
    assert [one.key for one in sets_with([own])] == [*(one.key for one in SETS), "4-ro"]
    (same,) = read(tmp_path, GOOD.replace("4-ro", SETS[1].key))
    assert set_called(SETS[1].key, sets_with([same])) is same
    assert len(sets_with([same])) == len(SETS)
    assert set_called("khong-co", sets_with([own])) is SETS[0]


def test_without_any_the_shipped_ones_stand(tmp_path):
    assert read(tmp_path, "") == ()
    assert sets_with(()) == SETS


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('key = "4-ro"', 'key = "4 rõ"', "key là chữ thường không dấu"),
        ('name = "4 rõ"', 'name = " "', "thiếu name"),
        ('source = "Kế hoạch mẫu"', "", "thiếu source"),
        ('source = "Kế hoạch mẫu"', 'source = "x"\nverified = 1', "verified là true hoặc false"),
        ('needs = ["performer", "post"]', 'needs = ["nguoi"]', "needs là danh sách trong"),
        ('needs = ["performer", "post"]', "needs = []", "needs là danh sách trong"),
        ("[[clarity.criteria]]", "[clarity.criteria]", "criteria là các bảng"),
        ("[[clarity]]", "[clarity]", "clarity là các bảng"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, good, bad, said):
    text = GOOD.replace(good, bad) if good != "[[clarity]]" else 'clarity = "3 rõ"\n'
    with pytest.raises(Refused) as refused:
        read(tmp_path, text)
    assert said in str(refused.value.facts["reason"])


def test_a_key_stands_once(tmp_path):
    with pytest.raises(Refused) as refused:
        read(tmp_path, GOOD + GOOD)
    assert "mỗi key chỉ một lần" in str(refused.value.facts["reason"])
