"""When the papers of a dossier are digitised (số hóa), told from what is kept of them.

TT 01/2023/TT-VPCP: prior results, papers that sector law asks for and papers on the agency's list are digitised; a result is
electronic (NĐ 45/2020/NĐ-CP; NĐ 107/2021/NĐ-CP, not verified). Whether a copy without a signature is a result in law could not
be read there: so the copy and the signed copy are counted apart, and neither is called the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from baro.rules.observed.papers import Integrity, Paper, Part


class Copy(IntEnum):
    """The best copy of a dossier's result that is kept here: none, a file, a file whose signatures are all intact."""

    NONE = 0
    FILE = 1
    SIGNED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """What is kept of a dossier: the copy of its result, whether that was pushed to a store; how many components are named, how
    many of these have a copy, how many of those copies are another dossier's."""

    result_copy: Copy = Copy.NONE
    is_pushed: bool = False
    components: int = 0
    components_copied: int = 0
    components_reused: int = 0


def copies_of(papers: Iterable[Paper]) -> Copies:
    """Count what stands; what was withdrawn counts for nothing."""
    standing = [paper for paper in papers if paper.counts]
    components = [paper for paper in standing if paper.part is Part.COMPONENT]
    results = [paper for paper in standing if paper.part is Part.RESULT]
    return Copies(
        result_copy=max((_copy(paper) for paper in results), default=Copy.NONE),
        is_pushed=any(paper.store is not None for paper in results),
        components=len(components),
        components_copied=sum(bool(paper.file) for paper in components),
        components_reused=sum(bool(paper.reused_from) for paper in components),
    )


def is_digitised(is_told: bool, copies: Copies) -> bool:
    """Say whether a result is digitised: the source tells of it (`is_told`), or a copy is kept here."""
    return is_told or copies.result_copy is not Copy.NONE


def _copy(paper: Paper) -> Copy:
    if not paper.file:
        return Copy.NONE
    return Copy.SIGNED if paper.integrity is Integrity.INTACT else Copy.FILE
