"""Papers of a dossier and their electronic copies: named, a file attached, used again, checked, pushed, withdrawn.

Who may read a dossier may read of its papers; who may digitise in its unit acts on them (`dossier.digitise`).
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256

from baro.desk import permission
from baro.desk.by import By, Program, act_of, require_on
from baro.desk.permission import Asker
from baro.desk.seeing import seen_of, subject_for, subjects_of
from baro.records.loading.kept_files import keep_bytes, kept_path
from baro.records.paper_rows import signatures_told
from baro.records.queries.dossier_lists import Line, dossier
from baro.records.queries.papers import paper, papers
from baro.records.recording import record_all
from baro.records.row_security.session import acting
from baro.rules.observed.acts import Act, Attachment, Value
from baro.rules.observed.papers import (
    Paper,
    Part,
    ReadPaper,
    Signature,
    Store,
    check_attached,
    check_named,
    check_pushed,
    check_reused,
    check_withdrawn,
    weakest,
)
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import hides
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.refusals import Refused

READ, DIGITISE = "dossier.read", "dossier.digitise"
TABLE = "dossier_paper"


def papers_of(who: Asker, dossier_id: str) -> list[Paper]:
    """The papers of a dossier that the asker may read of."""
    return papers(permission.scope(who, READ), dossier_id)


def papers_seen(who: Asker, line: Line) -> Decision:
    """Give what somebody may see of the papers of a dossier: as of the dossier itself; who may digitise it, what they digitise."""
    doing = permission.decide(who, DIGITISE, subjects_of(who, {line.id: line.body}, DIGITISE)[line.id])
    reading = seen_of(who, [line])[line.id]
    return doing if doing.allowed and doing.sees > reading.sees else reading


def may_open(who: Asker, line: Line) -> bool:
    """Say whether somebody may open the copies of a dossier: they tell of persons."""
    return not hides(papers_seen(who, line), TABLE, "file_name")


def open_copy(dossier_id: str, paper_id: str, who: Asker) -> tuple[Paper, str]:
    """Give a paper and where its copy lies. Raises `Refused("access.not_found" | "access.denied" | "import.file_lost")`."""
    scope = permission.scope(who, READ)
    line = _line(dossier_id, scope)
    found = _one(papers(scope, line.id), paper_id)
    if not found.file:
        raise Refused("access.not_found")
    if not may_open(who, line):
        raise Refused("access.denied")
    return found, str(kept_path(found.file))


@acting()
def name_paper(dossier_id: str, part: Part, title: str, scope: Scope, by: By, at: datetime) -> str:
    """Name a paper without a copy; gives its id. Raises `Refused("access.…" | "paper.…")`."""
    line, known = _begun(dossier_id, scope, by, at)
    act = _named(line, known, part, title, by, at)
    record_all([act], at=at)
    return str(act.data["paper"])


def require_digitise(dossier_id: str, scope: Scope, by: By, at: datetime) -> Line:
    """Refuse whoever may not act on the papers of a dossier, before a file is looked through. Raises `Refused("access.…")`."""
    line = _line(dossier_id, scope)
    require_on(by, DIGITISE, subject_for(by, line.id, line.body, DIGITISE), at)
    return line


@acting()
def attach_new(dossier_id: str, part: Part, title: str, file: ReadPaper, scope: Scope, by: By, at: datetime) -> str:
    """Name a paper with its file; gives its id. Raises `Refused("access.…" | "paper.…")`."""
    line, known = _begun(dossier_id, scope, by, at)
    named = _named(line, known, part, title, by, at)
    paper_id = str(named.data["paper"])
    record_all([named, _attached(line, paper_id, file, by, at)], at=at)
    return paper_id


@acting()
def attach(dossier_id: str, paper_id: str, file: ReadPaper, scope: Scope, by: By, at: datetime) -> None:
    """Attach a file to a paper that was named. Raises `Refused("access.…" | "paper.…")`."""
    line, known = _begun(dossier_id, scope, by, at)
    check_attached(_one(known, paper_id))
    record_all([_attached(line, paper_id, file, by, at)], at=at)


@acting()
def reuse(dossier_id: str, paper_id: str, other_id: str, scope: Scope, by: By, at: datetime) -> None:
    """Use the copy of another dossier's paper again, which the asker may open. Raises `Refused("access.…" | "paper.…")`."""
    line, known = _begun(dossier_id, scope, by, at)
    found, other = _one(known, paper_id), paper(scope, other_id)
    if other is None or not _opens(by, _line(other.dossier, scope)):
        raise Refused("paper.reuse_nothing")
    check_reused(found, other)
    of = {"of": other.id, "of_part": other.part.value}
    file = _file_data(other.file, other.size, other.is_cleaned, other.signatures)
    record_all([_act("paper.reused", line, by, at, {"paper": found.id, **file, **of}, _file_words(other))], at=at)


