"""What a list of dossiers is asked for, as it stands in the address: whoever has the address sees the same list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode

from baro.channels.wording.dossier_columns import chosen_words
from baro.channels.wording.dossier_spans import WORDS, meant
from baro.channels.wording.structure_address import under_of
from baro.channels.wording.work_words import WORD, work_of
from baro.channels.wording.work_words import WORDS as WORK_WORDS
from baro.records.queries.dossier_lists import Asked, Line, Place
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import IN_TIME, TimeClass
from baro.rules.judged.signals.registry import SIGNALS

# the word in the address -> how the choice is called, which classes in time
STATES: dict[str, tuple[str, tuple[int, ...]]] = {
    "": ("Tất cả", ()),
    "qua-han": ("Chưa xong, đã quá hạn", (TimeClass.PENDING_LATE,)),
    "con-han": ("Chưa xong, còn hạn", (TimeClass.PENDING_ON_TIME,)),
    "xong-tre": ("Xong quá hạn", (TimeClass.LATE,)),
    "xong-dung": ("Xong trước và đúng hạn", IN_TIME),
    "chua-tinh": ("Chưa tính được hạn", (TimeClass.NOT_COMPUTABLE,)),
}
NO_UNIT = "(không ghi)"
"""What stands in the address for the unit of dossiers whose source names none."""
_TEXTS = {"ma": "code", "don-vi": "unit", "thu-tuc": "procedure", "nguon": "source", "co-quan": "body"}
_UNSHOWN = (WORD, "co-quan", "giu", "nguon")
_HOLDER = re.compile(r"([0-2])(?::(.*))?", re.ASCII)
_LONGEST, _FIRST_YEAR = 255, 1900
_SIGNALS = {int(signal.code[1:]) for signal in SIGNALS}


@dataclass(frozen=True, slots=True)
class Address:
    """A list as its address asks for it; `columns`: the words of those that are chosen, none where nobody chose."""

    words: Mapping[str, str]
    asked: Asked
    after: Place | None
    meant: str
    columns: tuple[str, ...] = ()

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The words that no field of the page shows: they go along when it asks anew."""
        told = self._told
        return [(name, told[name]) for name in (*WORDS, *_UNSHOWN, "tinh-trang", "cot") if name in told]

    @property
    def unfiltered(self) -> str:
        """The address of all dossiers of the kind of work, in the same columns."""
        told = {WORD: WORK_WORDS[self.asked.work], "cot": ".".join(self.columns)}
        return "?" + urlencode({name: word for name, word in told.items() if word}) if any(told.values()) else ""

    @property
    def _told(self) -> dict[str, str]:
        """Everything that the address says of the list, but for the page."""
        return {**self.words, "cot": ".".join(self.columns)} if self.columns else {**self.words}

    @property
    def state(self) -> str:
        """The word of the class in time."""
        return self.words.get("tinh-trang", "")

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than all dossiers of a kind of work."""
        return any(name != WORD for name in self.words)

    def changed(self, **to: str) -> str:
        """The address with other words, from the first page on; "" takes a word away."""
        told = self._told | {name.replace("_", "-"): word for name, word in to.items()}
        return "?" + urlencode({name: word for name, word in told.items() if word})

    def next(self, last: Line) -> str:
        """The address of the page behind a line."""
        due = last.due_at.astimezone(UTC).isoformat() if last.due_at else ""
        return self.changed(sau_han=due or "khong", sau=last.id)


def address(told: Mapping[str, str]) -> Address:
    """Read an address; a word that means nothing is left out."""
    words = {name: " ".join(told.get(name, "").replace("\0", "").split())[:_LONGEST] for name in _TEXTS}
    state = told.get("tinh-trang", "")
    words["tinh-trang"] = state if state in STATES else ""
    signal = _number(told.get("dau-hieu", ""), _SIGNALS)
    deviation = _number(told.get("sai-lech", ""), {int(kind) for kind in DeviationKind})
    words["dau-hieu"] = "" if signal is None else str(signal)
    words["sai-lech"] = "" if deviation is None else str(deviation)
    texts = {column: words[name] for name, column in _TEXTS.items()}
    of = meant(told)
    if of.told:
        words |= {**of.words, "tinh-trang": ""}
    asked = of.asked if of.told else Asked(classes=STATES[words["tinh-trang"]][1])
    if words["don-vi"] == NO_UNIT:
        texts["unit"], asked = "", replace(asked, without_unit=True)
    holder, words["giu"] = _holder(told)
    work, (under, of_body) = work_of(told), under_of(told)
    words |= {**of_body, WORD: WORK_WORDS[work]}
    asked = replace(asked, work=work, signal=signal, deviation=deviation, holder=holder, under=under, **texts)
    found = {name: word for name, word in words.items() if word}
    return Address(found, asked, _place(told), of.told, chosen_words(told.get("cot", "")))


def words_written(text: str) -> dict[str, str]:
    """The words of an address as it was written down, with its question mark or without."""
    return dict(parse_qsl(text.removeprefix("?")))


def unit_word(unit: str) -> str:
    """The word that asks for a unit, as the source writes it."""
    return unit or NO_UNIT


def holder_word(kind: int, unit: str | None) -> str:
    """The word that asks for a holder; None: of any unit."""
    return f"{kind}" if unit is None else f"{kind}:{unit}"


def _holder(told: Mapping[str, str]) -> tuple[tuple[int, str | None] | None, str]:
    found = _HOLDER.fullmatch(told.get("giu", "").replace("\0", "")[:_LONGEST])
    return ((int(found[1]), found[2]), found[0]) if found else (None, "")


def _number(text: str, known: set[int]) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 4 and int(text) in known else None


def _place(told: Mapping[str, str]) -> Place | None:
    last, due = told.get("sau", "").replace("\0", ""), told.get("sau-han", "")
    if not last or not due:
        return None
    if due == "khong":
        return Place(None, last)
    try:
        at = datetime.fromisoformat(due)
    except ValueError:
        return None
    return Place(at, last) if at.tzinfo and at.year >= _FIRST_YEAR else None
