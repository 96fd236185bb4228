"""Comparing Vietnamese names as people read them: without case, marks and stray blanks."""

import re
import unicodedata

# d with stroke; eth is a frequent misprint of it
_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})


class _Bare(dict[int, str]):
    """Each character without its marks, worked out when first met."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code))
        bare = self[code] = "".join(c for c in letters if not unicodedata.combining(c)).translate(_STROKE)
        return bare


_BARE = _Bare()
_BETWEEN_WORDS = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Fold a name for matching: "Hoà", "Hòa" and "HOA" are one; composed and decomposed forms are one.

    >>> fold("  Mã  hồ sơ ")
    'ma ho so'
    """
    if not text.isascii():
        text = text.translate(_BARE)
    return " ".join(text.casefold().split())


def fold_words(text: str) -> str:
    """Fold a label so that its punctuation does not matter either: only its words, one space apart.

    >>> fold_words("case:concept:name")
    'case concept name'
    """
    return _BETWEEN_WORDS.sub(" ", fold(text)).strip()


def tidy(text: str) -> str:
    """Give the form in which a text is kept: NFC, without space around it."""
    return unicodedata.normalize("NFC", text).strip()
