"""The catalogue as a list: searched without diacritics, filtered by fault, a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from baro.channels.wording.catalogue import LINTS
from baro.desk.catalogue import Linted
from baro.rules.judged.catalogue.lints import Lint
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.procedures import Channel, Procedure

PAGE = 50
ANY = "bat-ky"
YES, NO = "co", "khong"
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueAsked:
    """What the address asks for: words to find, a fault (`ANY`: whichever), whether it can be handed in online ("": either way),
    and from which line on."""

    words: str
    lint: str
    online: str
    start: int

    def changed(self, **to: str) -> str:
        """The address with other words, from the first line on."""
        told = {"tim": self.words, "diem": self.lint, "truc-tuyen": self.online} | to
        return "?" + urlencode({name: word for name, word in told.items() if word})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProcedure:
    """A procedure as a line of the list."""

    code: str
    name: str
    field: str
    levels: str
    limits: str
    faults: tuple[str, ...]


def catalogue_asked(told: Mapping[str, str]) -> CatalogueAsked:
    """Read the address; what means nothing is left out."""
    words = " ".join(told.get("tim", "").replace("\0", "").split())[:_LONGEST]
    lint, start = told.get("diem", ""), told.get("tu", "")
    known = lint == ANY or lint in {str(int(one)) for one in Lint}
    begin = int(start) if start.isdecimal() and len(start) < 6 else 0
    online = told.get("truc-tuyen", "")
    return CatalogueAsked(
        words=words, lint=lint if known else "", online=online if online in (YES, NO) else "", start=begin
    )


def found_in(catalogue: Sequence[Linted], asked: CatalogueAsked) -> list[Linted]:
    """The procedures asked for, in their order."""
    words = fold_words(asked.words).split()
    return [one for one in catalogue if _is_asked(one, asked) and _has(one.version.procedure, words)]


def shown(one: Linted) -> ShownProcedure:
    """Tell a procedure in a line."""
    told = one.version.procedure
    return ShownProcedure(
        code=told.code, name=told.name, field=told.field, levels=", ".join(told.levels), limits=limits_told(told),
        faults=tuple(LINTS[fault.lint] for fault in one.faults),
    )  # fmt: skip


def limits_told(told: Procedure) -> str:
    """The limits that are published, each once, shortest words first come."""
    found = [describe(one.limit) if one.limit else one.written for one in told.channels]
    return ", ".join(dict.fromkeys(filter(None, found)))


def lint_counts(catalogue: Sequence[Linted], asked: CatalogueAsked) -> list[tuple[str, str, int, bool]]:
    """The faults to choose from: address, name, how many procedures have it, whether it is chosen."""
    counts = {lint: sum(any(f.lint == lint for f in one.faults) for one in catalogue) for lint in Lint}
    faulty = sum(bool(one.faults) for one in catalogue)
    choices = [("", "Tất cả", len(catalogue)), (ANY, "Có điểm cần hỏi lại", faulty)]
    choices += [(str(int(lint)), LINTS[lint], n) for lint, n in counts.items()]
    return [(asked.changed(diem=word), name, n, word == asked.lint) for word, name, n in choices]


def online_choices(catalogue: Sequence[Linted], asked: CatalogueAsked) -> list[tuple[str, str, int, bool]]:
    """How many procedures can be handed in online and how many cannot: address, words, how many, whether it is chosen."""
    able = sum(is_online(one) for one in catalogue)
    told = (
        ("", "Mọi cách nộp", len(catalogue)),
        (YES, "Nộp trực tuyến được", able),
        (NO, "Không nộp trực tuyến được", len(catalogue) - able),
    )
    return [(asked.changed(**{"truc-tuyen": word}), words, n, word == asked.online) for word, words, n in told]


def is_online(one: Linted) -> bool:
    """Say whether a procedure is published as one that can be handed in online."""
    return any(terms.channel is Channel.ONLINE for terms in one.version.procedure.channels)


def _is_asked(one: Linted, asked: CatalogueAsked) -> bool:
    lint = asked.lint
    if asked.online and is_online(one) != (asked.online == YES):
        return False
    if lint in ("", ANY):
        return bool(one.faults) or not lint
    return any(fault.lint == int(lint) for fault in one.faults)


def _has(told: Procedure, words: Sequence[str]) -> bool:
    text = fold_words(f"{told.code} {told.name} {told.field}")
    return all(word in text for word in words)
