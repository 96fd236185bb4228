"""A delivery on its way, for the page and the API: what was asked, how far the work has come, what was found.

Each is a small file in a folder of its own, written whole: the work runs in a process of its own, may be killed, and is
then simply begun again.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from baro.records.loading.segments import job_folder
from baro.rules.prescribed.refusals import Refused

_ASKED, _PROGRESS, _LOOK = "asked.json", "progress.json", "look.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What somebody asked for. `mapping` None: not said yet, or as saved with the source. `actor` uploaded the file;
    `receiver` asked for it to be received."""

    id: str
    source: str
    source_name: str
    file_name: str
    is_part: bool
    declared_dossiers: int | None
    declared_rows: int | None
    actor: str
    unit: str
    channel: str
    at: str
    request: str = ""
    mapping: str | None = None
    receiver: str = ""
    leaving_out_faults: bool = False

    @property
    def file(self) -> Path:
        """Where the uploaded file lies."""
        return job_folder(self.id) / "upload" / self.file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How far the work on a ticket has come: the phase ("look", "check", "receive"), the stage in words, a share.
    `state`: "running", "done", "refused" (with its sentence), "broken" (the process is gone)."""

    phase: str
    state: str
    stage: str = ""
    done: int = 0
    total: int = 0
    sentence: str = ""
    batch: str = ""
    pid: int = 0

    @property
    def percent(self) -> int:
        """The share done, in hundredths."""
        return 100 * self.done // self.total if self.total else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LookField:
    """A role that a column may play: its title, the column by saved mapping or name, the column by name alone ("" none)."""

    role: str
    title: str
    column: str
    by_name: str
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a first look found: the titles of the columns, what they may mean, rows to show."""

    columns: tuple[str, ...]
    fields: tuple[LookField, ...]
    sample: tuple[tuple[str, ...], ...]

    @property
    def is_clear(self) -> bool:
        """Whether all that must be there was recognised."""
        return all(f.column for f in self.fields if f.is_required)


def write_ticket(ticket: Ticket) -> None:
    """Keep what was asked."""
    _write(ticket.id, _ASKED, asdict(ticket))


def read_ticket(ticket_id: str) -> Ticket:
    """Read what was asked. Raises `Refused("import.no_ticket")`."""
    told = _read(ticket_id, _ASKED) if ticket_id.isalnum() else None
    if told is None:
        raise Refused("import.no_ticket", ticket=ticket_id)
    return Ticket(**told)


def write_work(ticket_id: str, work: Work) -> None:
    """Keep how far it has come."""
    _write(ticket_id, _PROGRESS, asdict(replace(work, pid=os.getpid())))


def read_work(ticket_id: str) -> Work | None:
    """Read how far it has come; "broken" if the process that said so is gone."""
    told = _read(ticket_id, _PROGRESS)
    if told is None:
        return None
    work = Work(**told)
    return replace(work, state="broken") if work.state == "running" and not _lives(work.pid) else work


def write_look(ticket_id: str, look: Look) -> None:
    """Keep what a first look found."""
    _write(ticket_id, _LOOK, asdict(look))


def read_look(ticket_id: str) -> Look | None:
    """Read what a first look found."""
    told = _read(ticket_id, _LOOK)
    if told is None:
        return None
    return Look(
        columns=tuple(told["columns"]),
        fields=tuple(LookField(**f) for f in told["fields"]),
        sample=tuple(tuple(row) for row in told["sample"]),
    )


def _write(ticket_id: str, name: str, told: dict[str, Any]) -> None:
    folder = job_folder(ticket_id)
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.{os.getpid()}.part"
    part.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    part.replace(folder / name)


def _read(ticket_id: str, name: str) -> dict[str, Any] | None:
    try:
        told: dict[str, Any] = json.loads((job_folder(ticket_id) / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return told


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _is_ours(pid)


def _is_ours(pid: int) -> bool:
    """A number is given again to other processes, and a killed child waits to be fetched: neither works for us."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        return (
            status.rpartition(")")[2].split()[0] != "Z" and b"import-job" in Path(f"/proc/{pid}/cmdline").read_bytes()
        )
    except OSError:
        return not Path("/proc/self").exists()
