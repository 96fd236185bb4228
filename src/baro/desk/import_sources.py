"""Source systems: what each is called, whose it is, how it is read and judged; who may do what with it."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from baro.desk.by import By, act_of, require
from baro.records.loading.kept_files import KeptFile
from baro.records.queries.imports import Source, find_source
from baro.records.queries.organisation import bodies
from baro.records.recording import record
from baro.rules.observed.acts import Attachment, Value
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_kinds import WorkKind

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,38}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """How a source is called, whose it is (`unit`, the id of a body; "": whose it was, or the body of who describes it),
    how it is read and judged: `mapping` is the text of a mapping file, `prescription` the kept files by role ("process",
    "offices"), `calendar` the name of a calendar, `work` of which kind its dossiers are."""

    code: str
    name: str
    unit: str = ""
    mapping: str = ""
    prescription: Mapping[str, Sequence[KeptFile]] = field(default_factory=dict)
    calendar: str = "vn"
    work: WorkKind = WorkKind.PROCEDURE


def source_for(code: str, operation: str, by: By, at: datetime) -> Source:
    """Give a source with which somebody may do this: the one door for every act on a source or its deliveries.

    Raises `Refused("access.denied" | "access.sign_in")`, and `Refused("import.no_source")` both for a source that is not
    there and for one of which they may not know.
    """
    source = find_source(code)
    if source is None:
        raise Refused("import.no_source", source=code)
    try:
        require(by, operation, source.unit, at)
    except Refused as refusal:
        if refusal.code == "access.not_found":
            raise Refused("import.no_source", source=code) from None
        raise
    return source


def may_describe(code: str, unit: str, by: By, at: datetime) -> str:
    """Let somebody describe a source, new or known; gives the body whose it is.

    Raises `Refused("access.…" | "import.source_taken" | "import.unit_fixed")`: dossiers received belong to a body, and stay
    with it.
    """
    known = find_source(code)
    unit = unit or (known.unit if known else by.unit)
    require(by, "import.describe", unit, at)
    if known is None:
        return unit
    try:
        source_for(code, "import.describe", by, at)
    except Refused:
        raise Refused("import.source_taken", source=code) from None
    if known.last_batch and unit != known.unit:
        raise Refused("import.unit_fixed", source=code, unit=known.unit)
    return unit


def describe_source(told: Description, by: By, at: datetime) -> None:
    """Record how a source is read and judged from now on. Raises `Refused("import.source_code" | "import.work_fixed")`, and as
    `may_describe`: dossiers received stay of their kind."""
    if not _CODE.fullmatch(told.code):
        raise Refused("import.source_code", source=told.code)
    unit = may_describe(told.code, told.unit, by, at)
    known = find_source(told.code)
    if known is not None and known.last_batch and known.work is not told.work:
        raise Refused("import.work_fixed", source=told.code)
    files = [f for kept in told.prescription.values() for f in kept]
    data: dict[str, Value] = {
        "source": told.code,
        "mapping_sha256": mapping_sha256(told.mapping),
        "prescription": {role: [k.name for k in kept] for role, kept in told.prescription.items()},
        "calendar": told.calendar,
        "work": told.work.value,
    }
    act = act_of(
        replace(by, unit=unit), "import_source.described", f"import_source/{told.code}", at, data,
        {"name": told.name, "mapping": told.mapping},
        tuple(Attachment(sha256=f.sha256, size=f.size, kind=f.ending[1:]) for f in files),
    )  # fmt: skip
    record(act, at=at)


def unit_named(told: str, at: datetime) -> str:
    """Give the id of the body that somebody names by its code or its id, on the day of a moment. Raises
    `Refused("import.no_unit")`."""
    known = bodies()
    term = known.with_code(told, at.date()) or known.term_on(told, at.date())
    if term is None:
        raise Refused("import.no_unit", unit=told)
    return term.body


def mapping_sha256(mapping: str) -> str:
    """The hash of a mapping's text; a file read otherwise is another delivery."""
    return hashlib.sha256(mapping.encode()).hexdigest()
