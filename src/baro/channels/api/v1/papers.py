"""Papers of a dossier and their copies: named, sent, used again, pushed, withdrawn by the same acts as on the page."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any, Literal

from django.http import FileResponse, HttpRequest
from ninja import File, Form, Path, Query, Router, Schema, Status, UploadedFile

from baro.channels.api.asking import now
from baro.channels.api.v1 import paper_shapes as given
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk import permission
from baro.desk.by import By, by_person
from baro.desk.papers import (
    READ,
    TABLE,
    attach,
    attach_new,
    name_paper,
    open_copy,
    papers_of,
    papers_seen,
    push,
    require_digitise,
    reuse,
    withdraw,
)
from baro.desk.permission import Asker
from baro.records.loading.looked_through import looked_through
from baro.records.queries.dossier_lists import Line, dossier
from baro.records.queries.papers import paper
from baro.rules.observed.papers import MEDIA_TYPES, MOST_BYTES, Paper, Part, ReadPaper, Store
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import masked, plain
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Giấy tờ, bản điện tử"])
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã giấy tờ.")
_COPY = File(..., description="PDF, JPEG hoặc PNG, nhiều nhất 20 MB; tệp được soát trước khi giữ.")
_SHOWN = (
    "id", "dossier", "part", "title", "named_at", "file_name", "size", "is_cleaned", "integrity", "signatures", "reused_from",
    "store", "pushed_on", "reference", "withdrawn_at",
)  # fmt: skip


@router.get(
    "",
    response={200: list[given.Paper], **PROBLEMS},
    summary="Giấy tờ của một hồ sơ",
    description="Thành phần và kết quả, cả những giấy tờ đã rút, theo thứ tự ghi.",
)
def papers(
    request: HttpRequest, dossier: str = Query(..., alias="ho-so", description="Mã hồ sơ trong Ba Rõ.")
) -> list[dict[str, Any]]:
    """Give the papers of a dossier."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    line = _line(who, dossier)
    seen = papers_seen(who, line)
    return [_told(seen, one) for one in papers_of(who, line.id)]


@router.post(
    "",
    response={201: given.Paper, **_WRITES},
    summary="Ghi một giấy tờ, có thể kèm tệp",
    description="Thành phần chưa có tệp thì vẫn ghi, để biết còn thiếu. Tệp có chữ ký thì giữ nguyên từng byte.",
)
def add_paper(
    request: HttpRequest,
    dossier: str = Form(..., description="Mã hồ sơ trong Ba Rõ."),
    part: Literal["component", "result"] = Form(
        ..., description="component (thành phần hồ sơ), result (kết quả giải quyết)."
    ),
    title: str = Form(..., description="Tên giấy tờ."),
    file: UploadedFile | None = File(None, description="PDF, JPEG hoặc PNG, nhiều nhất 20 MB."),
    idempotency_key: str = KEY,
) -> Status[dict[str, Any]]:
    """Name a paper, with its file if there is one."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    line, content = _line(who, dossier), _content(file)
    asked = given.Named(dossier=line.id, part=part, title=title, sha256=_digest(content))

    def act(by: By) -> str:
        told = (line.id, Part(part), title)
        scope, at = permission.scope(who, READ), now()
        if file is None:
            return name_paper(*told, scope, by, at)
        return attach_new(*told, _read(line, content, file, who), scope, by, at)

    return Status(201, _one(request, written(request, idempotency_key, asked, line.body, act)))


@router.post(
    "/{paper_id}/copy",
    response={200: given.Paper, **_WRITES},
    summary="Gửi bản điện tử của một giấy tờ đã ghi",
    description="Mỗi giấy tờ một bản; gửi nhầm thì rút giấy tờ rồi ghi lại.",
)
def send_copy(
    request: HttpRequest, paper_id: str = _ID, file: UploadedFile = _COPY, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Attach a file to a paper that was named."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    found, line = _found(who, paper_id)
    content = _content(file)

    def act(line: Line, scope: Scope, by: By, at: datetime) -> None:
        attach(line.id, found.id, _read(line, content, file, who), scope, by, at)

    return _done(request, idempotency_key, given.Attached(sha256=_digest(content)), found, line, act)


@router.post(
    "/{paper_id}/reuse",
    response={200: given.Paper, **_WRITES},
    summary="Dùng lại bản điện tử của hồ sơ khác",
    description="Người nộp không phải nộp lần nữa. Khóa phải được mở bản ấy.",
)
def reuse_copy(
    request: HttpRequest, asked: given.Reuse, paper_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Use the copy of another dossier's paper again."""
    found, line = _found(request.auth, paper_id)  # type: ignore[attr-defined]

    def act(line: Line, scope: Scope, by: By, at: datetime) -> None:
        reuse(line.id, found.id, asked.other, scope, by, at)

    return _done(request, idempotency_key, asked, found, line, act)


