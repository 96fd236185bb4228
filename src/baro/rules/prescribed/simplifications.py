"""Simplification of a procedure (đơn giản hóa thủ tục hành chính): what is proposed to be cut, and why."""

from dataclasses import dataclass
from datetime import date

from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Simplification:
    """What the body `unit` proposed to cut of the procedure of a code, by the document `document` signed on a day: so many
    papers, steps, days of the limit, đồng of cost to whoever applies; `what` and `reason` in the words of the document."""

    id: str
    unit: str
    procedure: str
    name: str
    what: str
    reason: str
    document: str
    signed_on: date
    papers: int = 0
    steps: int = 0
    days: int = 0
    cost: int = 0

    @property
    def cuts(self) -> tuple[int, int, int, int]:
        """Papers, steps, days, đồng."""
        return (self.papers, self.steps, self.days, self.cost)


def check_simplification(told: Simplification) -> None:
    """Refuse one without a procedure, without saying what is cut, or that cuts nothing or less than nothing. Raises
    `Refused("simplification.…")`."""
    if not told.procedure.strip() or not told.name.strip():
        raise Refused("simplification.no_procedure")
    if not told.what.strip():
        raise Refused("simplification.no_what")
    if min(told.cuts) < 0 or not any(told.cuts):
        raise Refused("simplification.nothing_cut")
