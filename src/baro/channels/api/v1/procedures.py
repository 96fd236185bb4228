"""The catalogue of procedures: those in force; a file of the national portal taken over by the same act as on the page."""

from datetime import date
from hashlib import sha256
from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Router, Status, UploadedFile

from baro.channels.api.asking import now
from baro.channels.api.v1 import reading as given
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.writing import KEY, written
from baro.desk.by import By, unit_of
from baro.desk.catalogue import Linted, linted_procedures, publish_procedures
from baro.records.loading.publications import is_publication, read_publication
from baro.rules.prescribed.procedures import ChannelTerms
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Danh mục thủ tục"])
_MOST_TOLD = 20
_COUNTS = ("new", "changed", "same", "unnamed", "left_out")


@router.get(
    "",
    response={200: list[given.Procedure], **PROBLEMS},
    summary="Thủ tục đang công bố",
    description="Bản đang áp dụng của từng thủ tục, với những điểm cần hỏi lại.",
)
def procedures(request: HttpRequest) -> list[dict[str, Any]]:
    """Give the catalogue in force today."""
    return [_procedure(one) for one in linted_procedures(request.auth.on)]  # type: ignore[attr-defined]


@router.post(
    "",
    response={201: given.Published, 400: Problem, **PROBLEMS},
    summary="Nhận tệp của cổng quốc gia vào danh mục",
    description="Như nút Nhập từ cổng quốc gia: trọn tệp, hoặc bỏ các dòng không đọc được nếu nói rõ. Thủ tục như cũ không ghi lại; thủ tục tệp không nêu giữ nguyên.",
)
def receive_publication(
    request: HttpRequest,
    file: UploadedFile = File(..., description="Tệp .jsonl hoặc .jsonl.gz, nhiều nhất 50 MB; mỗi dòng một thủ tục."),
    valid_from: date = Form(..., description="Áp dụng từ ngày."),
    leave_out_faults: bool = Form(False, description="Đã xem các dòng không đọc được và nhận phần còn lại."),
    idempotency_key: str = KEY,
) -> Status[dict[str, int]]:
    """Take over a file of the national portal."""
    if not is_publication(file.name or "", file.size or 0):
        raise Refused("portal.no_file")
    asked = given.Publication(valid_from=valid_from, leave_out_faults=leave_out_faults, sha256=_digest(file))

    told, bad = read_publication(file.chunks(), file.name or "")
    if bad and not leave_out_faults:
        raise Refused("portal.bad_lines", count=len(bad), lines=", ".join(str(one.line) for one in bad[:_MOST_TOLD]))

    def act(by: By) -> str:
        done = publish_procedures(told, valid_from, by, now())
        return f"{done.new} {done.changed} {done.same} {len(done.unnamed)} {len(bad)}"

    unit = unit_of(request.auth, "catalogue.record")  # type: ignore[attr-defined]
    counts = written(request, idempotency_key, asked, unit, act).split()
    return Status(201, {name: int(n) for name, n in zip(_COUNTS, counts, strict=True)})


def _digest(file: UploadedFile) -> str:
    digest = sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _procedure(one: Linted) -> dict[str, Any]:
    told = one.version.procedure
    return {
        "code": told.code, "version": one.version.version, "name": told.name, "decision": told.decision,
        "field": told.field, "levels": told.levels, "valid_from": one.version.valid_from, "bases": told.bases,
        "channels": [_terms(terms) for terms in told.channels],
        "faults": [{"lint": fault.lint.name.lower(), "shown": fault.shown} for fault in one.faults],
    }  # fmt: skip


def _terms(told: ChannelTerms) -> dict[str, Any]:
    limit = told.limit
    return {
        "channel": told.channel, "written": told.written, "value": limit.value if limit else None,
        "unit": limit.unit if limit else "", "fee": told.fee,
    }  # fmt: skip
