"""What a red flag is: a question to a unit with its ground, never a finding about a person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from baro.rules.judged.signals.case_facts import CaseFacts
from baro.rules.judged.signals.case_table import CaseRow, CaseTable
from baro.rules.judged.signals.fact_columns import FactColumns
from baro.rules.judged.signals.raised import Raised
from baro.rules.prescribed.workdays import Calendar

Parameters = Mapping[str, int]


class Severity(StrEnum):
    """How grave the question is; an ordering aid, not a sanction."""

    NOTE = "note"
    MINOR = "minor"
    MAJOR = "major"
    SERIOUS = "serious"


@dataclass(frozen=True, slots=True)
class Signal:
    """A red flag: its rule and everything a reader must know to judge it fairly. Texts are Vietnamese.

    `question` is a format string over `case`, `amount` and the parameters, worded as a question to the unit; `rule` one
    over the parameters alone. `needs`: names of `EventLog.present` (and "competence") and of `Kind`s without which it
    is told as "not checked"; all of them are needed, and "A|B" asks for either.

    A signal looks either at one case at a time (`raise_in`, with the plain rule `readable`: event of the case, amount)
    or across cases (`raise_over`, with `readable_over`: row of the table, amount).
    """

    code: str
    name: str
    question: str
    severity: Severity
    duty: str
    article: str
    false_positives: str
    parameters: Parameters
    needs: frozenset[str]
    rule: str
    raise_in: Callable[[FactColumns, Parameters], Raised] | None = None
    readable: Callable[[CaseFacts, Parameters], list[tuple[int, int]]] | None = None
    raise_over: Callable[[CaseTable, Parameters], Raised] | None = None
    readable_over: Callable[[Sequence[CaseRow], Parameters], list[tuple[int, int]]] | None = None

    @property
    def whole_log(self) -> bool:
        """Say whether it compares cases with each other, and so must see all of them at once."""
        return self.raise_over is not None


__all__ = ["Calendar", "CaseFacts", "CaseRow", "CaseTable", "FactColumns", "Parameters", "Raised", "Severity", "Signal"]
