"""Books of dossiers kept here: opened; a dossier is received, its steps told and own slips taken back, by the acts of the pages."""

from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string
from ninja import File, Form, Path, Router, Schema, Status, UploadedFile

from baro.channels.api.asking import now
from baro.channels.api.v1 import book_shapes as given
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk import permission
from baro.desk.by import By
from baro.desk.permission import Asker
from baro.desk.prescription import PrescriptionOf
from baro.desk.recorded_dossiers import (
    Kept,
    book_for,
    dossier_for,
    procedures_served,
    receive_by_process,
    seen_of,
    tellable,
)
from baro.desk.recording import READ, Received, Told, record_step
from baro.desk.taking_back import take_back
from baro.records.queries.dossier_lists import dossier as line_of
from baro.records.queries.recorded import Book
from baro.records.queries.recorded import books as all_books
from baro.rules.observed.recorded_steps import RecordedStep, has_ended
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import masked, plain
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_kinds import WorkKind

router = Router(tags=["Sổ hồ sơ"])
_WRITES = {400: Problem, **PROBLEMS}
_SOURCE = Path(..., description="Mã sổ.")
_CODE = Path(..., description="Mã hồ sơ.")
_NUMBER = Path(..., description="Số thứ tự của bước.")
_RECEIPT = ("source", "body", "code", "procedure", "channel", "requester", "received_at")
_PERSONAL = ("applicant", "contact", "address", "papers")
_STEP = ("number", "activity", "occurred_at", "counts_at", "recorded_at", "unit", "document", "due_on", "departs")


@router.get("", response={200: given.BookList, **PROBLEMS}, summary="Các sổ hồ sơ", description="Sổ giữ tại Ba Rõ.")
def book_list(request: HttpRequest) -> dict[str, Any]:
    """Give the books that the key may read."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    mine = [one for one in all_books() if permission.allows(who, READ, Subject(unit=one.body))]
    return {"items": [_book(who, one) for one in mine]}


@router.post(
    "",
    response={201: given.Book, **_WRITES},
    summary="Mở sổ hồ sơ",
    description="Như trang Mở sổ theo dõi hồ sơ: dành cho đơn vị chưa có phần mềm một cửa. Khóa phải được khai báo nguồn dữ liệu của đơn vị ấy.",
)
def open_book(
    request: HttpRequest,
    asked: Form[given.OpenBook],
    file: UploadedFile = File(..., description="Quy trình đã phê duyệt: bảng bước XLSX, CSV, hoặc BPMN."),
    idempotency_key: str = KEY,
) -> Status[dict[str, Any]]:
    """Open a book for a unit."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    content = file.read()
    told = given.BookOfProcess(**asked.model_dump(), sha256=sha256(content).hexdigest())
    said = asked.model_dump() | {"work": WorkKind(asked.work)}

    def act(by: By) -> None:
        opened: Callable[..., None] = import_string(settings.BOOK_OPENING)
        opened(**said, process=file.name or "", content=content, by=by, at=now())

    return Status(
        201, _book(who, book_for(who, written_of(request, idempotency_key, told, asked.unit, asked.source, act)))
    )


@router.get(
    "/{source}/dossiers/{code}",
    response={200: given.Recorded, **PROBLEMS},
    summary="Một hồ sơ trong sổ",
    description="Các bước đã ghi, việc khóa này ghi được tiếp theo.",
)
def recorded(request: HttpRequest, source: str = _SOURCE, code: str = _CODE) -> dict[str, Any]:
    """Give one dossier as it was written down."""
    return _full(request.auth, source, code)  # type: ignore[attr-defined]


