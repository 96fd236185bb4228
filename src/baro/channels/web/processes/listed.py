"""The register as a list: searched without diacritics, by kind, body, state and fault, a page at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from baro.channels.web.organisation.asking import read_day
from baro.channels.web.organisation.named import body_named
from baro.channels.wording.register import KINDS, LINTS
from baro.desk.process_register import LintedProcess
from baro.rules.judged.registered.lints import RegisterLint
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.work_processes import RegisterKind

PAGE = 50
ANY = "bat-ky"
HELD, ENDED = "", "het"
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAsked:
    """What the address asks for: words to find, a kind, a body by id, versions in force or (`ENDED`) no more, a fault (`ANY`:
    whichever), from which line on, and as of which day (None: today)."""

    words: str
    kind: str
    body: str
    state: str
    lint: str
    start: int
    day: date | None = None

    def changed(self, **to: str) -> str:
        """The address with other words, from the first line on."""
        told = {
            "tim": self.words, "loai": self.kind, "co-quan": self.body, "tinh-trang": self.state, "diem": self.lint,
            "ngay": f"{self.day:%d/%m/%Y}" if self.day else "",
        } | {name.replace("_", "-"): word for name, word in to.items()}  # fmt: skip
        return "?" + urlencode({name: word for name, word in told.items() if word})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProcess:
    """A version as a line of the list."""

    id: str
    code: str
    name: str
    kind: str
    body: str
    decision: str
    approved_on: date
    published_on: date | None
    last_on: date | None
    limit: str
    steps: int | None
    runs: int
    faults: tuple[str, ...]


def register_asked(told: Mapping[str, str]) -> RegisterAsked:
    """Read the address; what means nothing is left out."""
    words = {name: " ".join(told.get(name, "").replace("\0", "").split())[:_LONGEST] for name in ("tim", "co-quan")}
    kind, state, lint, start = (told.get(name, "") for name in ("loai", "tinh-trang", "diem", "tu"))
    return RegisterAsked(
        words=words["tim"], body=words["co-quan"], kind=kind if kind in set(RegisterKind) else "",
        state=state if state == ENDED else HELD, start=int(start) if start.isdecimal() and len(start) < 6 else 0,
        day=read_day(told.get("ngay", "")), lint=lint if lint == ANY or lint in {str(int(one)) for one in RegisterLint} else "",
    )  # fmt: skip


def found_in(register: Sequence[LintedProcess], asked: RegisterAsked, on: date) -> list[LintedProcess]:
    """The versions asked for, in their order."""
    words = fold_words(asked.words).split()
    return [one for one in in_state(register, asked, on) if _is_asked(one, asked) and _has(one, words)]


def in_state(register: Sequence[LintedProcess], asked: RegisterAsked, on: date) -> list[LintedProcess]:
    """The versions in force on a day, or no more."""
    return [one for one in register if one.held.holds_on(on) is (asked.state == HELD)]


def shown(one: LintedProcess) -> ShownProcess:
    """Tell a version in a line."""
    told, process = one.held.approval, one.process
    limit = describe(process.total_limit) if process and process.total_limit else ""
    return ShownProcess(
        id=told.id, code=told.code, name=told.name, kind=KINDS[told.kind], body=body_named(told.unit), decision=told.decision,
        approved_on=told.approved_on, published_on=told.published_on, last_on=one.held.last_on, limit=limit,
        steps=len(process.steps) if process else None, runs=one.runs, faults=tuple(LINTS[f.lint] for f in one.faults),
    )  # fmt: skip


def kind_choices(register: Iterable[LintedProcess], asked: RegisterAsked) -> list[tuple[str, str, int, bool]]:
    """The kinds to choose from: address, name, how many versions there are, whether it is chosen."""
    kinds = [one.held.approval.kind for one in register if asked.body in ("", one.held.approval.unit)]
    choices = [("", "Tất cả", len(kinds))] + [(kind.value, name, kinds.count(kind)) for kind, name in KINDS.items()]
    return [(asked.changed(loai=word), name, n, word == asked.kind) for word, name, n in choices]


def lint_choices(register: Iterable[LintedProcess], asked: RegisterAsked) -> list[tuple[str, str, int, bool]]:
    """The faults to choose from, of the kind and body asked for: address, name, how many versions have it, whether chosen."""
    mine = [one for one in register if _is_of(one, asked)]
    counts = {lint: sum(any(f.lint is lint for f in one.faults) for one in mine) for lint in RegisterLint}
    choices = [("", "Mọi quy trình", len(mine)), (ANY, "Có điểm cần hỏi lại", sum(bool(one.faults) for one in mine))]
    choices += [(str(int(lint)), LINTS[lint], n) for lint, n in counts.items()]
    return [(asked.changed(diem=word), name, n, word == asked.lint) for word, name, n in choices]


def body_choices(register: Iterable[LintedProcess], asked: RegisterAsked) -> list[tuple[str, str, int]]:
    """The bodies that approved any, with how many of the kind asked for: id, name, count."""
    counts: dict[str, int] = {}
    for one in register:
        if asked.kind in ("", one.held.approval.kind):
            counts[one.held.approval.unit] = counts.get(one.held.approval.unit, 0) + 1
    return sorted(((body, body_named(body), n) for body, n in counts.items()), key=lambda line: (-line[2], line[1]))


def _is_of(one: LintedProcess, asked: RegisterAsked) -> bool:
    told = one.held.approval
    return asked.kind in ("", told.kind) and asked.body in ("", told.unit)


def _is_asked(one: LintedProcess, asked: RegisterAsked) -> bool:
    if not _is_of(one, asked):
        return False
    if asked.lint in ("", ANY):
        return bool(one.faults) or not asked.lint
    return any(fault.lint == int(asked.lint) for fault in one.faults)


def _has(one: LintedProcess, words: Sequence[str]) -> bool:
    told = one.held.approval
    text = fold_words(f"{told.code} {told.name} {told.decision} {body_named(told.unit)}")
    return all(word in text for word in words)
