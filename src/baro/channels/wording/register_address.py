"""What the register of processes is asked for, as it stands in the address: searched without diacritics, by kind, body, state and
fault."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from baro.channels.wording.body_lines import namer
from baro.channels.wording.periods import read_day
from baro.desk.process_register import LintedProcess
from baro.rules.judged.registered.lints import RegisterLint
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.work_processes import RegisterKind

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

    @property
    def told(self) -> dict[str, str]:
        """Everything that the address says of the list, but for the line."""
        told = {
            "tim": self.words, "loai": self.kind, "co-quan": self.body, "tinh-trang": self.state, "diem": self.lint,
            "ngay": f"{self.day:%d/%m/%Y}" if self.day else "",
        }  # fmt: skip
        return {name: word for name, word in told.items() if word}

    def changed(self, **to: str) -> str:
        """The address with other words, from the first line on."""
        told = self.told | {name.replace("_", "-"): word for name, word in to.items()}
        return "?" + urlencode({name: word for name, word in told.items() if word})


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
    words, named = fold_words(asked.words).split(), namer()
    return [one for one in in_state(register, asked, on) if _is_asked(one, asked) and _has(one, words, named)]


def in_state(register: Sequence[LintedProcess], asked: RegisterAsked, on: date) -> list[LintedProcess]:
    """The versions in force on a day, or no more."""
    return [one for one in register if one.held.holds_on(on) is (asked.state == HELD)]


def is_of(one: LintedProcess, asked: RegisterAsked) -> bool:
    """Say whether a version is of the kind and body asked for."""
    told = one.held.approval
    return asked.kind in ("", told.kind) and asked.body in ("", told.unit)


def _is_asked(one: LintedProcess, asked: RegisterAsked) -> bool:
    if not is_of(one, asked):
        return False
    if asked.lint in ("", ANY):
        return bool(one.faults) or not asked.lint
    return any(fault.lint == int(asked.lint) for fault in one.faults)


def _has(one: LintedProcess, words: Sequence[str], named: Callable[[str], str]) -> bool:
    told = one.held.approval
    text = fold_words(f"{told.code} {told.name} {told.decision} {named(told.unit)}")
    return all(word in text for word in words)
