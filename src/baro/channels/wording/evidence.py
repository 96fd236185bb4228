"""Words for where a dossier stands in the ledger, and the lines that a QR code holds of it."""

import base64

from baro.records.ledger.standing import Stands

PARTS = {
    "held": "Nội dung đang giữ của hồ sơ",
    "first": "Lần đầu nhận hồ sơ",
    "last": "Lần nhập gần nhất có nội dung mới",
}


def in_base64(raw: bytes) -> str:
    """A hash as checkpoints write it."""
    return base64.b64encode(raw).decode()


def looked_up_by(stands: Stands) -> str:
    """What somebody needs to find an entry again and to hold its proof against a paper, a line each; no personal data."""
    lines = [f"log {stands.log}", f"entry {stands.entry}", f"leaf {in_base64(stands.leaf)}"]
    if stands.index is not None:
        lines.append(f"index {stands.index}")
    if stands.checkpoint is not None:
        lines += [f"size {stands.checkpoint.size}", f"root {in_base64(stands.checkpoint.root)}"]
    return "\n".join(lines) + "\n"
