"""Rows of papers, read as the rules know them; signatures as a JSON list and back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from baro.records.models.papers import PaperRow
from baro.rules.observed.papers import Integrity, Paper, Part, Signature, Store, Trust


def paper_of(row: PaperRow) -> Paper:
    """Read a row."""
    same = (
        "id", "dossier", "body", "number", "title", "named_by", "named_at", "file", "file_name", "size", "is_cleaned",
        "attached_by", "attached_at", "checked_at", "reused_from", "pushed_on", "reference", "pushed_by", "withdrawn_by",
        "withdrawn_at", "reason",
    )  # fmt: skip
    return Paper(
        **{name: getattr(row, name) for name in same}, part=Part(row.part), integrity=Integrity(row.integrity),
        signatures=tuple(map(_signature, row.signatures)), reused_part=Part(row.reused_part) if row.reused_part else None,
        store=Store(row.store) if row.store else None,
    )  # fmt: skip


def signatures_told(signatures: Iterable[Signature]) -> list[dict[str, str]]:
    """Write signatures as an entry of the ledger and a row hold them, without who signed."""
    return [
        {"at": one.signed_at.isoformat() if one.signed_at else "", "integrity": one.integrity.value, "trust": one.trust.value}
        for one in signatures
    ]  # fmt: skip


def _signature(told: dict[str, Any]) -> Signature:
    return Signature(
        signer=told.get("signer", ""), signed_at=datetime.fromisoformat(told["at"]) if told["at"] else None,
        integrity=Integrity(told["integrity"]), trust=Trust(told["trust"]),
    )  # fmt: skip
