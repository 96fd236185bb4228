"""The register of processes: a list, one with its steps and versions; approved, replaced, published, ended, acknowledged by the
same acts as on the pages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string
from ninja import Path, Query, Router, Schema, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import process_shapes as given
from baro.channels.api.v1.places import LAST, page_behind, rows_before
from baro.channels.api.v1.processes_told import full_told, line_told, steps_sent
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.channels.wording.register_address import found_in, register_asked
from baro.desk.by import By
from baro.desk.permission import Asker
from baro.desk.process_register import linted_register
from baro.desk.step_tables import Heading, StepTable
from baro.desk.work_processes import (
    acknowledge_process,
    approve_processes,
    publish_process,
    replace_process,
    retire_process,
)
from baro.records.ids_made import new_id
from baro.records.queries.processes import approval
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import Approval, RegisterKind

router = Router(tags=["Quy trình"])
PAGE = 100
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã bản quy trình.")


@router.get(
    "",
    response={200: given.ProcessPage, **PROBLEMS},
    summary="Danh mục quy trình",
    description="Như trang Quy trình, cùng những từ trong địa chỉ; 100 bản mỗi trang.",
)
def processes(request: HttpRequest, asked: Query[given.ProcessQuery]) -> dict[str, Any]:
    """Give a page of the versions that the address asks for."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    meant = register_asked(told)
    on = meant.day or who.on
    register = linted_register(on, import_string(settings.PROCESS_READER))
    before = rows_before([one.held.approval.id for one in register], told)
    require_understood(told, {*meant.told, *({LAST} if before else ())})
    lines = found_in(register[before:], meant, on)
    return {
        "count": len(found_in(register, meant, on)),
        "items": [line_told(one, on) for one in lines[:PAGE]],
        "next": page_behind(meant.told, lines[PAGE - 1].held.approval.id) if len(lines) > PAGE else "",
    }


@router.get(
    "/{process_id}",
    response={200: given.ProcessFull, **PROBLEMS},
    summary="Một bản quy trình",
    description="Quyết định, công bố, các bước, điểm cần hỏi lại, các bản trước và sau.",
)
def process(request: HttpRequest, process_id: str = _ID) -> dict[str, Any]:
    """Give one version with its steps."""
    return _full(request, process_id)


@router.post(
    "",
    response={201: given.ProcessFull, **_WRITES},
    summary="Ghi quy trình đã phê duyệt",
    description="Như trang Ghi quy trình đã phê duyệt; các bước gửi kèm được đọc, kiểm tra như bảng dán trên trang.",
)
def approve_process(
    request: HttpRequest, asked: given.ApproveProcess, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record that a body approved a process."""

    def act(by: By) -> str:
        sent, kind = _sent(asked, asked.code), RegisterKind(asked.kind)
        told = Approval(id=new_id(now()), unit=asked.unit, kind=kind, code=asked.code, **_version(asked, sent))
        approve_processes((told,), by, now(), sent=sent)
        return told.id

    return Status(201, _full(request, written(request, idempotency_key, asked, asked.unit, act)))


@router.post(
    "/{process_id}/versions",
    response={201: given.ProcessFull, **_WRITES},
    summary="Ghi bản sửa đổi, thay thế",
    description="Áp dụng từ ngày phê duyệt; bản cũ hết áp dụng từ ngày ấy. Trả về bản mới.",
)
def new_version(
    request: HttpRequest, asked: given.NewProcessVersion, process_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record a version in place of another."""
    old = _found(process_id)

    def act(by: By) -> str:
        sent = _sent(asked, old.code)
        told = Approval(
            id=new_id(now()), unit=old.unit, kind=old.kind, code=old.code, replaces=old.id, **_version(asked, sent)
        )
        replace_process(told, by, now(), sent=sent)
        return told.id

    return Status(201, _full(request, written(request, idempotency_key, asked, old.unit, act)))


@router.post(
    "/{process_id}/publish",
    response={200: given.ProcessFull, **_WRITES},
    summary="Ghi việc công bố",
    description="Phê duyệt và công bố là hai việc; mỗi bản công bố một lần.",
)
def publish(
    request: HttpRequest, asked: given.PublishProcess, process_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record that a version was made public."""
    found = _found(process_id)

    def act(by: By) -> None:
        publish_process(found.id, asked.on, asked.channel, asked.proof, by, now())

    return _full(request, written_of(request, idempotency_key, asked, found.unit, found.id, act))


@router.post(
    "/{process_id}/end",
    response={200: given.ProcessFull, **_WRITES},
    summary="Ghi việc bãi bỏ",
    description="Không có bản nào thay. Việc đã tiếp nhận vẫn theo bản này đến khi xong.",
)
def end_process(
    request: HttpRequest, asked: given.EndProcess, process_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record that a version ends and nothing replaces it."""
    found = _found(process_id)

    def act(by: By) -> None:
        retire_process(found.id, asked.last, asked.decision, by, now())

    return _full(request, written_of(request, idempotency_key, asked, found.unit, found.id, act))


@router.post(
    "/{process_id}/acknowledge",
    response={200: given.ProcessFull, **_WRITES},
    summary="Ghi là đã nắm quy trình",
    description="Chủ tài khoản của khóa đã đọc và nắm bản này; sổ cái ghi như vậy.",
)
def know_process(request: HttpRequest, process_id: str = _ID, idempotency_key: str = KEY) -> dict[str, Any]:
    """Record that whoever holds the key knows a version."""
    found = _found(process_id)

    def act(by: By) -> None:
        acknowledge_process(found.id, by, now())

    return _full(request, written_of(request, idempotency_key, Schema(), found.unit, found.id, act))


def _sent(asked: given.ApproveProcess | given.NewProcessVersion, code: str) -> StepTable | None:
    heading = Heading(name=asked.name, version=asked.version, decision=asked.decision, code=code, total=asked.total)
    return steps_sent(asked.steps, heading)


def _version(asked: given.ApproveProcess | given.NewProcessVersion, sent: StepTable | None) -> dict[str, Any]:
    """What a version says of itself."""
    told = asked.model_dump(
        include={"name", "version", "decision", "approved_on", "signer", "annex", "bases", "review_by"}
    )
    return told | {"table": sent.name if sent else ""}


def _found(process_id: str) -> Approval:
    found = approval(process_id)
    if found is None:
        raise Refused("access.not_found")
    return found


def _full(request: HttpRequest, process_id: str) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    register = linted_register(who.on, import_string(settings.PROCESS_READER))
    one = next((one for one in register if one.held.approval.id == process_id), None)
    if one is None:
        raise Refused("access.not_found")
    return full_told(one, register, who)
