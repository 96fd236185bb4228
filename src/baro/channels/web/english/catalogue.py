"""The catalogue in force: what is said for a whole message, and for a sentence with blanks that were filled."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

BLANK = re.compile(r"{([^{}]*)}")
_WORDS, _FIGURES = "|words", "|figures"
_FIGURE = r"[\dIVX.,/:%–-]+(?: [\d.,/:%–-]+)*"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with blanks: how it is known, the names of its blanks in order, the English with the same blanks, how many
    characters of its own it has."""

    known_by: re.Pattern[str]
    blanks: tuple[str, ...]
    said: str
    own: int


class Catalogue:
    """Messages and their English. A value that fills a blank stays as it is, unless the English asks for its words."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        told = {message: said for message, said in entries if message and said}
        self.sentences = {
            message: said for message, said in told.items() if "{{" in message or not BLANK.search(message)
        }
        with_blanks = {message: said for message, said in told.items() if message not in self.sentences}
        counts = Counter(word for message in with_blanks for word in set(_own_words(message)))
        self._patterns: dict[str, list[Pattern]] = {}
        for message, said in with_blanks.items():
            anchor = min(_own_words(message), key=lambda word: (counts[word], -len(word)), default="")
            self._patterns.setdefault(anchor, []).append(_pattern(message, said))

    def say(self, text: str) -> str:
        """Say a text in English; what is not known stays as it is."""
        core = text.strip()
        if not core:
            return text
        said = self._one(core) or self._several(core) or self._headed(core) or self._followed(core)
        return text if said is None else text.replace(core, said)

    def _one(self, core: str) -> str | None:
        """Say a text as it is, or as it begins within a sentence or at the head of one."""
        said = self.sentences.get(core) or self._filled(core)
        if said is not None:
            return said
        begun = core[0].swapcase() + core[1:]
        said = self.sentences.get(begun) or self._filled(begun)
        return said and (said[0].lower() if begun[0].isupper() else said[0].upper()) + said[1:]

    def _filled(self, core: str) -> str | None:
        """Say a sentence whose blanks were filled, by the pattern that says most of it itself; of equals by the one that cuts it
        up most, then always the same one."""
        possible = [p for anchor in {"", *core.split()} for p in self._patterns.get(anchor, ())]
        for pattern in sorted(possible, key=lambda one: (-one.own, -len(one.blanks), one.said)):
            found = pattern.known_by.fullmatch(core)
            if found:
                return self._fill(pattern, found.groups())
        return None

    def _fill(self, pattern: Pattern, values: tuple[str, ...]) -> str:
        given = dict(zip(pattern.blanks, values, strict=True))

        def one(blank: re.Match[str]) -> str:
            name = blank[1].removesuffix(_WORDS)
            return self.say(given[name]) if blank[1].endswith(_WORDS) else given[name]

        return BLANK.sub(one, pattern.said)

    def _several(self, core: str) -> str | None:
        """Say texts that were joined, where each of them is known."""
        for joint in ("; ", ", ", " · "):
            parts = core.split(joint)
            said = [self._one(part) for part in parts] if len(parts) > 1 and all(parts) else [None]
            if all(one is not None for one in said):
                return joint.join(one for one in said if one is not None)
        return None

    def _headed(self, core: str) -> str | None:
        """Say words that stand before a colon; what comes after may be somebody's name."""
        head, colon, rest = core.partition(": ")
        return f"{self.sentences[head]}{colon}{rest}" if colon and head in self.sentences else None

    def _followed(self, core: str) -> str | None:
        """Say the sentences that are known whole, before or after one that is not: that may be somebody's."""
        for stop in re.finditer(r"(?<=[.;]) ", core):
            before, after = core[: stop.start()], core[stop.end() :]
            if before in self.sentences or after in self.sentences:
                return f"{self.say(before)} {self.say(after)}"
        return None


def read(folder: Path) -> Iterator[tuple[str, str]]:
    """Read the entries of every catalogue in a folder, in the order of their names."""
    entries = import_string(settings.MESSAGES_READER)
    for file in sorted(folder.glob("*.po")):
        yield from entries(file.read_text("utf-8"))


@cache
def catalogue() -> Catalogue:
    """Give the catalogue in force, read when somebody first reads in English."""
    return Catalogue(read(Path(settings.ENGLISH_MESSAGES)))


def _pattern(message: str, said: str) -> Pattern:
    parts = BLANK.split(message)
    blanks = tuple(parts[1::2])
    seen: dict[str, int] = {}
    written = re.escape(parts[0])
    for name, text in zip(blanks, parts[2::2], strict=True):
        value = _FIGURE if name.endswith(_FIGURES) else ".*?"
        written += f"(?P=b{seen[name]})" if name in seen else f"(?P<b{seen.setdefault(name, len(seen))}>{value})"
        written += re.escape(text)
    names = tuple(name.removesuffix(_FIGURES) for name in dict.fromkeys(blanks))
    return Pattern(re.compile(written, re.DOTALL), names, said, len(BLANK.sub("", message)))


def _own_words(message: str) -> list[str]:
    """The words that stand in a message whatever fills its blanks."""
    return [word for word in BLANK.sub("\0", message).split() if "\0" not in word]
