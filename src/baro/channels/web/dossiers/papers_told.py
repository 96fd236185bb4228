"""The papers of a dossier as its page draws them: what has a copy, who signed it, where it was pushed, what one may do now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from baro.channels.web.organisation.named import holders_named
from baro.channels.wording.papers import INTEGRITIES, PARTS, STORES, signature_told
from baro.desk import permission
from baro.desk.papers import DIGITISE, TABLE, papers_of, papers_seen
from baro.desk.permission import Asker
from baro.desk.seeing import subjects_of
from baro.records.queries.dossier_lists import Line
from baro.rules.judged.digitised import Copies, Copy, copies_of
from baro.rules.observed.papers import Integrity, Paper, Part
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import VEIL, hides
from baro.rules.prescribed.zones import VIETNAM, local_time

_STATES = {
    Integrity.NONE: "closed", Integrity.INTACT: "done_on_time", Integrity.CHANGED: "late", Integrity.BROKEN: "late",
    Integrity.UNREADABLE: "unknown",
}  # fmt: skip
_ERASED = "(nội dung đã hủy)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPaper:
    """A paper as the page draws it; texts are veiled where the reader may not see them."""

    id: str
    part: str
    title: str
    file_name: str
    size: str
    has_file: bool
    is_cleaned: bool
    state: str
    word: str
    signatures: tuple[str, ...]
    reused: str
    pushed: str
    told: str
    withdrawn: str
    is_component: bool
    is_signed: bool


def papers_told(who: Asker, line: Line) -> dict[str, Any]:
    """Give what the page of a dossier shows of its papers."""
    found, seen = papers_of(who, line.id), papers_seen(who, line)
    named = holders_named(
        {one for p in found for one in (p.named_by, p.attached_by, p.pushed_by, p.withdrawn_by) if one}
    )
    may = permission.allows(who, DIGITISE, subjects_of(who, {line.id: line.body}, DIGITISE)[line.id])
    return {
        "papers": [_shown(one, seen, named) for one in sorted(found, key=_order)],
        "papers_sentence": sentence_of(copies_of(found)) if found else "",
        "has_signed_copy": copies_of(found).result_copy is Copy.SIGNED,
        "may_open": not hides(seen, TABLE, "file_name"),
        "may_digitise": may,
    }


def sentence_of(copies: Copies) -> str:
    """Say how far a dossier is digitised here."""
    result = {
        Copy.NONE: "Kết quả chưa có bản điện tử tại đây",
        Copy.FILE: "Kết quả có bản điện tử, chưa có chữ ký số nguyên vẹn",
        Copy.SIGNED: "Kết quả có bản điện tử ký số còn nguyên vẹn",
    }[copies.result_copy]
    pushed = ", đã đưa vào kho dữ liệu" if copies.is_pushed else ""
    if not copies.components:
        return f"{result}{pushed}."
    reused = f", {copies.components_reused} dùng lại bản đã có" if copies.components_reused else ""
    return f"{copies.components_copied} trong {copies.components} thành phần có bản điện tử{reused}. {result}{pushed}."


def size_told(size: int) -> str:
    """Say how large a file is."""
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",") if size >= 1024 * 1024 else f"{max(1, size // 1024)} KB"


def _order(paper: Paper) -> tuple[bool, bool, int]:
    return paper.withdrawn_at is not None, paper.part is Part.RESULT, paper.number


def _shown(p: Paper, seen: Decision, named: Mapping[str, str]) -> ShownPaper:
    def told(name: str, value: str) -> str:
        return VEIL if hides(seen, TABLE, name) else value

    return ShownPaper(
        id=p.id, part=PARTS[p.part], title=told("title", p.title or _ERASED), has_file=bool(p.file),
        file_name=told("file_name", p.file_name or _ERASED), size=size_told(p.size), is_cleaned=p.is_cleaned,
        state=_STATES[p.integrity], word=INTEGRITIES[p.integrity], is_signed=p.integrity is not Integrity.NONE,
        signatures=_signatures(p.signatures, seen), reused=PARTS[p.reused_part] if p.reused_part else "",
        pushed=_pushed(p, told), told=_told(p, told, named), withdrawn=_withdrawn(p, told, named),
        is_component=p.part is Part.COMPONENT,
    )  # fmt: skip


def _signatures(signatures: Sequence[Any], seen: Decision) -> tuple[str, ...]:
    return () if hides(seen, TABLE, "signatures") else tuple(map(signature_told, signatures))


def _pushed(p: Paper, told: Any) -> str:
    if p.store is None or p.pushed_on is None:
        return ""
    return f"{STORES[p.store]}, ngày {p.pushed_on:%d/%m/%Y}, mã {told('reference', p.reference)}"


def _told(p: Paper, told: Any, named: Mapping[str, str]) -> str:
    who, at = (p.attached_by, p.attached_at) if p.attached_at else (p.named_by, p.named_at)
    name = told("attached_by", named.get(who, who))
    return f"{name}, {local_time(at, VIETNAM):%H:%M %d/%m/%Y}" if at else name


def _withdrawn(p: Paper, told: Any, named: Mapping[str, str]) -> str:
    if p.withdrawn_at is None:
        return ""
    name = told("withdrawn_by", named.get(p.withdrawn_by, p.withdrawn_by))
    return f"Đã rút lúc {local_time(p.withdrawn_at, VIETNAM):%H:%M %d/%m/%Y}, {name}: {told('reason', p.reason or _ERASED)}"
