"""Which names of which source the address asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from baro.desk.name_matches import Named
from baro.records.queries.imports import Source
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.name_matches import NameKind, Outcome
from baro.rules.prescribed.refusals import Refused

PAGE = 100
KINDS = {"don-vi": NameKind.UNIT, "nguoi": NameKind.PERFORMER}
_LONGEST = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesAsked:
    """A list of names as its address asks for it: of a source, of a kind, as far as they are said, with some letters, from
    a place on."""

    source: Source
    kind: str
    state: str
    text: str
    start: int

    @property
    def words(self) -> dict[str, str]:
        """What stands in the address, but for the place."""
        told = {"nguon": self.source.code, "loai": self.kind, "xem": self.state, "tim": self.text}
        return {name: word for name, word in told.items() if word}

    def changed(self, **to: str) -> str:
        """The address with other words, from the first page on."""
        told = self.words | to
        return "?" + urlencode({name: word for name, word in told.items() if word})


STATES = {"chua": "Chưa ghép", "roi": "Đã ghép", "khong": "Không thuộc cơ quan", "": "Tất cả"}


def names_asked(told: Mapping[str, str], known: Sequence[Source]) -> NamesAsked:
    """Read an address; without a source it asks for the first. Raises `Refused("import.no_source")`."""
    code = told.get("nguon", "")
    source = next((s for s in known if s.code == code), None) if code else known[0] if known else None
    if source is None:
        raise Refused("import.no_source", source=code.replace("\0", ""))
    kind, start = told.get("loai", ""), told.get("tu", "")
    state = told.get("xem", "")
    return NamesAsked(
        source=source, kind=kind if kind in KINDS else "don-vi", state=state if state in STATES else "",
        text=" ".join(told.get("tim", "").replace("\0", "").split())[:_LONGEST],
        start=int(start) if start.isdecimal() and len(start) < 7 else 0,
    )  # fmt: skip


def found_in(names: Sequence[Named], asked: NamesAsked) -> list[Named]:
    """The names asked for."""
    wanted = fold(asked.text)
    return [
        one for one in names
        if one.written.kind is KINDS[asked.kind]
        and asked.state in ("", state_of(one))
        and wanted in fold(f"{one.written.name} {one.written.unit}")
    ]  # fmt: skip


def state_of(one: Named) -> str:
    """The word of how far a name is said."""
    if one.match is None:
        return "chua"
    return "roi" if one.match.outcome is Outcome.OURS else "khong"
