"""Record the targets of the demo, each once."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from baro.channels.demo.authority.targets import SOURCE, DemoTarget, targets
from baro.desk.by import By
from baro.desk.permission import day_of
from baro.desk.targets import report_target, revise_target, set_target
from baro.records.queries.targets import target
from baro.rules.observed.targets import Target
from baro.rules.prescribed.amounts import read_amount


def record_targets(by: By, at: datetime) -> None:
    """Record what is not yet recorded, for the year of `at` and the one before."""
    for told in targets():
        if target(told.id) is None:
            _record(told, by, at)


def _record(told: DemoTarget, by: By, at: datetime) -> None:
    year, assigner = day_of(at).year + told.year, replace(by, unit=told.assigner)
    set_target(
        Target(
            id=told.id, body=told.body, assigner=told.assigner, code=told.code, name=told.name, unit=told.unit, first=date(year, 1, 1),
            last=date(year, 12, 31), plan=_amount(told.plan), direction=told.direction, source=SOURCE, recorded_at=at,
        ),
        assigner, at,
    )  # fmt: skip
    if told.revised:
        revise_target(told.id, _amount(told.revised), "Mẫu 45/QĐ-SNNMT", assigner, at)
    for month, written in told.reported:
        upto = date(year, month, monthrange(year, month)[1])
        if upto <= day_of(at):
            report_target(told.id, upto, _amount(written), SOURCE, replace(by, unit=told.body), at)


def _amount(written: str) -> Decimal:
    amount = read_amount(written)
    assert amount is not None  # the demo writes amounts as officials do
    return amount
