"""A campaign of review, how far it is, and its processes, in codes and days."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from baro.rules.judged.registered.reviewing import Reviewed, progress
from baro.rules.observed.reviews import Campaign

_KEPT = ("id", "unit", "name", "document", "begins_on", "due_on")


def review_told(told: Campaign, whole: Sequence[Reviewed], on: date) -> dict[str, Any]:
    """Tell a campaign whose processes stand so."""
    far = progress_told(whole)
    return {name: getattr(told, name) for name in _KEPT} | {
        "is_late": told.due_on < on and far["reviewed"] < far["processes"], "progress": far,
    }  # fmt: skip


def bodies_told(whole: Iterable[Reviewed]) -> list[dict[str, Any]]:
    """Tell how far each body is, by id."""
    mine: dict[str, list[Reviewed]] = {}
    for one in whole:
        mine.setdefault(one.process.unit, []).append(one)
    return [{"body": body, "progress": progress_told(mine[body])} for body in sorted(mine)]


def progress_told(found: Iterable[Reviewed]) -> dict[str, int]:
    """Tell how far processes are."""
    told = progress(found)
    return asdict(told) | {"percent": told.percent}


def reviewed_told(one: Reviewed) -> dict[str, Any]:
    """Tell a process of a campaign."""
    told, result = one.process, one.result
    return {
        "process": told.id, "unit": told.unit, "code": told.code, "name": told.name, "state": one.state,
        "found": result.found if result else "", "words": result.words if result else "",
        "found_on": result.on if result else None,
    }  # fmt: skip
