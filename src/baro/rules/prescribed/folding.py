"""Comparing Vietnamese names as people read them: without case, marks and stray blanks."""

import unicodedata

_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})  # d with stroke; eth is a frequent misprint of it


def fold(text: str) -> str:
    """Fold a name for matching: "Hoà", "Hòa" and "HOA" are one; composed and decomposed forms are one."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(bare.translate(_STROKE).casefold().split())
