"""The phases of a delivery that comes by page or API: a first look, the check, the receiving."""

import time
from datetime import datetime

from baro.app.import_sources import described
from baro.app.importing import Asked, check_file
from baro.app.leftovers import sweep
from baro.channels.intake.first_look import first_look
from baro.channels.intake.mapping import parse_mapping
from baro.channels.wording import sentence
from baro.desk import permission
from baro.desk.by import by_job
from baro.desk.import_sources import describe_source
from baro.desk.imports import receive
from baro.records.loading.holding import held_if_free
from baro.records.loading.segments import job_folder, staging_folder, throw_away
from baro.records.loading.tickets import Look, LookField, Ticket, Work, read_ticket, write_look, write_work
from baro.records.queries.access import standing_of
from baro.records.queries.imports import find_source
from baro.rules.observed.delivery import Extent
from baro.rules.observed.reconciliation import Declared
from baro.rules.prescribed.policy.doors import JOBS
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

_EVERY = 0.3  # seconds between two tellings of how far it is


def do_phase(ticket_id: str, phase: str, at: datetime) -> None:
    """Do one phase and tell how it went; a refusal is told in its sentence, anything else breaks the work off. What another
    process does already is left to it."""
    sweep(at)
    with held_if_free(ticket_id) as is_mine:
        if is_mine:
            _do(read_ticket(ticket_id), phase, at)


def _do(ticket: Ticket, phase: str, at: datetime) -> None:
    ticket_id = ticket.id
    teller = _Teller(ticket_id, phase)
    try:
        batch = _PHASES[phase](ticket, at, teller)
        work = Work(phase=phase, state="done", batch=batch)
    except Refused as refusal:
        work = Work(phase=phase, state="refused", sentence=sentence(refusal))
    except _Dropped:
        throw_away(staging_folder(ticket_id))
        return
    if job_folder(ticket_id).exists():
        write_work(ticket_id, work)


class _Dropped(Exception):
    """Its person has dropped the delivery while the work went on."""


class _Teller:
    """Tells the stage and the share, not too often; stops the work on a delivery that was dropped."""

    def __init__(self, ticket: str, phase: str) -> None:
        self._ticket, self._phase, self._stage, self._last = ticket, phase, "", 0.0
        self.share(0, 0)

    def stage(self, words: str) -> None:
        """A stage begins."""
        self._stage, self._last = words, 0.0
        self.share(0, 0)

    def share(self, done: int, total: int) -> None:
        """So much of the stage is done."""
        if time.monotonic() - self._last >= _EVERY:
            if not job_folder(self._ticket).exists():
                raise _Dropped
            self._last = time.monotonic()
            work = Work(phase=self._phase, state="running", stage=self._stage, done=done, total=total)
            write_work(self._ticket, work)


def _look(ticket: Ticket, at: datetime, teller: _Teller) -> str:
    """The look records nothing, so no act of the desk asks the policy for who brought the delivery: their role may have
    ended since."""
    source = find_source(ticket.source)
    subject = Subject(id=ticket.source, unit=source.unit if source else ticket.unit)
    permission.require(standing_of(ticket.actor), JOBS["look"] if source else "import.describe", subject, at)
    teller.stage("Xem các cột của tệp")
    seen = first_look(ticket.file, parse_mapping(source.mapping if source else ""))
    fields = tuple(
        LookField(role=r.role.value, title=r.title, column=r.column, by_name=r.by_name, is_required=r.is_required)
        for r in seen.roles
    )
    write_look(ticket.id, Look(columns=seen.columns, fields=fields, sample=seen.sample))
    return ""


def _check(ticket: Ticket, at: datetime, teller: _Teller) -> str:
    by = by_job(ticket.actor, at, unit=ticket.unit, source=ticket.channel)
    told = described(ticket.source, name=ticket.source_name or None, mapping=ticket.mapping)
    known = find_source(ticket.source)
    if told is not None and (known is None or (told.mapping, told.name) != (known.mapping, known.name)):
        describe_source(told, by, at)
    throw_away(staging_folder(ticket.id))
    asked = Asked(
        ticket=ticket.id,
        file=ticket.file,
        source=ticket.source,
        extent=Extent.PART if ticket.is_part else Extent.WHOLE,
        declared=Declared(dossiers=ticket.declared_dossiers, rows=ticket.declared_rows),
    )
    check_file(asked, by, at, teller.stage, teller.share)
    return ""


def _receive(ticket: Ticket, at: datetime, teller: _Teller) -> str:
    teller.stage("Nhận vào sổ")
    by = by_job(ticket.receiver or ticket.actor, at, unit=ticket.unit, source=ticket.channel, request=ticket.request)
    received = receive(ticket.id, by, at, leaving_out_faults=ticket.leaving_out_faults)
    ticket.file.unlink(missing_ok=True)
    return received.batch


_PHASES = {"look": _look, "check": _check, "receive": _receive}
