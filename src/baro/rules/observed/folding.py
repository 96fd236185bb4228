"""Fold a label so that spellings which differ only in case, spacing, accents or punctuation compare equal."""

import re
import unicodedata

_BETWEEN_WORDS = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Give the folded form: lower case, no diacritics (đ as d), words separated by one space.

    >>> fold("  Mã  hồ sơ ")
    'ma ho so'
    >>> fold("case:concept:name")
    'case concept name'
    """
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return _BETWEEN_WORDS.sub(" ", bare).strip()


def tidy(text: str) -> str:
    """Give the form in which a text is kept: NFC, without space around it."""
    return unicodedata.normalize("NFC", text).strip()
