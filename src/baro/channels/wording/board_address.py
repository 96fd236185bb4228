"""What the board is asked for, as it stands in the address: a period, the end of which day, which unit of which body."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from baro.channels.wording.dossier_address import NO_UNIT, unit_word
from baro.channels.wording.periods import read_day
from baro.channels.wording.structure_address import under_of, words_of
from baro.channels.wording.work_words import WORD, WORDS, work_of
from baro.desk.board import Told
from baro.records.queries.dossier_lists import Asked
from baro.rules.counted.periods import Period, read_period

_LONGEST = 255
STRUCTURES = {
    Told.WRITTEN: "như nguồn ghi", Told.OF_DAY: "cơ cấu của ngày nhìn", Told.OF_TODAY: "cơ cấu hôm nay",
}  # fmt: skip
"""By which structure units are told: the word in the address and how it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAsked:
    """A board as its address asks for it; `unread` are the words in it that mean nothing, `wrong` says so in a sentence."""

    period: Period | None
    until: date | None
    base: Asked
    by: Told = Told.WRITTEN
    unread: tuple[str, ...] = ()
    wrong: str = ""

    def changed(self, period: Period | None = None, **to: str) -> str:
        """The address with another period and other words; "" takes a word away."""
        told = {
            "ky": period.written if period else self.period.written if self.period else "",
            "den": f"{self.until:%d/%m/%Y}" if self.until else "",
            WORD: WORDS[self.base.work],
            "co-quan": self.base.body,
            "don-vi": unit_word(self.base.unit) if self.base.unit or self.base.without_unit else "",
            "theo": self.by.value,
            **(words_of(self.base.under) if self.base.under else {}),
        } | {name.replace("_", "-"): word for name, word in to.items()}
        return "?" + urlencode({name: word for name, word in told.items() if word})


def board_asked(told: Mapping[str, str]) -> BoardAsked:
    """Read the address of a board."""
    words = {name: " ".join(told.get(name, "").replace("\0", "").split())[:_LONGEST] for name in _WORDS}
    base, unit = Asked(work=work_of(told), body=words["co-quan"]), words["don-vi"]
    base = replace(base, without_unit=True) if unit == NO_UNIT else replace(base, unit=unit)
    base = replace(base, under=under_of(told)[0])
    period, until = read_period(words["ky"]), read_day(words["den"])
    read = {"ky": period, "den": until}
    unread = tuple(name for name, found in read.items() if words[name] and found is None)
    wrong = _WRONG[unread[0]].format(words[unread[0]]) if unread else ""
    return BoardAsked(
        period=period, until=until, base=base, by=Told(words["theo"]) if words["theo"] in set(Told) else Told.WRITTEN,
        unread=unread, wrong=wrong,
    )  # fmt: skip


_WORDS = ("ky", "den", "co-quan", "don-vi", "theo")
_WRONG = {
    "ky": "“{}” không phải kỳ nào; đang xem tháng mới nhất. Xin ghi như 2024-04, 2024-Q2 hoặc 2024.",
    "den": "“{}” không có trong lịch; đang xem thời điểm mới nhất. Xin ghi dạng 25/04/2024.",
}
