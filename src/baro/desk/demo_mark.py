"""Marking a home as a demo: the first act of all, or never. What is relaxed for a demo is relaxed by this mark alone."""

from datetime import datetime

from baro.desk.by import By, act_of, require
from baro.records.queries.demo_mark import MARK, demo_size, is_empty
from baro.records.recording import record
from baro.rules.prescribed.refusals import Refused


def mark_as_demo(size: str, by: By, at: datetime) -> None:
    """Record that everything in this home is synthetic; a second time, for the same size, records nothing.

    Raises `Refused("demo.home_in_use")` where anything else was recorded first, `Refused("demo.other_size")`.
    """
    require(by, "demo.build", "", at)
    known = demo_size()
    if not known and not is_empty():
        raise Refused("demo.home_in_use")
    if known and known != size:
        raise Refused("demo.other_size", known=known, size=size)
    if not known:
        record(act_of(by, "authority.marked_as_demo", MARK, at, {"size": size}), at=at)
