"""Comparing Vietnamese names as people read them: without case, marks and stray blanks."""

import re
import unicodedata

# d with stroke; eth is a frequent misprint of it
_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_BETWEEN_WORDS = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Fold a name for matching: "Hoà", "Hòa" and "HOA" are one; composed and decomposed forms are one.

    >>> fold("  Mã  hồ sơ ")
    'ma ho so'
    """
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in letters if not unicodedata.combining(c)).translate(_STROKE)
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
