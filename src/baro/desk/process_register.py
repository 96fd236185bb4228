"""The register of processes on a day: each version in force with its steps and faults, and what bodies lack."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from baro.records.loading.kept_files import kept_path
from baro.records.loading.run_counts import runs_by_process
from baro.records.queries.organisation import bodies
from baro.records.queries.people import service
from baro.records.queries.processes import Registered, registered
from baro.rules.judged.registered.coverage import Lacking, lacking
from baro.rules.judged.registered.lints import Around, RegisterFault, Version, faults_in
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import RegisterKind

ProcessReader = Callable[[Path], ApprovedProcess]


@dataclass(frozen=True, slots=True, kw_only=True)
class LintedProcess:
    """A version as it stands on a day: what the register holds, its steps (None: none were given), how many courses of work
    name it, its faults (none for one that is not in force)."""

    held: Registered
    process: ApprovedProcess | None
    runs: int
    faults: tuple[RegisterFault, ...]


def linted_register(on: date, read: ProcessReader) -> tuple[LintedProcess, ...]:
    """Every version of every process with its faults on a day, by body, code and approval."""
    known, runs = bodies(), runs_by_process()
    versions = [(held, _version(held, on, runs, known, read)) for held in registered()]
    around = _around(on, [version for held, version in versions if held.holds_on(on)], known)
    return tuple(
        LintedProcess(
            held=held, process=version.process, runs=version.runs,
            faults=faults_in(version, around) if held.holds_on(on) else (),
        )
        for held, version in versions
    )  # fmt: skip


def line_of(register: tuple[LintedProcess, ...], process: str) -> list[LintedProcess]:
    """All versions of which one replaces the other, the newest first."""
    by_id = {one.held.approval.id: one for one in register}
    after = {one.held.approval.replaces: one.held.approval.id for one in register if one.held.approval.replaces}
    first = process
    while (before := by_id[first].held.approval.replaces) in by_id:
        first = before
    line = [first]
    while line[-1] in after and after[line[-1]] not in line:
        line.append(after[line[-1]])
    return [by_id[one] for one in reversed(line)]


def lacking_processes(on: date) -> tuple[Lacking, ...]:
    """What bodies lack on a day that most others of their kind have, of processes for internal work; bodies by id."""
    known = bodies()
    kinds = {term.body: (body.kind, term.level) for term in known.in_force(on) if (body := known.by_id.get(term.body))}
    held = (
        (one.approval.unit, one.approval.name)
        for one in registered()
        if one.approval.kind is RegisterKind.INTERNAL and one.holds_on(on)
    )
    return lacking(kinds, held)


def steps_of(table: str, read: ProcessReader) -> ApprovedProcess | None:
    """Read the steps of a kept table, once; None where it is lost or cannot be read, which an import would refuse."""
    return _read(table, read) if table else None


@lru_cache(maxsize=2048)
def _read(table: str, read: ProcessReader) -> ApprovedProcess | None:
    try:
        return read(kept_path(table))
    except Refused:
        return None


def _version(
    held: Registered, on: date, runs: dict[tuple[str, str], int], known: Bodies, read: ProcessReader
) -> Version:
    told = held.approval
    return Version(
        approval=told, process=steps_of(told.table, read), runs=runs.get((told.unit, told.code), 0),
        heirs=None if known.term_on(told.unit, on) else _heirs(told.unit, on, known),
    )  # fmt: skip


def _heirs(unit: str, on: date, known: Bodies) -> tuple[str, ...]:
    return tuple(called(known, body) for body in sorted(known.on(on).inheritors(unit)))


def _around(on: date, versions: list[Version], known: Bodies) -> Around:
    totals: dict[str, dict[str, list[str]]] = {}
    for one in versions:
        if one.process is not None and one.process.total_limit is not None:
            mine = totals.setdefault(fold(one.approval.name), {})
            mine.setdefault(describe(one.process.total_limit), []).append(called(known, one.approval.unit))
    told = {name: {limit: tuple(sorted(names)) for limit, names in mine.items()} for name, mine in totals.items()}
    return Around(on=on, titles=dict(_titles(on, {one.approval.unit for one in versions}, known)), totals=told)


def _titles(on: date, units: set[str], known: Bodies) -> Iterator[tuple[str, frozenset[str]]]:
    """The titles of posts in each body and below it."""
    posts = service().titles(on)
    tree = known.on(on)
    for unit in units:
        within = {unit, *tree.below(unit)}
        yield unit, frozenset(fold(title) for body, title in posts if body in within)
