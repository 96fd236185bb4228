"""Papers of a dossier (thành phần hồ sơ, kết quả giải quyết) and their electronic copies: what is told of them, what may follow.

A paper is named; then a file is attached, or the copy of another dossier's paper is used again; a copy is pushed to a store; a
paper told by mistake is withdrawn, with a reason. States per component as found in practice (0 not digitised, 1 digitised, 2
and 3 used again from a component or a result): `docs/decisions/0034`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused

LONGEST_TITLE, LONGEST_REFERENCE, MOST = 300, 120, 200
"""Letters of a paper's name and of a reference; so many papers one dossier may have."""
MOST_BYTES = 20 * 1024 * 1024
"""No instrument that we could read sets it; a scanned dossier of a hundred pages is smaller."""

MEDIA_TYPES = {".pdf": "application/pdf", ".jpg": "image/jpeg", ".png": "image/png"}
"""What a copy that is kept under an ending comes down as."""


class Part(StrEnum):
    """What a paper is to its dossier: what was handed in with it, or what it brought."""

    COMPONENT = "component"
    RESULT = "result"


class Integrity(StrEnum):
    """What the signatures of a file say of its content. `CHANGED`: something was changed after signing that a signature does
    not allow; `BROKEN`: what was signed is not what is there; `UNREADABLE`: there is a signature that could not be read."""

    NONE = "none"
    INTACT = "intact"
    CHANGED = "changed"
    BROKEN = "broken"
    UNREADABLE = "unreadable"


class Trust(StrEnum):
    """Whether the signer's certificate leads to a root that the authority keeps. `NO_ROOTS`: it keeps none, so nobody can say."""

    NO_ROOTS = "no_roots"
    TRUSTED = "trusted"
    NOT_TRUSTED = "not_trusted"


class Store(StrEnum):
    """Where a copy is pushed to: the national store, or the province's."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature of a file: the subject of its certificate, when the signer says that they signed (None: not told)."""

    signer: str
    signed_at: datetime | None
    integrity: Integrity
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPaper:
    """A file that was looked through and may be kept: its content as it is to be kept, its ending (".pdf"), how it was called,
    and its signatures. `is_cleaned`: what told of persons and programs beside the content was taken out; never of a signed one."""

    content: bytes
    ending: str
    file_name: str
    signatures: tuple[Signature, ...] = ()
    is_cleaned: bool = False

    @property
    def integrity(self) -> Integrity:
        """What all signatures together say."""
        return weakest(self.signatures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of a dossier. `file`: under which name its copy is kept ("": none); `reused_from`: the paper of another dossier
    whose copy it is, and which part of it. Persons by id; texts of people are "" once erased."""

    id: str
    dossier: str
    body: str
    number: int
    part: Part
    title: str
    named_by: str
    named_at: datetime
    file: str = ""
    file_name: str = ""
    size: int = 0
    is_cleaned: bool = False
    signatures: tuple[Signature, ...] = ()
    integrity: Integrity = Integrity.NONE
    attached_by: str = ""
    attached_at: datetime | None = None
    checked_at: datetime | None = None
    reused_from: str = ""
    reused_part: Part | None = None
    store: Store | None = None
    pushed_on: date | None = None
    reference: str = ""
    pushed_by: str = ""
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    reason: str = ""

    @property
    def counts(self) -> bool:
        """Say whether it stands: it was not withdrawn."""
        return self.withdrawn_at is None


def weakest(signatures: Iterable[Signature]) -> Integrity:
    """Give what several signatures say together: as bad as the worst of them; `NONE` where there is none."""
    order = (Integrity.BROKEN, Integrity.CHANGED, Integrity.UNREADABLE, Integrity.INTACT)
    found = {one.integrity for one in signatures}
    return next((one for one in order if one in found), Integrity.NONE)


def check_named(known: Sequence[Paper], title: str) -> None:
    """Refuse a paper without a name, one too long a name, and one paper too many. Raises `Refused("paper.no_title" |
    "paper.long_title" | "paper.too_many")`."""
    if not title.strip():
        raise Refused("paper.no_title")
    if len(title.strip()) > LONGEST_TITLE:
        raise Refused("paper.long_title", most=LONGEST_TITLE)
    if len(known) >= MOST:
        raise Refused("paper.too_many", most=MOST)


def check_attached(paper: Paper) -> None:
    """Refuse a file for a paper that was withdrawn or has one. Raises `Refused("paper.withdrawn" | "paper.has_file")`."""
    _check_stands(paper)
    if paper.file:
        raise Refused("paper.has_file")


def check_reused(paper: Paper, other: Paper) -> None:
    """Refuse to use again what has no copy, or a paper of the same dossier; only a component is used again. Raises as
    `check_attached`, and `Refused("paper.reuse_component" | "paper.reuse_nothing" | "paper.reuse_same")`."""
    check_attached(paper)
    if paper.part is not Part.COMPONENT:
        raise Refused("paper.reuse_component")
    if not other.file or not other.counts:
        raise Refused("paper.reuse_nothing")
    if other.dossier == paper.dossier:
        raise Refused("paper.reuse_same")


def check_pushed(paper: Paper, on: date, reference: str, today: date) -> None:
    """Refuse to say that a copy was pushed which is not there or was pushed already, on a day to come, or
    without a number. Raises `Refused("paper.withdrawn" | "paper.no_file" | "paper.pushed_already" |
    "paper.pushed_in_future" | "paper.no_reference" | "paper.long_reference")`."""
    _check_stands(paper)
    if not paper.file:
        raise Refused("paper.no_file")
    if paper.store is not None:
        raise Refused("paper.pushed_already")
    if on > today:
        raise Refused("paper.pushed_in_future")
    if not reference.strip():
        raise Refused("paper.no_reference")
    if len(reference.strip()) > LONGEST_REFERENCE:
        raise Refused("paper.long_reference", most=LONGEST_REFERENCE)


def check_withdrawn(paper: Paper, reason: str) -> None:
    """Refuse to withdraw twice, or without a reason. Raises `Refused("paper.withdrawn" | "paper.no_reason")`."""
    _check_stands(paper)
    if not reason.strip():
        raise Refused("paper.no_reason")


def _check_stands(paper: Paper) -> None:
    if not paper.counts:
        raise Refused("paper.withdrawn")
