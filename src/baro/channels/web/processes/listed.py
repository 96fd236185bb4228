"""The register as a list: its lines, and what it can be narrowed to, a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baro.channels.web.organisation.named import body_named
from baro.channels.wording.register import KINDS, LINTS
from baro.channels.wording.register_address import ANY, RegisterAsked, is_of
from baro.desk.process_register import LintedProcess
from baro.rules.judged.registered.lints import RegisterLint
from baro.rules.prescribed.durations import describe

PAGE = 50


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
    mine = [one for one in register if is_of(one, asked)]
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
