"""What every page of a demo says besides: that nothing is real, and who can be tried."""

from dataclasses import dataclass

from baro.channels.wording.access import ROLES
from baro.records.queries.access import accounts_with_roles
from baro.records.queries.demo_mark import is_demo


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """An account that a visitor of the demo may try."""

    username: str
    role: str


def demo_accounts() -> tuple[Tried, ...]:
    """Give the accounts of a demo; nothing in any other home."""
    if not is_demo():
        return ()
    order = list(ROLES)
    found = sorted(accounts_with_roles(), key=lambda told: (order.index(told[1]), told[0]))
    return tuple(Tried(username=name, role=ROLES[role]) for name, role, _ in found)
