"""What a command or page says of a source, laid over what was known of it; files named are kept with it."""

from collections.abc import Sequence
from pathlib import Path

from baro.channels.intake.mapping import parse_mapping, read_mapping
from baro.channels.intake.offices import read_offices
from baro.channels.intake.processes import read_process
from baro.desk.import_sources import Description
from baro.records.loading.kept_files import KeptFile, keep_file, kept_path
from baro.records.queries.imports import Source, find_source
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.work_kinds import WorkKind


def described(
    code: str, *, name: str | None = None, unit: str | None = None, mapping: Path | str | None = None, process: Sequence[Path] | None = None,
    offices: Path | None = None, calendar: str | None = None, work: WorkKind | None = None,
) -> Description | None:  # fmt: skip
    """Give the new description; None if nothing new is said. `unit` is the id of a body, `mapping` a file or its text.

    A new source without a name is called by its code. Raises `Refused` for a file that cannot be understood: nothing
    unreadable is kept.
    """
    known = find_source(code)
    said = (name, unit, mapping, process, offices, calendar, work)
    if known is not None and all(value is None for value in said):
        return None
    _understood(mapping, process, offices, calendar)
    return Description(
        code=code,
        name=name or (known.name if known else code),
        unit=unit or "",
        mapping=_text(mapping) if mapping is not None else known.mapping if known else "",
        prescription=_files(known, process, offices),
        calendar=calendar or (known.calendar if known else "vn"),
        work=work or (known.work if known else WorkKind.PROCEDURE),
    )


def _understood(
    mapping: Path | str | None, process: Sequence[Path] | None, offices: Path | None, calendar: str | None
) -> None:
    if isinstance(mapping, Path):
        read_mapping(mapping)
    elif mapping is not None:
        parse_mapping(mapping)
    for path in process or ():
        read_process(path)
    if offices is not None:
        read_offices(offices)
    if calendar is not None:
        calendar_named(calendar)


def _text(mapping: Path | str) -> str:
    return mapping.read_text(encoding="utf-8-sig") if isinstance(mapping, Path) else mapping


def _files(known: Source | None, process: Sequence[Path] | None, offices: Path | None) -> dict[str, Sequence[KeptFile]]:
    said: dict[str, Sequence[Path]] = {}
    if known is not None:
        said = {role: [kept_path(name) for name in names] for role, names in known.prescription.items()}
    if process is not None:
        said["process"] = process
    if offices is not None:
        said["offices"] = [offices]
    return {role: [keep_file(path) for path in paths] for role, paths in said.items()}
