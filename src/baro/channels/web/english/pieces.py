"""A template cut into what a person reads and what only a machine does.

A message is what stands between two HTML tags or template tags, or in an attribute that is read aloud, with the `{{ … }}` in
it; words written inside a template tag (`default:"chưa ghi"`) are messages of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from django.template.base import tag_re

READ_ALOUD = frozenset({"title", "alt", "placeholder", "aria-label", "aria-description", "label"})
_NOT_READ = frozenset({"script", "style"})
_NO_ELEMENTS = frozenset({"title", "option", "textarea"})
_UNKNOWN = "?"
_MARKUP = re.compile(r"<!--.*?-->|</?[a-zA-Z][\w-]*|<!\w+|</?\Z|/?>|[\w:-]+\s*=\s*[\"']|[\"']", re.DOTALL)
_COMMENT = re.compile(r"{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
_VARIABLE = re.compile(r"{{.*?}}")
_BLOCK = re.compile(r"{%\s*(block|endblock)\b\s*(\w*)")
_QUOTED = re.compile(r'"([^"]*)"')
_FILTERED = re.compile(r'(\|(?:default|default_if_none|yesno|add|join)\s*:\s*|[\w.]+=)(["\'])(.*?)\2')
_VIETNAMESE = re.compile(r"[À-ỹĐđ]")


class Kind(Enum):
    """What a piece is: nothing to read; a message; values alone; a template tag with words in it."""

    PLAIN = "plain"
    MESSAGE = "message"
    VALUES = "values"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a template's source; `may_mark`: an element may stand around it."""

    kind: Kind
    text: str
    may_mark: bool = False


class _Cutter:
    """Goes through a source once, knowing whether it is in a tag, in an attribute, or among what is read."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._run: list[str] = []
        self._tag = self._quote = self._attribute = self._element = self._unread = ""
        self._blocks: list[str] = []

    @property
    def _is_read(self) -> bool:
        if self._quote:
            return self._attribute in READ_ALOUD
        return not self._tag and not self._unread and not any(name.endswith("_class") for name in self._blocks)

    def variable(self, text: str) -> None:
        if self._is_read:
            self._run.append(text)
        else:
            self._plain(text)

    def tag(self, text: str) -> None:
        self._flush()
        self.pieces.append(Piece(Kind.TAG, text))
        if found := _BLOCK.match(text):
            if found[1] == "block":
                self._blocks.append(found[2])
            elif self._blocks:
                self._blocks.pop()

    def text(self, text: str) -> None:
        at = 0
        for found in _MARKUP.finditer(text):
            if not self._turns(found[0]):
                continue
            self._words(text[at : found.start()])
            self._flush()
            self._turn(found[0])
            self.pieces.append(Piece(Kind.PLAIN, found[0]))
            at = found.end()
        self._words(text[at:])

    def end(self) -> list[Piece]:
        self._flush()
        return self.pieces

    def _turns(self, mark: str) -> bool:
        """Say whether a mark means something where it stands: a quote among words does not."""
        if self._quote:
            return mark == self._quote
        if self._unread:
            return mark == f"</{self._unread}"
        if self._tag:
            return mark in (">", "/>") or mark[-1] in "\"'"
        return mark.startswith("<")

    def _turn(self, mark: str) -> None:
        if self._quote:
            self._quote = ""
        elif mark.startswith("<!--"):
            pass
        elif mark.startswith("<"):
            self._tag, self._unread = mark.strip("</!") or _UNKNOWN, ""
            self._element = "" if mark.startswith("</") else self._tag
        elif mark in (">", "/>"):
            self._unread = self._tag if self._tag in _NOT_READ and self._element else ""
            self._tag = ""
        else:
            self._quote, self._attribute = mark[-1], mark[:-1].rstrip("= \t\n").lower()

    def _words(self, text: str) -> None:
        if not text:
            return
        if self._is_read:
            self._run.append(text)
        else:
            self._plain(text)

    def _plain(self, text: str) -> None:
        self.pieces.append(Piece(Kind.PLAIN, text))

    def _flush(self) -> None:
        whole, self._run = "".join(self._run), []
        core = whole.strip()
        if not core:
            if whole:
                self._plain(whole)
            return
        before, after = whole[: whole.index(core)], whole[whole.index(core) + len(core) :]
        is_title = any(name.endswith("title") for name in self._blocks)
        may_mark = not self._quote and not is_title and self._element not in _NO_ELEMENTS
        kind = Kind.MESSAGE if _LETTER.search(_VARIABLE.sub("", _entities_out(core))) else Kind.VALUES
        for piece in (Piece(Kind.PLAIN, before), Piece(kind, core, may_mark), Piece(Kind.PLAIN, after)):
            if piece.text:
                self.pieces.append(piece)


def pieces(source: str) -> list[Piece]:
    """Cut a template's source; joined again the pieces are the source."""
    cutter = _Cutter()
    for between, comment in _with_comments(source):
        for part in tag_re.split(between):
            if part.startswith("{{"):
                cutter.variable(part)
            elif part.startswith(("{%", "{#")):
                cutter.tag(part)
            else:
                cutter.text(part)
        if comment:
            cutter.tag(comment)
    return cutter.end()


def key_of(text: str) -> str:
    """A message as the catalogue writes it: on one line."""
    return " ".join(text.split())


def literals(tag: str) -> Iterator[str]:
    """The words written inside a template tag or a `{{ … }}`: what `default:` says, what is handed to an included part."""
    for _, _, said in _FILTERED.findall(tag):
        if _VIETNAMESE.search(said) or _is_said(said):
            yield said


def with_literals(tag: str, said: dict[str, str]) -> str:
    """A template tag with the words in it said anew, where `said` knows them."""
    wanted = {one: said[one] for one in literals(tag) if one in said}
    return _FILTERED.sub(lambda m: f"{m[1]}{m[2]}{wanted.get(m[3], m[3])}{m[2]}", tag) if wanted else tag


def _is_said(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][a-z]+( [a-z]+)*", text))


def _entities_out(text: str) -> str:
    return re.sub(r"&#?\w+;", "", text)


def _with_comments(source: str) -> Iterator[tuple[str, str]]:
    at = 0
    for found in _COMMENT.finditer(source):
        yield source[at : found.start()], found[0]
        at = found.end()
    yield source[at:], ""
