"""Names and labels compared as people read them."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from baro.rules.prescribed.folding import fold, fold_words, tidy


def test_tone_placement_case_and_d_with_stroke_do_not_matter() -> None:
    assert fold("Hoà") == fold("Hòa") == fold("HOA") == "hoa"
    assert fold("Đống  Đa ") == fold("ðống đa") == "dong da"


def test_a_name_keeps_its_punctuation_and_a_label_does_not() -> None:
    assert fold("Chuyên viên/Phó phòng") == "chuyen vien/pho phong"
    assert fold_words("Tiếp nhận, hẹn trả kết quả") == fold_words("tiếp nhận – hẹn trả   kết quả")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_and_forms_are_one(text: str) -> None:
    for folded in (fold, fold_words):
        assert folded(folded(text)) == folded(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert tidy(tidy(text)) == tidy(text)


def _marks_dropped_from_the_whole_text(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    for stroke, letter in (("đ", "d"), ("Đ", "D"), ("ð", "d"), ("Ð", "D")):
        bare = bare.replace(stroke, letter)
    return " ".join(bare.casefold().split())


@given(st.text())
def test_folding_letter_by_letter_equals_folding_the_whole(words: str) -> None:
    assert fold(words) == _marks_dropped_from_the_whole_text(words)
