"""An approved process: what was decided, by whom, which steps, and the net that says which orders are allowed.

Sources: TT 01/2018/TT-VPCP art. 8 (internal process of a TTHC); ISO/IEC 15909 for the net.
"""

from dataclasses import dataclass, field
from datetime import date

from baro.rules.prescribed.durations import Duration


@dataclass(frozen=True, slots=True)
class Approval:
    """The decision that approved a process version (số/ký hiệu, ngày, người ký, ngày công bố)."""

    decision_no: str = ""
    signed_on: date | None = None
    signer: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the step table. `activity` is the NFC label that events carry; `no` as printed ("3", "3a").

    `kind` names the dossier event this step records (a value of `baro.rules.observed.kinds.Kind`), "" if plain work.
    """

    no: str
    activity: str
    role: str = ""
    limit: Duration | None = None
    outputs: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    coordinating_unit: str = ""
    approver_role: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """A transition of the net: `label` is the activity it shows, None when silent. `consumes`/`produces` are
    (place index, weight) pairs."""

    name: str
    label: str | None
    consumes: tuple[tuple[int, int], ...]
    produces: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Net:
    """A labelled place/transition net with one initial and at least one final marking.

    A marking is a tuple of token counts, one per place.
    """

    places: tuple[str, ...]
    transitions: tuple[Transition, ...]
    initial: tuple[int, ...]
    finals: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class ApprovedProcess:
    """One immutable version of an approved process, and the days on which it is in force.

    A dossier is judged by the version in force on its key date (its receipt date); `procedures` lists the codes or
    names of the procedures it serves, empty for "any".
    """

    code: str
    name: str
    net: Net
    steps: tuple[Step, ...] = ()
    procedures: tuple[str, ...] = ()
    version: str = "1"
    valid_from: date | None = None
    valid_to: date | None = None
    approval: Approval = field(default_factory=Approval)
    total_limit: Duration | None = None
    source: str = ""

    def step_of(self, activity: str) -> Step | None:
        """Find the step that an activity label belongs to."""
        return next((s for s in self.steps if s.activity == activity), None)
