"""Record the simplifications of the demo, each once."""

from dataclasses import replace
from datetime import datetime

from baro.channels.demo.authority.simplification import simplifications
from baro.desk.by import By
from baro.desk.followed import Telling
from baro.desk.simplifications import decide_simplification, propose_simplification
from baro.records.queries.followed import simplification


def record_simplifications(by: By, at: datetime) -> None:
    """Record what is not yet recorded."""
    for told, decided in simplifications():
        if simplification(told.id) is not None:
            continue
        mine = replace(by, unit=told.unit)
        propose_simplification(told, mine, at)
        if decided is not None:
            kind, on, begins = decided
            telling = Telling(kind=kind, on=on, until=begins, document=told.document.replace("TTr", "QĐ"))
            decide_simplification(told.id, telling, mine, at)
