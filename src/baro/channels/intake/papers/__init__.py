"""Look through a paper that somebody brings before it is kept: what it is by its content, whether it is safe to keep, what it
tells besides its content, who signed it."""

import re
from pathlib import Path, PurePosixPath

from baro.channels.intake.papers.images import read_image
from baro.channels.intake.papers.pdf import read_pdf
from baro.channels.intake.papers.roots import roots_in
from baro.channels.intake.papers.signatures import check_signatures
from baro.rules.observed.papers import MOST_BYTES, ReadPaper
from baro.rules.prescribed.refusals import Refused

_KINDS = ((b"%PDF-", ".pdf"), (b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"))
_SAME = {".jpeg": ".jpg"}
_UNSAFE = re.compile(r"[^\w. ()-]")
_LONGEST_NAME = 120


def read_paper(content: bytes, name: str, roots: Path) -> ReadPaper:
    """Look through a file of this name. `roots`: the folder of the certificates that the authority trusts. Raises
    `Refused("paper.empty" | "paper.too_large" | "paper.unknown_kind" | "paper.other_kind" | "paper.unreadable" |
    "paper.encrypted" | "paper.scripted" | "paper.carries_files" | "paper.too_big_inside" | "paper.too_many_pixels" |
    "paper.too_many_pages" | "paper.bad_root")`."""
    if not content:
        raise Refused("paper.empty")
    if len(content) > MOST_BYTES:
        raise Refused("paper.too_large", most=MOST_BYTES // 1024 // 1024)
    kind = _kind(content, name)
    if kind == ".pdf":
        found = read_pdf(content)
        signatures = check_signatures(content, roots_in(roots)) if found.is_signed else ()
        return ReadPaper(
            content=found.content, ending=kind, file_name=tidy_name(name), signatures=signatures,
            is_cleaned=not found.is_signed,
        )  # fmt: skip
    return ReadPaper(content=read_image(content, kind), ending=kind, file_name=tidy_name(name), is_cleaned=True)


def tidy_name(name: str) -> str:
    """Give the name of a file without any way out of its folder, nor signs that a header or a screen could take amiss."""
    return _UNSAFE.sub("_", PurePosixPath(name.replace("\\", "/")).name)[-_LONGEST_NAME:].lstrip(". ") or "tep"


def _kind(content: bytes, name: str) -> str:
    """The kind by content; the ending must not say another."""
    kind = next((ending for begins, ending in _KINDS if content.startswith(begins)), "")
    told = PurePosixPath(name.lower()).suffix
    if not kind:
        raise Refused("paper.unknown_kind")
    if _SAME.get(told, told) != kind:
        raise Refused("paper.other_kind", told=told or name[-20:], found=kind)
    return kind
