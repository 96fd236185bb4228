"""What the register of directives is asked for, as it stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from baro.rules.observed.directives import Directive, Source
from baro.rules.prescribed.folding import fold_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectivesAsked:
    """The source, words of the number, issuer or subject, whether only those that some unit has not taken note of, from which
    line on."""

    source: str = ""
    words: str = ""
    is_silent: bool = False
    start: int = 0

    @property
    def told(self) -> dict[str, str]:
        """Everything that the address says of the list, but for the line."""
        told = {"nguon": self.source, "tim": self.words, "chua-nam": "1" if self.is_silent else ""}
        return {name: word for name, word in told.items() if word}

    def changed(self, **words: str) -> str:
        """The address with some words changed, from the first line on."""
        told = self.told | {name.replace("_", "-"): word for name, word in words.items()}
        return "?" + urlencode({name: word for name, word in told.items() if word})


def directives_asked(told: Mapping[str, str]) -> DirectivesAsked:
    """Read the address; what means nothing is left out."""
    source, start = told.get("nguon", ""), told.get("tu", "")
    return DirectivesAsked(
        source=source if source in {one.value for one in Source} else "", words=told.get("tim", "").strip()[:80],
        is_silent=told.get("chua-nam") == "1", start=int(start) if start.isdecimal() and len(start) < 6 else 0,
    )  # fmt: skip


def directives_found(known: Mapping[str, Directive], asked: DirectivesAsked) -> list[Directive]:
    """The directives asked for, in their order."""
    words = fold_words(asked.words).split()
    return [
        one
        for one in known.values()
        if asked.source in ("", one.source.value)
        and (not asked.is_silent or (one.silent and one.withdrawn_at is None))
        and all(word in fold_words(f"{one.number} {one.issuer} {one.subject}") for word in words)
    ]
