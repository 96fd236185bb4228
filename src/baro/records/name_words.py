"""Search in Vietnamese names without marks, case or tone placement, by the beginnings of words, with an index."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from baro.records.models.organisation import NameWord
from baro.rules.prescribed.folding import fold_words

_MOST_WORDS, _LONGEST = 8, 60
_AFTER_HEX = "g"


def put_words(kind: str, owner: str, names: Iterable[str]) -> None:
    """Keep the words under which an owner is found: those of all its names, and no others."""
    words = {_hex(word) for name in names for word in fold_words(name).split()}
    NameWord.objects.filter(kind=kind, owner=owner).delete()
    NameWord.objects.bulk_create(
        NameWord(id=f"{kind}:{owner}:{word}", kind=kind, owner=owner, word=word) for word in sorted(words)
    )


def found_by(rows: QuerySet[Any], kind: str, text: str, owner: str = "pk") -> QuerySet[Any]:
    """Narrow rows to those whose names have, for each word of the text, a word that begins with it."""
    for word in fold_words(text).split()[:_MOST_WORDS]:
        start = _hex(word)
        mine = NameWord.objects.filter(kind=kind, owner=OuterRef(owner), word__gte=start, word__lt=start + _AFTER_HEX)
        rows = rows.filter(Exists(mine))
    return rows


def _hex(word: str) -> str:
    return word[:_LONGEST].encode("ascii", "ignore").hex()
