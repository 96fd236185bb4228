"""Proposals to the upper level (kiến nghị với cấp trên): what a body proposed, by which document, to whom. No instrument that we
could read sets a limit for the answer: `until` is the day that a document names, or None."""

from dataclasses import dataclass
from datetime import date

from baro.rules.observed.followed import check_document
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class UpwardProposal:
    """What the body `unit` proposed to the body `to`, by the document `document` signed on a day; `counts_on` is the day from
    which figures count (`rules/judged/late_entry.py`)."""

    id: str
    unit: str
    about: str
    document: str
    signed_on: date
    to: str
    until: date | None = None
    counts_on: date = date.min


def check_upward(told: UpwardProposal) -> None:
    """Refuse a proposal that does not say what, has no document, goes to who made it, or wants its answer before it was
    made. Raises `Refused("upward.no_about" | "upward.to_itself" | "upward.until_before" | "followed.…")`."""
    if not told.about.strip():
        raise Refused("upward.no_about")
    check_document(told.document)
    if told.to == told.unit:
        raise Refused("upward.to_itself")
    check_until(told.until, told.signed_on)


def check_until(until: date | None, on: date) -> None:
    """Refuse an answer wanted before it is asked for. Raises `Refused("upward.until_before")`."""
    if until is not None and until < on:
        raise Refused("upward.until_before", day=f"{on:%d/%m/%Y}")
