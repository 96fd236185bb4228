"""Complaints and denunciations as a register tells them: when received, when concluded."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused


class PetitionKind(StrEnum):
    """`COMPLAINT` khiếu nại; `DENUNCIATION` tố cáo; `UNTOLD` where the source counts both together."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Petition:
    """A matter received by a body on a day. A denunciation is known to its `compartment` alone (Luật Tố cáo 2018 art. 56)."""

    id: str
    unit: str
    code: str
    kind: PetitionKind
    received_on: date
    handler: str = ""
    compartment: str = ""


@dataclass(frozen=True, slots=True)
class PetitionCounts:
    """Matters received; of these concluded, with proposals reported; and still being verified."""

    total: int
    concluded: int
    verifying: int


@dataclass(frozen=True, slots=True)
class PetitionClock:
    """When a matter was received, and concluded if it was, by the days that count for figures."""

    kind: PetitionKind
    received_on: date
    concluded_on: date | None


def check_petition(petition: Petition) -> None:
    """Refuse a matter without number, and a denunciation outside a compartment.

    Raises `Refused("petition.no_code" | "petition.denunciation_open")`.
    """
    if not petition.code.strip():
        raise Refused("petition.no_code")
    if petition.kind is PetitionKind.DENUNCIATION and not petition.compartment:
        raise Refused("petition.denunciation_open")


def check_conclusion(received_on: date, concluded_on: date | None, on: date) -> None:
    """Refuse a second conclusion, and one before the matter was received.

    Raises `Refused("petition.concluded_already" | "petition.concluded_before_receipt")`.
    """
    if concluded_on is not None:
        raise Refused("petition.concluded_already", on=f"{concluded_on:%d/%m/%Y}")
    if on < received_on:
        raise Refused("petition.concluded_before_receipt", received=f"{received_on:%d/%m/%Y}", on=f"{on:%d/%m/%Y}")