@acting()
def check_again(
    dossier_id: str, paper_id: str, signatures: Sequence[Signature], scope: Scope, by: By, at: datetime
) -> None:
    """Record what the signatures of a copy say now. Raises `Refused("access.…" | "paper.no_file")`."""
    line, known = _begun(dossier_id, scope, by, at)
    found = _one(known, paper_id)
    if not found.file:
        raise Refused("paper.no_file")
    data: dict[str, Value] = {"paper": found.id, **_signed_data(signatures)}
    record_all([_act("paper.checked", line, by, at, data, _signers(signatures))], at=at)


@acting()
def push(
    dossier_id: str, paper_id: str, scope: Scope, by: By, at: datetime, *, store: Store, on: date, reference: str
) -> None:
    """Record that a copy was pushed to a store. Raises `Refused("access.…" | "paper.…")`."""
    line, known = _begun(dossier_id, scope, by, at)
    check_pushed(_one(known, paper_id), on, reference, permission.day_of(at))
    data: dict[str, Value] = {
        "paper": paper_id, "store": store.value, "on": on.isoformat(), "reference": reference.strip(),
    }  # fmt: skip
    record_all([_act("paper.pushed", line, by, at, data)], at=at)


@acting()
def withdraw(dossier_id: str, paper_id: str, scope: Scope, by: By, at: datetime, *, reason: str) -> None:
    """Say that a paper was told by mistake: it counts no more, its copy stays as evidence. Raises `Refused("access.…" |
    "paper.withdrawn" | "paper.no_reason")`."""
    line, known = _begun(dossier_id, scope, by, at)
    check_withdrawn(_one(known, paper_id), reason)
    record_all([_act("paper.withdrawn", line, by, at, {"paper": paper_id}, {"reason": reason.strip()})], at=at)


def _begun(dossier_id: str, scope: Scope, by: By, at: datetime) -> tuple[Line, list[Paper]]:
    """The dossier, and its papers while nobody else acts on them."""
    line = require_digitise(dossier_id, scope, by, at)
    return line, papers(scope, line.id, held=[stream_of(line.id)])


def _line(dossier_id: str, scope: Scope) -> Line:
    line = dossier(scope, dossier_id)
    if line is None:
        raise Refused("access.not_found")
    return line


def _opens(by: By, line: Line) -> bool:
    return isinstance(by.asker, Program) or may_open(by.asker, line)


def _one(known: Sequence[Paper], paper_id: str) -> Paper:
    for one in known:
        if one.id == paper_id:
            return one
    raise Refused("access.not_found")


def _named(line: Line, known: Sequence[Paper], part: Part, title: str, by: By, at: datetime) -> Act:
    check_named(known, title)
    number = len(known) + 1
    paper_id = f"{stream_of(line.id).partition('/')[2]}.{number}"
    data: dict[str, Value] = {"paper": paper_id, "body": line.body, "number": number, "part": part.value}
    return _act("paper.named", line, by, at, data, {"title": title.strip()})


def _attached(line: Line, paper_id: str, file: ReadPaper, by: By, at: datetime) -> Act:
    """The act, once the file is safely kept."""
    kept = keep_bytes(file.content, file.ending)
    data: dict[str, Value] = {
        "paper": paper_id, **_file_data(kept.name, kept.size, file.is_cleaned, file.signatures),
    }  # fmt: skip
    words = {"file_name": file.file_name, **_signers(file.signatures)}
    evidence = (Attachment(sha256=kept.sha256, size=kept.size, kind=kept.ending.removeprefix(".")),)
    return _act("paper.attached", line, by, at, data, words, evidence)


def _act(
    kind: str, line: Line, by: By, at: datetime, data: Mapping[str, Value], words: Mapping[str, str] | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> Act:  # fmt: skip
    told = {"dossier": line.id, "source": line.source, **data}
    return act_of(by, kind, stream_of(line.id), at, told, words, attachments)


def _file_data(name: str, size: int, is_cleaned: bool, signatures: Sequence[Signature]) -> dict[str, Value]:
    return {"file": name, "size": size, "is_cleaned": is_cleaned, **_signed_data(signatures)}


def _signed_data(signatures: Sequence[Signature]) -> dict[str, Value]:
    return {"integrity": weakest(signatures).value, "signatures": signatures_told(signatures)}


def _file_words(of: Paper) -> dict[str, str]:
    return {"file_name": of.file_name, **_signers(of.signatures)}


def _signers(signatures: Sequence[Signature]) -> dict[str, str]:
    """Who signed: personal, so apart from the rest."""
    return {"signers": json.dumps([one.signer for one in signatures], ensure_ascii=False)} if signatures else {}


def stream_of(dossier_id: str) -> str:
    """All papers of a dossier stand in one stream; a dossier's id may hold what a stream may not."""
    return f"paper/{sha256(dossier_id.encode()).hexdigest()[:32]}"
