"""One case as strings for the template: derivation, who held it, its course, its questions."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString  # type: ignore[import-untyped]

from baro.channels.exports import formatting
from baro.channels.exports.html import svg, theme
from baro.channels.exports.html.views import prose, safe
from baro.rules.counted.told import CaseTold, EventTold, SplitPart
from baro.rules.prescribed.folding import fold

MOST_DEVIATIONS = 12  # listed; each is marked in the course anyway
HOLDER_WORDS = {"office": "", "other_agency": "cơ quan phối hợp", "applicant": "người nộp hồ sơ"}
STATES = ("on_time", "soon", "late", "paused", "unknown", "closed")


@dataclass(frozen=True, slots=True)
class PartView:
    swatch: SafeString
    holder: str
    kind: str
    days: str
    late: str


@dataclass(frozen=True, slots=True)
class CaseView:
    anchor: str
    code: str
    procedure: str
    unit: str
    state: str
    state_words: str
    reason: str
    facts: tuple[tuple[str, str], ...]
    why: tuple[SafeString, ...]
    bar: SafeString
    parts: tuple[PartView, ...]
    whole: str
    course: tuple[EventTold, ...]
    times: tuple[str, ...]
    deviations: tuple[str, ...]
    more_deviations: int
    questions: tuple[tuple[str, SafeString], ...]
    searched: str

    @property
    def lines(self) -> list[tuple[str, EventTold]]:
        """The course with its moments in words."""
        return list(zip(self.times, self.course, strict=True))


def case(told: CaseTold, place: int, named: Mapping[str, str]) -> CaseView:
    """Everything of a case that the page shows; `place` makes its address, `named` are procedures by their codes."""
    clean = formatting.printable
    procedure = clean(named.get(told.procedure, told.procedure))
    coloured = _coloured(told.split)
    facts = (
        ("Tiếp nhận", formatting.moment(told.received) if told.received else formatting.NOTHING),
        ("Hẹn trả", formatting.day(told.due) if told.due else "chưa tính được"),
        ("Kết thúc", formatting.moment(told.ended) if told.ended else "đang giải quyết"),
    )
    course = tuple(_event(e) for e in told.course)
    return CaseView(
        f"ho-so-{place}", clean(told.code), procedure, clean(told.unit),
        told.state if told.state in STATES else "unknown", clean(told.state_words), clean(told.reason_shown), facts,
        tuple(map(prose, told.why)), safe(_bar(coloured)), tuple(_part(p, c) for p, c in coloured),
        formatting.days_of(sum(p.minutes for p in told.split)), course, tuple(formatting.moment(e.at) for e in course),
        tuple(map(clean, told.deviations[:MOST_DEVIATIONS])), max(0, len(told.deviations) - MOST_DEVIATIONS),
        tuple((c, prose(q)) for c, q in told.questions), _searched(told, procedure),
    )  # fmt: skip


def _event(told: EventTold) -> EventTold:
    clean = formatting.printable
    return EventTold(told.at, clean(told.activity), clean(told.actor), clean(told.unit), clean(told.mark), told.row)


def _searched(told: CaseTold, procedure: str) -> str:
    words = [told.code, procedure, told.unit, told.state_words, told.reason_shown]
    words += [c for c, _ in told.questions] + [e.actor for e in told.course]
    return fold(formatting.printable(" ".join(dict.fromkeys(words))))


def _coloured(split: tuple[SplitPart, ...]) -> list[tuple[SplitPart, str]]:
    """Each holder its colour: one family a kind, so that the three kinds are told apart at a glance."""
    met: dict[str, int] = {}
    coloured = []
    for part in split:
        family = theme.HOLDER_COLOURS.get(part.kind, theme.HOLDER_COLOURS["office"])
        k = met[part.kind] = met.get(part.kind, -1) + 1
        coloured.append((part, family[k % len(family)]))
    return coloured


def _bar(coloured: list[tuple[SplitPart, str]]) -> str:
    """One bar as long as the whole; the red line below a part is the late time in it."""
    whole = sum(p.minutes for p, _ in coloured)
    if whole <= 0:
        return ""
    drawn, at = [], 0.0
    for part, colour in coloured:
        width = 1000 * part.minutes / whole
        late = 1000 * min(part.late_minutes, part.minutes) / whole
        drawn.append(svg.element("rect", x=at, y=0, width=max(width - 2, 0.5), height=18, fill=colour))
        if late:
            drawn.append(
                svg.element("rect", x=at + width - late, y=21, width=max(late - 2, 0.5), height=4, fill=theme.LATE)
            )
        at += width
    words = "; ".join(f"{p.holder} {formatting.days_of(p.minutes)}" for p, _ in coloured)
    return svg.element(
        "svg", "".join(drawn), class_="held", viewBox="0 0 1000 26", preserveAspectRatio="none", role="img",
        aria_label=formatting.printable(words),
    )  # fmt: skip


def _part(part: SplitPart, colour: str) -> PartView:
    swatch = svg.element(
        "svg", svg.element("rect", width=12, height=12, rx=2, fill=colour), width=12, height=12, aria_hidden="true"
    )
    late = f"trễ {formatting.held(part.late_minutes)}" if part.late_minutes else ""
    kind = HOLDER_WORDS.get(part.kind, part.kind)
    return PartView(safe(swatch), formatting.printable(part.holder), kind, formatting.held(part.minutes), late)
