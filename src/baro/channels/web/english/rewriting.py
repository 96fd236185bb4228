"""A template's source in English: its messages said anew, its words given to the filter that says them when shown."""

import re
from collections.abc import Mapping

from baro.channels.web.english.documents import DOCUMENTS
from baro.channels.web.english.pieces import Kind, Piece, key_of, pieces, with_literals
from baro.channels.web.english.spoken import WORDS_AMONG_DATA, is_spoken

_VARIABLE = re.compile(r"{{\s*([^\s|}]+)(.*?)\s*}}")


def in_english(source: str, name: str, whole: Mapping[str, str]) -> str:
    """Write a template anew. What `whole` does not know stays, marked as Vietnamese where an element may stand."""
    if name in DOCUMENTS:
        return source
    return "".join(_said(piece, name, whole) for piece in pieces(source)).replace('<html lang="vi"', '<html lang="en"')


def _said(piece: Piece, name: str, whole: Mapping[str, str]) -> str:
    match piece.kind:
        case Kind.PLAIN:
            return piece.text
        case Kind.TAG:
            return with_literals(piece.text, whole)
        case Kind.VALUES:
            return _with_words(piece.text, name, whole)
        case Kind.MESSAGE:
            key = key_of(piece.text)
            said = whole.get(f"{name}\4{key}", whole.get(key))
            shown = _with_words(piece.text if said is None else said, name, whole)
            return f'<span lang="vi">{shown}</span>' if said is None and piece.may_mark else shown


def _with_words(text: str, name: str, whole: Mapping[str, str]) -> str:
    def one(found: re.Match[str]) -> str:
        spoken = "|english" if is_spoken(found[1], name) else ""
        if found[1] in WORDS_AMONG_DATA:
            spoken = f'|english:"{WORDS_AMONG_DATA[found[1]]}"'
        return f"{{{{ {found[1]}{spoken}{with_literals(found[2], whole)} }}}}"

    return _VARIABLE.sub(one, text)
