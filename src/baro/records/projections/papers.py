"""Papers of dossiers, from the acts that name them, attach, use again, check, push and withdraw their copies."""

import json
from datetime import date
from typing import Any

from baro.records.models.papers import PaperRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.dossier_papers import count_papers
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry

_NAMED = ("dossier", "source", "body", "number", "part")
_FILE = ("file", "size", "is_cleaned", "integrity")


@projects("paper.named")
def named(entry: Entry) -> None:
    """A paper was named."""
    data = entry.data
    PaperRow.objects.whole().create(
        id=data["paper"], stream=entry.stream, **{name: data[name] for name in _NAMED}, named_by=entry.actor,
        named_at=entry.recorded_at, title=entry.personal.get("title") or "",
    )  # fmt: skip
    _count(entry)


@projects("paper.attached")
def attached(entry: Entry) -> None:
    """A file was attached."""
    _change(entry, **_file_of(entry), attached_by=entry.actor, attached_at=entry.recorded_at)


@projects("paper.reused")
def reused(entry: Entry) -> None:
    """The copy of another dossier's paper was used again."""
    of = {"reused_from": entry.data["of"], "reused_part": entry.data["of_part"]}
    _change(entry, **_file_of(entry), **of, attached_by=entry.actor, attached_at=entry.recorded_at)


@projects("paper.checked")
def checked(entry: Entry) -> None:
    """The signatures of a file were checked again."""
    _change(entry, signatures=_signatures(entry), integrity=entry.data["integrity"], checked_at=entry.recorded_at)


@projects("paper.pushed")
def pushed(entry: Entry) -> None:
    """A copy was pushed to a store."""
    data = entry.data
    day = date.fromisoformat(data["on"])
    _change(entry, store=data["store"], pushed_on=day, reference=data["reference"], pushed_by=entry.actor)


@projects("paper.withdrawn")
def withdrawn(entry: Entry) -> None:
    """A paper was told by mistake."""
    reason = entry.personal.get("reason") or ""
    _change(entry, withdrawn_by=entry.actor, withdrawn_at=entry.recorded_at, reason=reason)


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was told of papers was erased."""
    kind, _ = erased_stream(entry)
    if kind == "paper":
        project_again(entry, PaperRow.objects.whole().filter(stream=entry.data["stream"]))


def _change(entry: Entry, **told: Any) -> None:
    PaperRow.objects.whole().filter(pk=entry.data["paper"]).update(**told)
    _count(entry)


def _count(entry: Entry) -> None:
    count_papers(entry.data["dossier"], entry.data["source"])


def _file_of(entry: Entry) -> dict[str, Any]:
    told = {name: entry.data[name] for name in _FILE}
    return {
        **told, "signatures": _signatures(entry), "file_name": entry.personal.get("file_name") or "",
        "checked_at": entry.recorded_at,
    }  # fmt: skip


def _signatures(entry: Entry) -> list[dict[str, str]]:
    """The signatures with who signed, as far as that is still told."""
    told = entry.data["signatures"]
    signers = json.loads(entry.personal.get("signers") or "[]") or [""] * len(told)
    return [{**one, "signer": signer} for one, signer in zip(told, signers, strict=True)]
