"""A template's source in English: its messages said anew, its words given to the filter that says them when shown."""

import re
from collections.abc import Mapping

from baro.channels.web.english.documents import DOCUMENTS
from baro.channels.web.english.pieces import Kind, Piece, key_of, pieces, with_literals
from baro.channels.web.english.spoken import SAYING, is_spoken, only

_FOR = re.compile(r"{%\s*for\s+(.+?)\s+in\s+([^\s|%]+)")
_END_FOR = re.compile(r"{%\s*endfor\b")
_VARIABLE = re.compile(r"{{\s*([^\s|}]+)(.*?)\s*}}")


def in_english(source: str, name: str, sentences: Mapping[str, str]) -> str:
    """Write a template anew. What `sentences` does not know stays, marked as Vietnamese where an element may stand."""
    if name in DOCUMENTS:
        return source
    writer = _Writer(name, sentences)
    return "".join(writer.said(piece) for piece in pieces(source)).replace('<html lang="vi"', '<html lang="en"')


class _Writer:
    """Writes the pieces of one template anew, in their order: a value is known by the loop it comes from, too."""

    def __init__(self, name: str, sentences: Mapping[str, str]) -> None:
        self._name, self._sentences = name, sentences
        self._loops: list[tuple[frozenset[str], str]] = []

    def said(self, piece: Piece) -> str:
        match piece.kind:
            case Kind.PLAIN:
                return piece.text
            case Kind.TAG:
                self._follow(piece.text)
                return with_literals(piece.text, self._sentences)
            case Kind.VALUES:
                return self._with_words(self._sentences.get(key_of(piece.text), piece.text))
            case Kind.MESSAGE:
                said = self._sentences.get(key_of(piece.text))
                shown = self._with_words(piece.text if said is None else said)
                return f'<span lang="vi">{shown}</span>' if said is None and piece.may_mark else shown

    def _follow(self, tag: str) -> None:
        if found := _FOR.match(tag):
            self._loops.append((frozenset(found[1].replace(",", " ").split()), found[2]))
        elif _END_FOR.match(tag) and self._loops:
            self._loops.pop()

    def _with_words(self, text: str) -> str:
        return _VARIABLE.sub(self._value, text)

    def _value(self, found: re.Match[str]) -> str:
        value, filters = found[1], found[2]
        loop = next((source for names, source in reversed(self._loops) if value in names), "")
        words = only(value, loop)
        spoken = f'|english:"{words}"' if words else "|english" if is_spoken(value, loop, self._name) else ""
        said = "|english" if filters.endswith(SAYING) else ""
        return f"{{{{ {value}{spoken}{with_literals(filters, self._sentences)}{said} }}}}"
