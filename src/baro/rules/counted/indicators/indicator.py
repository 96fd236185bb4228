"""What an indicator is: a definition with a version, and the two sets of dossiers that it divides."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from baro.rules.counted.cases import CountedCases, Mask
from baro.rules.counted.told import Figure, Measure

HIDDEN_BELOW = 5  # rates over fewer dossiers are not shown (domain 9.5)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A share: `numerator` within `denominator`, both masks over dossiers."""

    key: str
    label: str
    definition: str
    version: str
    numerator: Callable[[CountedCases], Mask]
    denominator: Callable[[CountedCases], Mask]

    def over(self, cases: CountedCases, scope: Mask | None = None) -> Figure:
        """Compute the figure over all dossiers, or over those in `scope`; the value is None when n < 5."""
        base = self.denominator(cases)
        base = base if scope is None else base & scope
        n = int(np.count_nonzero(base))
        return self.told(int(np.count_nonzero(base & self.numerator(cases))), n)

    def told(self, part: int, n: int) -> Figure:
        """Give the figure of counts made elsewhere; the value is None when n < 5."""
        value = part / n if n >= HIDDEN_BELOW else None
        return Figure(self.key, self.label, value, Measure.SHARE, part, n, self.definition, self.version)
