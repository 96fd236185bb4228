"""A proposal for two persons on a day: where it stands, and how long it holds.

How long one holds is no number of the law: an authority sets it in its regulation (`proposal_days` in `baro.toml`), and
until it does, a row of this file says it, unverified.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Stage(StrEnum):
    """Where a proposal stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    CARRIED_OUT = "carried_out"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


UNDER_WAY = frozenset({Stage.WAITING, Stage.APPROVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """For how many days a proposal holds that is made on a day of a term; `verified`: some instrument says so."""

    days: int
    valid_from: date
    basis: str
    verified: bool


VALIDITY: tuple[Validity, ...] = (
    Validity(
        days=14,
        valid_from=date(2000, 1, 1),
        basis="mặc định của Ba Rõ, chưa có văn bản; cơ quan đặt lại bằng quy chế",
        verified=False,
    ),
)
"""By first day, the latest last."""


def validity_on(on: date) -> Validity:
    """Give the row in force on a day."""
    return next(row for row in reversed(VALIDITY) if row.valid_from <= on)


def last_day(made_on: date, days: int | None) -> date:
    """Give the last day of a proposal made on a day; `days` as the authority set it, None where it set nothing."""
    return made_on + timedelta(days=validity_on(made_on).days if days is None else days)


def stage_on(on: date, *, outcome: str, is_approved: bool, expires_on: date | None) -> Stage:
    """Say where a proposal stands on a day: what ended it counts; else its last day; else whether it was approved."""
    if outcome:
        return Stage(outcome)
    if expires_on is not None and expires_on < on:
        return Stage.EXPIRED
    return Stage.APPROVED if is_approved else Stage.WAITING
