"""The order of Vietnamese names, as a key that any database sorts rightly: a, ă, â, b, c, d, đ, e, ê …; level, huyền, hỏi,
ngã, sắc, nặng; syllable by syllable.

The key is made of two hexadecimal digits a letter. Digits stand before the letters a–f in every collation, so the order
does not depend on how the database was set up.
"""

import unicodedata
from functools import lru_cache

_LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = {letter: f"{place:02x}" for place, letter in enumerate(_LETTERS, start=0x10)}
_END_OF_WORD = "01"
_UNKNOWN = "ff"
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPES = "\u0306\u0302\u031b"  # breve, circumflex, horn: they make other letters, not tones


@lru_cache(maxsize=1 << 14)
def sort_key(name: str) -> str:
    """Give the key by which a name stands in a list; "Hoà" and "Hòa" stand together, in that order of writing no matter.

    >>> sorted(["Đại Đồng", "Dị Nậu", "Âu", "Ánh", "An"], key=sort_key)
    ['An', 'Ánh', 'Âu', 'Dị Nậu', 'Đại Đồng']
    """
    return "".join(_syllable(word) for word in name.casefold().split())


def person_sort_key(name: str) -> str:
    """Give the key of a person's name: the given name, which is written last, then family and middle name.

    >>> sorted(["Trần Văn Bình", "Nguyễn Thị An", "Lê An"], key=person_sort_key)
    ['Lê An', 'Nguyễn Thị An', 'Trần Văn Bình']
    """
    words = name.split()
    return sort_key(" ".join([*words[-1:], *words[:-1]]))


def _syllable(word: str) -> str:
    """The letters first, then the tone: a tone only tells apart what is otherwise the same."""
    letters, tone = "", "0"
    for sign in unicodedata.normalize("NFD", word):
        if sign in _TONES:
            tone = _TONES[sign]
        elif sign in _SHAPES and letters:
            letters = letters[:-1] + unicodedata.normalize("NFC", letters[-1] + sign)
        elif not unicodedata.combining(sign):
            letters += sign
    return "".join(_PLACE.get(letter, _UNKNOWN) for letter in letters) + _END_OF_WORD + f"0{tone}"
