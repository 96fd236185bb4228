"""The processes of one work, body by body, as the register holds them on a day: what there is to harmonise."""

from datetime import date
from functools import lru_cache

from baro.desk.process_register import ProcessReader, steps_of
from baro.records.queries.organisation import bodies
from baro.records.queries.processes import registered
from baro.rules.judged.harmonising.harmonised import Harmonised, harmonise
from baro.rules.judged.harmonising.variants import HeldProcess, Work, works_of
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.work_processes import RegisterKind


def works_on(on: date, read: ProcessReader) -> tuple[Work, ...]:
    """The works for which two bodies or more have a process in force on a day; what several bodies handle together is none."""
    return works_of(
        HeldProcess(
            id=told.id, body=told.unit, name=told.name, kind=told.kind, since=told.approved_on,
            process=steps_of(told.table, read),
        )
        for one in registered()
        if one.holds_on(on) and (told := one.approval).kind is not RegisterKind.LINKED
    )  # fmt: skip


@lru_cache(maxsize=64)
def harmonised(work: Work) -> Harmonised:
    """A work harmonised, worked out once as long as nothing in it changes: the page and its files ask for the same."""
    return harmonise(work)


def names_in(works: tuple[Work, ...]) -> dict[str, str]:
    """How the bodies of these works are called, by id."""
    known = bodies()
    return {one.body: called(known, one.body) for work in works for one in work.all}
