"""What was said at weekly briefings, from the acts that say it."""

import json
from collections.abc import Iterator
from datetime import date

from baro.records.ledger.bodies import read_moment
from baro.records.models.briefings import BriefingConclusionRow, BriefingRow, LatenessExplanationRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.organisation import day
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.observed.entries import Entry


@gives_rows("lateness.explained")
def explained(entry: Entry) -> Iterator[RowChange]:
    """A unit said why a dossier is late."""
    told = {name: entry.data[name] for name in ("dossier", "body", "cause")}
    yield row(
        LatenessExplanationRow, id=entry.data["explanation"], **told, promised_on=day(entry.data["promised_on"]),
        words=entry.personal.get("words") or "", said_by=entry.actor, said_at=entry.recorded_at,
    )  # fmt: skip


@gives_rows("briefing.frozen")
def frozen(entry: Entry) -> Iterator[RowChange]:
    """A week was frozen as it stood."""
    yield row(
        BriefingRow, id=entry.data["briefing"], body=entry.data["body"], monday=date.fromisoformat(entry.data["monday"]),
        as_of=read_moment(entry.data["as_of"]), figures=json.dumps(entry.data["figures"], ensure_ascii=False),
        internal=json.dumps(entry.data.get("internal", []), ensure_ascii=False),
        frozen_by=entry.actor, frozen_at=entry.recorded_at,
    )  # fmt: skip


@gives_rows("briefing.concluded")
def concluded(entry: Entry) -> Iterator[RowChange]:
    """Something was concluded."""
    told = {name: entry.data[name] for name in ("briefing", "body")}
    yield row(
        BriefingConclusionRow, id=entry.data["conclusion"], **told, monday=date.fromisoformat(entry.data["monday"]),
        due_on=date.fromisoformat(entry.data["due_on"]), words=entry.personal.get("words") or "",
        lead=entry.personal.get("lead") or "", made_by=entry.actor, made_at=entry.recorded_at,
    )  # fmt: skip


@gives_rows("briefing.carried_out")
def carried_out(entry: Entry) -> Iterator[RowChange]:
    """What was concluded was done."""
    yield change(
        BriefingConclusionRow, entry.data["conclusion"], done_on=date.fromisoformat(entry.data["done_on"]),
        done_by=entry.actor, result=entry.personal.get("result") or "",
    )  # fmt: skip


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was said was erased."""
    kind, key = erased_stream(entry)
    if kind == "lateness":
        project_again(entry, LatenessExplanationRow.objects.whole().filter(pk__startswith=f"{key}."))
    elif kind == "conclusion":
        project_again(entry, BriefingConclusionRow.objects.whole().filter(pk=key))
