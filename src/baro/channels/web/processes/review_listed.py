"""A campaign of review as a page asks for it: by body and state, counted by body."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from baro.channels.web.organisation.named import body_named
from baro.channels.wording.reviews import DRAWN, FOUND, STATES
from baro.rules.judged.registered.reviewing import Progress, Reviewed, ReviewState, progress

PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAsked:
    """What the address asks for: a body by id, a state, from which line on."""

    body: str = ""
    state: str = ""
    start: int = 0

    def changed(self, **to: str) -> str:
        """The address with other words, from the first line on."""
        told = {"co-quan": self.body, "tinh-trang": self.state} | {
            name.replace("_", "-"): word for name, word in to.items()
        }
        return "?" + urlencode({name: word for name, word in told.items() if word})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """A process of a campaign as a table draws it; `may`: the reader may say what they found of it."""

    id: str
    code: str
    name: str
    body: str
    state: str
    word: str
    found: str
    reason: str
    on: str
    may: bool


def review_asked(told: Mapping[str, str]) -> ReviewAsked:
    """Read the address; what means nothing is left out."""
    state, start = told.get("tinh-trang", ""), told.get("tu", "")
    return ReviewAsked(
        body=told.get("co-quan", "").replace("\0", "")[:40],
        state=state if state in {one.value for one in ReviewState} else "",
        start=int(start) if start.isdecimal() and len(start) < 6 else 0,
    )  # fmt: skip


def is_meant(one: Reviewed, asked: ReviewAsked) -> bool:
    """Say whether a process is one of those asked for."""
    return asked.body in ("", one.process.unit) and asked.state in ("", one.state.value)


def by_body(found: Iterable[Reviewed], asked: ReviewAsked) -> list[tuple[str, str, Progress]]:
    """Count by body, bodies by name: the address of its lines, its name, its counts."""
    mine: dict[str, list[Reviewed]] = {}
    for one in found:
        mine.setdefault(one.process.unit, []).append(one)
    lines = [(asked.changed(co_quan=body), body_named(body), progress(those)) for body, those in mine.items()]
    return sorted(lines, key=lambda line: line[1])


def line_of(one: Reviewed, *, may: bool) -> ReviewLine:
    """Tell a process as a line."""
    result = one.result
    return ReviewLine(
        id=one.process.id, code=one.process.code, name=one.process.name, body=body_named(one.process.unit),
        state=DRAWN[one.state], word=STATES[one.state], found=FOUND[result.found] if result else "",
        reason=result.words if result else "", on=f"{result.on:%d/%m/%Y}" if result else "", may=may,
    )  # fmt: skip