@router.post(
    "/{paper_id}/push",
    response={200: given.Paper, **_WRITES},
    summary="Ghi đã đưa bản điện tử vào kho",
    description="Ba Rõ không tự gửi vào kho: ghi lại việc phần mềm khác đã gửi.",
)
def push_copy(
    request: HttpRequest, asked: given.Push, paper_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record that a copy was pushed to a store."""
    found, line = _found(request.auth, paper_id)  # type: ignore[attr-defined]

    def act(line: Line, scope: Scope, by: By, at: datetime) -> None:
        push(line.id, found.id, scope, by, at, store=Store(asked.store), on=asked.on, reference=asked.reference)

    return _done(request, idempotency_key, asked, found, line, act)


@router.post(
    "/{paper_id}/withdraw",
    response={200: given.Paper, **_WRITES},
    summary="Rút một giấy tờ ghi nhầm",
    description="Giấy tờ đã rút không được đếm nữa; tên, tệp và lý do vẫn giữ.",
)
def withdraw_paper(
    request: HttpRequest, asked: given.WithdrawPaper, paper_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Say that a paper was told by mistake."""
    found, line = _found(request.auth, paper_id)  # type: ignore[attr-defined]

    def act(line: Line, scope: Scope, by: By, at: datetime) -> None:
        withdraw(line.id, found.id, scope, by, at, reason=asked.reason)

    return _done(request, idempotency_key, asked, found, line, act)


@router.get(
    "/{paper_id}/copy",
    response={200: bytes, **PROBLEMS},
    summary="Bản điện tử của một giấy tờ",
    description="Tệp như đang giữ. Khóa phải của vai trò được xem thông tin của người nộp.",
)
def take_copy(request: HttpRequest, paper_id: str = _ID) -> FileResponse:
    """Let a copy come down."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    found, line = _found(who, paper_id)
    _, place = open_copy(line.id, found.id, who)
    path = FilePath(place)
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{found.id}{path.suffix}", content_type=MEDIA_TYPES[path.suffix])  # fmt: skip


def _done(
    request: HttpRequest, key: str, asked: Schema, found: Paper, line: Line,
    act: Callable[[Line, Scope, By, datetime], None],
) -> dict[str, Any]:  # fmt: skip
    """Act on a paper once, and tell it as it stands then."""
    scope = permission.scope(request.auth, READ)  # type: ignore[attr-defined]

    def do(by: By) -> None:
        act(line, scope, by, now())

    return _one(request, written_of(request, key, asked, line.body, found.id, do))


def _read(line: Line, content: bytes, file: UploadedFile, who: Asker) -> ReadPaper:
    """Look a file through, once it is known that whoever brings it may."""
    require_digitise(line.id, permission.scope(who, READ), by_person(who, unit=line.body), now())
    return looked_through(content, file.name or "")


def _content(file: UploadedFile | None) -> bytes:
    return b"" if file is None else file.read(MOST_BYTES + 1)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest() if content else ""


def _line(who: Asker, dossier_id: str) -> Line:
    line = dossier(permission.scope(who, READ), dossier_id.replace("\0", ""))
    if line is None:
        raise Refused("access.not_found")
    return line


def _found(who: Asker, paper_id: str) -> tuple[Paper, Line]:
    found = paper(permission.scope(who, READ), paper_id)
    if found is None:
        raise Refused("access.not_found")
    return found, _line(who, found.dossier)


def _one(request: HttpRequest, paper_id: str) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    found, line = _found(who, paper_id)
    return _told(papers_seen(who, line), found)


def _told(seen: Decision, one: Paper) -> dict[str, Any]:
    values = asdict(one)
    told = plain(masked(seen, TABLE, {field: values[field] for field in _SHOWN}))
    return told | {"has_copy": bool(one.file), "store": one.store or ""}
