"""Which steps may be told of a recorded dossier: those of its approved process, and those of every dossier's life."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from baro.desk.prescription import Prescription
from baro.rules.judged.conformance.automaton import Automaton
from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.judged.conformance.expected import Expected, expected_next
from baro.rules.observed.kind_names import PHRASES, kind_of
from baro.rules.observed.kinds import Kind
from baro.rules.observed.recorded_steps import RecordedStep
from baro.rules.observed.taking_back import standing
from baro.rules.prescribed.in_force import process_in_force
from baro.rules.prescribed.processes import ApprovedProcess, Net, Step

BOOK_MAPPING = "[log]\nevery_kind = true\n"
"""How a book's deliveries are read: their columns have the names that every log has."""
OF_EVERY_DOSSIER = (
    Kind.ASSIGNED, Kind.TRANSFERRED, Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED, Kind.CONSULTED,
    Kind.ANSWERED, Kind.PAYMENT_REQUESTED, Kind.PAID, Kind.PAUSED, Kind.RESUMED, Kind.EXTENDED, Kind.APOLOGISED,
    Kind.REFUSED, Kind.STOPPED, Kind.WITHDRAWN, Kind.RELEASED, Kind.RETURNED, Kind.REOPENED,
)  # fmt: skip
_MAY_ALWAYS = frozenset(OF_EVERY_DOSSIER) - {Kind.RELEASED, Kind.RETURNED, Kind.ASSIGNED, Kind.TRANSFERRED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A step that may be told: `step` is its row in the approved process, None if the process does not have it; `is_expected`:
    the process expects it now; `departs`: to tell it now departs from the process."""

    activity: str
    kind: Kind
    step: Step | None
    is_expected: bool
    departs: bool


def process_of(prescription: Prescription, procedure: str, on: date) -> ApprovedProcess | None:
    """Give the process in force for a procedure on the day of receipt."""
    return process_in_force(prescription.processes, procedure, on)


def receiving_activity(process: ApprovedProcess | None) -> str:
    """Give what the process calls the receipt."""
    return activity_for(process, Kind.RECEIVED)


def activity_for(process: ApprovedProcess | None, kind: Kind) -> str:
    """Give what the process calls a step of a kind, or what everybody calls it."""
    own = (step.activity for step in process.steps if kind_in(step) is kind) if process else ()
    return next(iter(own), PHRASES[kind][0])


def kind_in(step: Step) -> Kind:
    """Give the kind of a step of a process: as the process says, or as its name tells."""
    return Kind[step.kind.upper()] if step.kind else kind_of(step.activity)


def expected_of(process: ApprovedProcess | None, steps: Sequence[RecordedStep]) -> Expected:
    """Give what the process expects after the steps told; nothing where no process is in force."""
    if process is None:
        return Expected((), may_end=True)
    return expected_next(_automaton(process.net, process.code), [step.activity for step in standing(steps)])


def choices(process: ApprovedProcess | None, steps: Sequence[RecordedStep]) -> list[Choice]:
    """Give the steps that may be told now: expected ones first, as the step table has them, then the others."""
    expected = expected_of(process, steps)
    named = {step.activity: step for step in process.steps} if process else {}
    known = [(activity, kind_in(step)) for activity, step in named.items()]
    known += [(a, kind_of(a)) for a in (*expected.activities, *_labels(process)) if a not in named]
    known += [(PHRASES[kind][0], kind) for kind in OF_EVERY_DOSSIER if kind not in {k for _, k in known}]
    found = [
        Choice(
            activity=activity, kind=kind, step=named.get(activity), is_expected=activity in expected.activities,
            departs=process is not None and activity not in expected.activities and kind not in _MAY_ALWAYS,
        )
        for activity, kind in dict.fromkeys(known)
        if kind is not Kind.RECEIVED
    ]  # fmt: skip
    return sorted(found, key=lambda choice: not choice.is_expected)


def _labels(process: ApprovedProcess | None) -> list[str]:
    return sorted({t.label for t in process.net.transitions if t.label}) if process else []


@lru_cache(maxsize=256)
def _automaton(net: Net, name: str) -> Automaton:
    return compile_net(net, name)