@router.post(
    "/{source}/dossiers",
    response={201: given.Recorded, **_WRITES},
    summary="Tiếp nhận hồ sơ vào sổ",
    description="Mã hồ sơ do Ba Rõ cấp theo ngày nhận. Nhận ngoài giờ tiếp nhận thì tính từ đầu giờ làm việc tiếp theo.",
)
def receive_into(
    request: HttpRequest, asked: given.ReceiveInto, source: str = _SOURCE, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Receive a dossier."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    book = book_for(who, source)

    def act(by: By) -> str:
        told = Received(source=source, **asked.model_dump())
        return receive_by_process(told, _prescription_of(), by, now())

    made = written(request, idempotency_key, asked, book.body, act)
    return Status(201, _delivered(who, source, made.partition(":")[2]))


@router.post(
    "/{source}/dossiers/{code}/steps",
    response={201: given.Recorded, **_WRITES},
    summary="Ghi bước đã làm",
    description="Hạn và đối chiếu quy trình tính lại ngay. Ghi muộn quá 15 phút thì bước được tính từ lúc ghi.",
)
def tell_step(
    request: HttpRequest, asked: given.TellStep, source: str = _SOURCE, code: str = _CODE, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Tell what happened with a dossier."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    kept = dossier_for(who, source, code, _prescription_of())

    def act(by: By) -> None:
        choice = next((one for one in tellable(who, kept) if one.activity == asked.activity), None)
        if choice is None:
            raise Refused("recording.no_such_step", activity=asked.activity)
        told = Told(**asked.model_dump(exclude={"activity"}))
        record_step(kept.receipt.dossier, choice, told, who, by, now())

    return Status(201, _done(request, idempotency_key, asked, kept, act))


@router.post(
    "/{source}/dossiers/{code}/steps/{number}/take-back",
    response={200: given.Recorded, **_WRITES},
    summary="Rút bước mình vừa ghi nhầm",
    description="Chỉ bước của chính mình, ngay sau khi ghi; bước khác cần hai người, đề nghị trên trang.",
)
def take_back_step(
    request: HttpRequest,
    asked: given.Slip,
    source: str = _SOURCE,
    code: str = _CODE,
    number: int = _NUMBER,
    idempotency_key: str = KEY,
) -> dict[str, Any]:
    """Take back an own slip."""
    kept = dossier_for(request.auth, source, code, _prescription_of())  # type: ignore[attr-defined]

    def act(by: By) -> None:
        minutes = settings.HOME_SETTINGS.slip_minutes
        take_back(kept.receipt.dossier, number, asked.reason, by, now(), minutes=minutes)

    return _done(request, idempotency_key, asked, kept, act)


def _done(request: HttpRequest, key: str, asked: Schema, kept: Kept, act: Callable[[By], None]) -> dict[str, Any]:
    """Do an act, once for this key, have it judged, and give the dossier as it stands after it."""
    written_of(request, key, asked, kept.book.body, kept.receipt.dossier, act)
    return _delivered(request.auth, kept.book.source, kept.receipt.code)  # type: ignore[attr-defined]


def _book(who: Asker, one: Book) -> dict[str, Any]:
    return asdict(one) | {"procedures": procedures_served(one.source, who.on, _prescription_of())}


def _delivered(who: Asker, source: str, code: str) -> dict[str, Any]:
    """Have judged what was recorded; also what a broken off request recorded before, when that is sent again."""
    import_string(settings.BOOK_DELIVERY)(source, now())
    return _full(who, source, code)


def _prescription_of() -> PrescriptionOf:
    found: PrescriptionOf = import_string(settings.PRESCRIPTION_OF)
    return found


def _full(who: Asker, source: str, code: str) -> dict[str, Any]:
    kept = dossier_for(who, source, code, _prescription_of())
    line = line_of(permission.scope(who, READ), kept.receipt.dossier)
    seen = seen_of(who, kept.receipt)
    personal = {name: getattr(kept.receipt, name) for name in _PERSONAL}
    return {
        "dossier": {name: getattr(kept.receipt, name) for name in _RECEIPT}
        | plain(masked(seen, "recorded_receipt", personal))
        | {"id": kept.receipt.dossier, "due_on": line.due_on if line else None, "ended": has_ended(kept.steps)},
        "steps": [_step(seen, one) for one in kept.told],
        "may_tell": [
            {"activity": one.activity, "kind": one.kind.name.lower(), "is_expected": one.is_expected, "departs": one.departs}
            for one in tellable(who, kept)
        ],
    }  # fmt: skip


def _step(seen: Decision, step: RecordedStep) -> dict[str, Any]:
    personal = {"actor": step.actor, "handler": step.handler, "reason": step.reason}
    return {name: getattr(step, name) for name in _STEP} | {
        "kind": step.kind.name.lower(),
        "is_taken_back": step.taken_back is not None,
        **plain(masked(seen, "recorded_step", personal)),
    }
