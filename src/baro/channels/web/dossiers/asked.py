"""What a list of dossiers is asked for, as it stands in the address: whoever has the address sees the same list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from baro.records.queries.dossier_lists import Asked, Line, Place
from baro.records.queries.weekly import asked_of
from baro.rules.counted.weeks import read_week
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.signals.registry import SIGNALS

# the word in the address -> how the choice is called, which classes in time
STATES: dict[str, tuple[str, tuple[int, ...]]] = {
    "": ("Tất cả", ()),
    "qua-han": ("Chưa xong, đã quá hạn", (TimeClass.PENDING_LATE,)),
    "con-han": ("Chưa xong, còn hạn", (TimeClass.PENDING_ON_TIME,)),
    "xong-tre": ("Xong quá hạn", (TimeClass.LATE,)),
    "xong-dung": ("Xong trước và đúng hạn", (TimeClass.EARLY, TimeClass.ON_TIME)),
    "chua-tinh": ("Chưa tính được hạn", (TimeClass.NOT_COMPUTABLE,)),
}
# the word in the address -> the count of a week whose dossiers are meant, and how it is called
OF_WEEK = {
    "tiep-nhan": ("received", "tiếp nhận trong tuần"),
    "xong": ("ended", "xong trong tuần"),
    "xong-tre": ("ended_late", "xong trong tuần, quá hạn"),
    "ton": ("pending", "chưa xong cuối tuần"),
    "ton-qua-han": ("pending_late", "chưa xong cuối tuần, đã quá hạn"),
    "sap-den-han": ("due_next", "chưa xong cuối tuần, đến hạn trong bảy ngày sau"),
}
_TEXTS = {"ma": "code", "don-vi": "unit", "thu-tuc": "procedure", "nguon": "source"}
_LONGEST, _FIRST_YEAR = 255, 1900
_SIGNALS = {int(signal.code[1:]) for signal in SIGNALS}


@dataclass(frozen=True, slots=True)
class Address:
    """A list as its address asks for it."""

    words: Mapping[str, str]
    asked: Asked
    after: Place | None

    @property
    def week(self) -> str:
        """The week and the count whose dossiers are meant, in words; "" for none."""
        week = read_week(self.words.get("tuan", ""))
        if week is None:
            return ""
        return f"{OF_WEEK[self.words['viec']][1]} {week.number} ({week.monday:%d/%m/%Y} – {week.sunday:%d/%m/%Y})"

    @property
    def state(self) -> str:
        """The word of the class in time."""
        return self.words.get("tinh-trang", "")

    def changed(self, **to: str) -> str:
        """The address with other words, from the first page on; "" takes a word away."""
        told = {**self.words, **{name.replace("_", "-"): word for name, word in to.items()}}
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
    week, words["viec"] = read_week(told.get("tuan", "")), told.get("viec", "")
    if week is None or words["viec"] not in OF_WEEK:
        words["viec"], asked = "", Asked(classes=STATES[words["tinh-trang"]][1])
    else:
        words["tuan"], words["tinh-trang"] = week.written, ""
        asked = asked_of(week)[OF_WEEK[words["viec"]][0]]
    asked = replace(asked, signal=signal, deviation=deviation, **texts)
    return Address({name: word for name, word in words.items() if word}, asked, _place(told))


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
