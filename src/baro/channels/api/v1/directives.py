"""The register of directives: a list, one in its cascade; entered, taken note of, withdrawn by the same acts as on the pages."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import directive_shapes as given
from baro.channels.api.v1.places import LAST, page_behind, rows_before
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.channels.wording.directive_address import directives_asked, directives_found
from baro.desk import permission
from baro.desk.by import By
from baro.desk.directives import acknowledge_directive, record_directive, withdraw_directive
from baro.desk.permission import Asker
from baro.desk.tasks import READ, tasks_given
from baro.records.queries import directives as kept
from baro.rules.judged.tasks.cascade import Rung, cascade, given_by, top_of
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.observed.directives import Directive, Source
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Văn bản chỉ đạo"])
PAGE = 100
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã văn bản.")
_KEPT = (
    "id", "body", "source", "number", "signed_on", "issuer", "subject", "implements", "addressees", "silent",
    "acknowledge_by",
)  # fmt: skip


@router.get(
    "",
    response={200: given.DirectivePage, **PROBLEMS},
    summary="Sổ văn bản chỉ đạo",
    description="Như trang Văn bản chỉ đạo, cùng những từ trong địa chỉ; 100 văn bản mỗi trang.",
)
def directives(request: HttpRequest, asked: Query[given.DirectiveQuery]) -> dict[str, Any]:
    """Give a page of the directives that the address asks for."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    meant, known = directives_asked(told), kept.directives()
    before = rows_before([*known], told)
    require_understood(told, {*meant.told, *({LAST} if before else ())})
    lines = directives_found(dict([*known.items()][before:]), meant)
    return {
        "count": len(directives_found(known, meant)),
        "items": [_told(one, who.on) for one in lines[:PAGE]],
        "next": page_behind(meant.told, lines[PAGE - 1].id) if len(lines) > PAGE else "",
    }


@router.get(
    "/{directive_id}",
    response={200: given.DirectiveFull, **PROBLEMS},
    summary="Một văn bản và chỉ đạo đi đến đâu",
    description="Văn bản trên, văn bản triển khai, đơn vị nào đã nắm, nhiệm vụ nào đã giao.",
)
def directive(request: HttpRequest, directive_id: str = _ID) -> dict[str, Any]:
    """Give one directive in its cascade."""
    return _full(request, directive_id)


@router.post(
    "",
    response={201: given.DirectiveFull, **_WRITES},
    summary="Vào sổ văn bản chỉ đạo",
    description="Như nút Vào sổ. Nơi nhận là các đơn vị phải ghi là đã nắm.",
)
def enter_directive(
    request: HttpRequest, asked: given.EnterDirective, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Enter a directive into the register."""

    def act(by: By) -> str:
        told = asked.model_dump() | {"source": Source(asked.source), "addressees": tuple(asked.addressees)}
        return record_directive(Directive(id="", recorded_at=now(), **told), by, now())

    return Status(201, _full(request, written(request, idempotency_key, asked, asked.body, act)))


@router.post(
    "/{directive_id}/acknowledge",
    response={200: given.DirectiveFull, **_WRITES},
    summary="Ghi là đơn vị đã nắm văn bản",
    description="Cho từng đơn vị nhận; mỗi đơn vị ghi một lần.",
)
def note_directive(
    request: HttpRequest, asked: given.NoteDirective, directive_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record that a unit took note."""
    found = _found(directive_id)

    def act(by: By) -> None:
        acknowledge_directive(found.id, asked.unit, asked.on, by, now())

    return _full(request, written_of(request, idempotency_key, asked, asked.unit, found.id, act))


@router.post(
    "/{directive_id}/withdraw",
    response={200: given.DirectiveFull, **_WRITES},
    summary="Rút văn bản vào sổ nhầm",
    description="Chỉ khi chưa có văn bản, nhiệm vụ nào theo văn bản ấy; văn bản vẫn còn để đọc.",
)
def drop_directive(
    request: HttpRequest, asked: given.WithdrawDirective, directive_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Take a directive that was entered by mistake out of the register."""
    found = _found(directive_id)
    scope = permission.scope(request.auth, READ)  # type: ignore[attr-defined]

    def act(by: By) -> None:
        withdraw_directive(found.id, asked.reason, scope, by, now())

    return _full(request, written_of(request, idempotency_key, asked, found.body, found.id, act))


def _found(directive_id: str) -> Directive:
    found = kept.directive(directive_id)
    if found is None:
        raise Refused("access.not_found")
    return found


def _full(request: HttpRequest, directive_id: str) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    known = kept.directives()
    found = known.get(directive_id)
    if found is None:
        raise Refused("access.not_found")
    rungs = cascade(top_of(found, known), known)
    tasks = tasks_given(who, [rung.directive.id for rung in rungs])
    return {
        "directive": _told(found, who.on),
        **{name: getattr(found, name) for name in ("recorded_at", "recorded_by", "withdrawn_for")},
        "acknowledged": [asdict(one) for one in found.acknowledged],
        "cascade": [_rung(rung, tasks, who.on) for rung in rungs],
        "tasks": [now.task.id for now in tasks if now.task.directive == found.id],
    }


def _rung(rung: Rung, tasks: list[TaskNow], on: date) -> dict[str, Any]:
    counts = zip(("given", "open", "late"), given_by(rung.directive, tasks), strict=True)
    return {"depth": rung.depth, "directive": _told(rung.directive, on), **dict(counts)}


def _told(one: Directive, on: date) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in _KEPT}
    return told | {"is_overdue": one.is_overdue(on), "is_withdrawn": one.withdrawn_at is not None}
