"""A joint dossier as tests write it: who did what, on which day of a fortnight without holidays, at which hour."""

from datetime import date, datetime

from baro.rules.observed.joint import JointDossier, JointEvent, JointKind, Outcome
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.joint import JointLeg, JointProcess
from baro.rules.prescribed.zones import VIETNAM_TIME

CALENDAR = Calendar("thử")
LEAD, TAX, LAND = "chu-tri", "thue", "dat-dai"
DAYS, HOURS = Unit.WORKING_DAY, Unit.WORKING_HOUR
KINDS = {
    "gui": JointKind.SENT, "nhan": JointKind.ACKNOWLEDGED, "xong": JointKind.ANSWERED, "lai": JointKind.RETURNED,
    "het": JointKind.ENDED,
}  # fmt: skip


def at(day: int, hour: float = 8) -> datetime:
    """A moment of June 2026; the 1st is a Monday."""
    return datetime(2026, 6, day, int(hour), int(hour % 1 * 60), tzinfo=VIETNAM_TIME)


def process(*, whole: Duration = Duration(10, DAYS), **changes) -> JointProcess:
    """The tax office has 3 working days, then the department 4; the whole takes 10."""
    legs = (
        JointLeg(key="1", agency=TAX, task="Xác định nghĩa vụ", limit=Duration(3, DAYS)),
        JointLeg(key="2", agency=LAND, task="Thẩm tra", limit=Duration(4, DAYS), after="1"),
    )
    told = {"process": "p", "version": 1, "lead": LEAD, "rule": "", "limit": whole, "legs": legs, "decision": "1/QĐ",
            "signed_on": date(2026, 1, 5), "valid_from": date(2026, 1, 5)}  # fmt: skip
    return JointProcess(**told | changes)


def dossier(*events: JointEvent, received: datetime | None = None) -> JointDossier:
    """A dossier received on Monday morning."""
    numbered = tuple(
        JointEvent(**{n: getattr(e, n) for n in e.__slots__} | {"id": e.id or str(k)}) for k, e in enumerate(events, 1)
    )
    received = received or at(1)
    return JointDossier(
        id="j", code="H1", process="p", version=1, lead=LEAD, received_at=received, recorded_at=received,
        opened_by="p-lan", events=numbered,
    )  # fmt: skip


def event(word: str, leg: str, when: datetime, *, recorded: datetime | None = None, by: str = "", **more) -> JointEvent:
    """An event by the word for its kind; recorded when it happened, by the agency itself, unless told."""
    kind = KINDS[word]
    agency = {"1": TAX, "2": LAND}.get(leg, LEAD)
    teller = by or (LEAD if kind in (JointKind.SENT, JointKind.ENDED) else agency)
    told = {"id": "", "leg": leg, "kind": kind, "occurred_at": when, "recorded_at": recorded or when, "teller": teller}
    outcome = Outcome.RESULT if kind in (JointKind.ANSWERED, JointKind.ENDED) else None
    return JointEvent(**told | {"outcome": outcome} | more)


def course(text: str) -> JointDossier:
    """A course as "gui1@2 nhan1@2:10 xong1@5:16 …": the word, the leg, the day, the hour."""
    events = []
    for word in text.split():
        what, _, when = word.partition("@")
        day, _, hour = when.partition(":")
        leg = what[-1] if what[-1].isdigit() else ""
        events.append(event(what.removesuffix(leg) if leg else what, leg, at(int(day), float(hour or 8))))
    return dossier(*events)
