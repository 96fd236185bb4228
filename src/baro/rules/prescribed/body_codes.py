"""Codes of bodies: of administrative units (General Statistics Office) and of agencies (QĐ 20/2020/QĐ-TTg art. 4, 6, 7).

Codes are text. A spreadsheet that took them for numbers has dropped their leading zeros; that is refused, not guessed.
"""

import re
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused

LONGEST = 35  # QĐ 20/2020/QĐ-TTg art. 4


class CodeScheme(StrEnum):
    """By which rule a code is made; `OWN` is a code of the authority's own, for bodies whose official one is not known."""

    UNKNOWN = "unknown"
    TERRITORY = "territory"
    AGENCY = "agency"
    AGENCY_OLD = "agency_old"
    OTHER_ORGANISATION = "other_organisation"
    OWN = "own"


_FORMS = (
    (CodeScheme.TERRITORY, re.compile(r"\d{2}|\d{3}|\d{5}")),
    (CodeScheme.OTHER_ORGANISATION, re.compile(r"Z\d{2}[A-Z0-9]+")),
    (CodeScheme.AGENCY, re.compile(r"[A-Y]\d{2}(\.[A-Z0-9]+)*")),
    (CodeScheme.AGENCY_OLD, re.compile(r"\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}")),
)
_OWN = re.compile(r"[A-Z0-9][A-Z0-9.\-]*")
_DIGITS = {"city": 2, "district": 3, "commune": 5}


def scheme_of(code: str) -> CodeScheme | None:
    """Tell by which rule a code is made; None if it follows none."""
    if not code:
        return CodeScheme.UNKNOWN
    if len(code) > LONGEST:
        return None
    official = next((scheme for scheme, form in _FORMS if form.fullmatch(code)), None)
    return official or (CodeScheme.OWN if _OWN.fullmatch(code) else None)


def check_code(code: str, level: str) -> None:
    """Refuse a code that follows no rule, or one of digits only that is too short for its level.

    Raises `Refused("body.code_form" | "body.code_lost_zeros")`.
    """
    if scheme_of(code) is None:
        raise Refused("body.code_form", written=code, longest=LONGEST)
    wanted = _DIGITS.get(level)
    if code.isdigit() and wanted and len(code) < wanted:
        raise Refused("body.code_lost_zeros", written=code, digits=wanted)
