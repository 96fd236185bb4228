"""What earlier briefings concluded and what was promised, as pages tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from baro.channels.wording.briefings import CAUSES
from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.dossier_lists import Line
from baro.rules.counted.days import local_day
from baro.rules.observed.briefings import Conclusion, LatenessExplanation
from baro.rules.prescribed.policy.masking import VEIL, hides
from baro.rules.prescribed.policy.standing import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownConclusion:
    """A conclusion as a page draws it."""

    id: str
    words: str
    lead: str
    due: date
    state: str
    word: str
    done: date | None
    result: str
    may_report: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPromise:
    """A promise about a dossier, and whether it was kept."""

    line: Line | None
    dossier: str
    cause: str
    promised: date
    state: str
    word: str


def shown_conclusions(who: Asker, found: Sequence[Conclusion]) -> list[ShownConclusion]:
    """Tell conclusions to somebody."""
    return [_conclusion(who, one) for one in found]


def shown_promises(found: Sequence[LatenessExplanation], lines: Mapping[str, Line], today: date) -> list[ShownPromise]:
    """Tell the last promise for each dossier."""
    return [_promise(one, lines.get(one.dossier), today) for one in found]


def cause_told(said: Sequence[LatenessExplanation]) -> str:
    """The last cause that was said, in words; "" if none was."""
    return CAUSES[said[-1].cause] if said else ""


def _conclusion(who: Asker, one: Conclusion) -> ShownConclusion:
    subject = Subject(unit=one.body)
    seen = permission.decide(who, "briefing.read", subject)

    def told(name: str, value: str) -> str:
        return VEIL if value and hides(seen, "briefing_conclusion", name) else value

    late = one.is_late(who.on)
    if one.done_on:
        state, word = ("late", "xong quá hạn") if late else ("on_time", "đã xong")
    else:
        state, word = ("late", "chưa xong, quá hạn") if late else ("soon", "chưa xong")
    return ShownConclusion(
        id=one.id, words=told("words", one.words) or "(nội dung đã hủy)", lead=told("lead", one.lead), due=one.due_on,
        state=state, word=word, done=one.done_on, result=told("result", one.result),
        may_report=one.done_on is None and permission.allows(who, "briefing.report", subject),
    )  # fmt: skip


def _promise(one: LatenessExplanation, line: Line | None, today: date) -> ShownPromise:
    ended = local_day(line.ended_at) if line else None
    kept = one.is_kept(ended, today)
    state, word = {True: ("on_time", "đã giữ"), False: ("late", "không giữ"), None: ("soon", "chưa đến ngày")}[kept]
    assert one.promised_on is not None
    return ShownPromise(
        line=line, dossier=one.dossier, cause=CAUSES[one.cause], promised=one.promised_on, state=state, word=word
    )
