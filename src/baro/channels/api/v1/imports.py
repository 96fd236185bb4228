"""Deliver a file, follow the check, receive it; the same request sent again is the same delivery."""

import hashlib
import re
from dataclasses import asdict, replace
from pathlib import Path

from django.http import HttpRequest
from ninja import File, Form, Header, Router, Status, UploadedFile
from ninja import Path as InPath

from baro.channels.api.asking import now
from baro.channels.api.v1.shapes import PROBLEMS, Dropped, Finding, Import, Problem, Progress, Receive
from baro.channels.api.v1.writing import KEY
from baro.desk import permission
from baro.desk.api_requests import once
from baro.desk.by import by_person
from baro.desk.import_sources import source_for
from baro.desk.permission import Asker
from baro.records.loading.checked_file import read_checked
from baro.records.loading.jobs import drop, start
from baro.records.loading.segments import staging_folder
from baro.records.loading.tickets import Ticket, Work, read_ticket, read_work, write_ticket
from baro.rules.counted.reports.reconciliation import statement_lead
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Nhập dữ liệu"])
_TICKET = InPath(..., description="Mã việc kiểm tra, lấy từ câu trả lời khi gửi tệp.")
_DELIVER = (
    "Tệp được đọc, so với dữ liệu đang giữ và đối chiếu; chưa có gì được ghi cho đến khi gọi receive. Cần khóa API của một "
    "tài khoản được nhập dữ liệu cho cơ quan có nguồn này."
)


@router.post(
    "", response={202: Import, 400: Problem, **PROBLEMS}, summary="Gửi một tệp để kiểm tra", description=_DELIVER
)
def deliver(
    request: HttpRequest,
    source: str = Form(..., description="Mã hệ thống nguồn đã khai báo."),
    file: UploadedFile = File(
        ..., description="CSV, XLSX, XES, XES.gz hoặc Parquet; mỗi dòng là một bước của một hồ sơ."
    ),
    part: bool = Form(
        False, description="Tệp chỉ có một phần hồ sơ của nguồn: hồ sơ vắng mặt không bị coi là không còn."
    ),
    dossiers: int | None = Form(None, ge=0, description="Số hồ sơ bên gửi công bố, để đối chiếu."),
    rows: int | None = Form(None, ge=0, description="Số dòng bên gửi công bố, để đối chiếu."),
    idempotency_key: str = Header(
        "", alias="Idempotency-Key", description="8 đến 200 ký tự; gửi lại cùng khóa và tệp là cùng một lần nhập."
    ),
) -> Status[Import]:
    """Take a file in and begin to check it. Nothing is recorded before it is received."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    unit = _require(who, "import.try", source)
    if not 8 <= len(idempotency_key) <= 200:
        raise Refused("api.no_idempotency_key")
    ticket_id = hashlib.sha256(f"{who.person}\0{idempotency_key}".encode()).hexdigest()[:26]
    ticket = Ticket(
        id=ticket_id,
        source=source,
        source_name="",
        file_name=re.sub(r"[^\w. ()-]", "_", Path(file.name or "").name)[-120:].lstrip(".") or "tep",
        is_part=part,
        declared_dossiers=dossiers,
        declared_rows=rows,
        actor=who.person,
        unit=unit,
        channel="api",
        at=now().isoformat(),
        request=hashlib.sha256(idempotency_key.encode()).hexdigest() + ":" + _digest(file),
    )
    known = _known(ticket_id)
    if known is None:
        _take(ticket, file)
    elif replace(known, at=ticket.at, receiver="", leaving_out_faults=False) != ticket:
        raise Refused("api.other_request")
    return Status(202, _told(ticket_id))


@router.get(
    "/{ticket}",
    response={200: Import, **PROBLEMS},
    summary="Việc kiểm tra đến đâu, kết quả đối soát",
    description="Hỏi lại cho đến khi progress.state là done, refused hoặc broken.",
)
def follow(request: HttpRequest, ticket: str = _TICKET) -> Import:
    """Tell how far a delivery is, and what came of it."""
    return _told(_own(request, ticket).id)


@router.get(
    "/{ticket}/findings",
    response={200: list[Finding], **PROBLEMS},
    summary="Từng ô cần xem",
    description="Mỗi chỗ kèm trang, dòng, cột, giá trị và lý do; chỉ có sau khi kiểm tra xong.",
)
def findings(request: HttpRequest, ticket: str = _TICKET) -> list[Finding]:
    """Tell the cells to be looked at."""
    checked = read_checked(staging_folder(_own(request, ticket).id))
    if checked is None:
        raise Refused("import.not_checked", ticket=ticket)
    return [
        Finding(
            kind=f.doubt.value,
            sheet=f.sheet,
            row=f.row,
            column=f.column,
            value=f.value,
            dossier=f.case,
            reason=f.reason,
        )
        for f in checked.read.quality.findings
    ]


@router.post(
    "/{ticket}/receive",
    response={202: Import, **PROBLEMS},
    summary="Nhận trọn tệp",
    description="Một việc ghi sổ: mọi dòng hoặc không dòng nào. Gọi lại không nhận hai lần; gọi lại được sau khi bị ngắt.",
)
def receive(request: HttpRequest, asked: Receive, ticket: str = _TICKET) -> Status[Import]:
    """Receive a checked delivery; asked again, it is received once."""
    mine = _own(request, ticket)
    who: Asker = request.auth  # type: ignore[attr-defined]
    _require(who, "import.receive", mine.source)
    work = _work(mine.id)
    if (work.phase == "check" and work.state == "done") or (
        work.phase == "receive" and work.state in ("refused", "broken")
    ):
        write_ticket(replace(mine, receiver=who.person, leaving_out_faults=asked.leave_out_faults))
        start(mine.id, "receive")
    elif work.phase != "receive":
        raise Refused("api.not_ready", state=work.state)
    return Status(202, _told(mine.id))


@router.post(
    "/{ticket}/drop",
    response={200: Dropped, 400: Problem, **PROBLEMS},
    summary="Bỏ tệp đã gửi",
    description="Chưa có gì được ghi, không giữ lại gì của tệp. Tệp đã nhận thì không bỏ được; đang được nhận cũng không.",
)
def drop_import(request: HttpRequest, ticket: str = _TICKET, idempotency_key: str = KEY) -> dict[str, str]:
    """Leave a delivery that was not received."""

    def act(_: str) -> str:
        mine = _own(request, ticket)
        drop(mine.id)
        return mine.id

    return {"id": once(idempotency_key, request.path, request.auth, now(), act)}  # type: ignore[attr-defined]


def _take(ticket: Ticket, file: UploadedFile) -> None:
    ticket.file.parent.mkdir(parents=True, exist_ok=True)
    with ticket.file.open("wb") as stream:
        for chunk in file.chunks():
            stream.write(chunk)
    write_ticket(ticket)
    start(ticket.id, "check")


def _digest(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _require(who: Asker, operation: str, code: str) -> str:
    """Let somebody do this with a source; gives its body. Raises `Refused`."""
    permission.admit(who, operation)
    return source_for(code, operation, by_person(who, source="api"), now()).unit


def _own(request: HttpRequest, ticket_id: str) -> Ticket:
    ticket = read_ticket(ticket_id)
    if ticket.actor != request.auth.person:  # type: ignore[attr-defined]
        raise Refused("import.no_ticket", ticket=ticket_id)
    return ticket


def _known(ticket_id: str) -> Ticket | None:
    try:
        return read_ticket(ticket_id)
    except Refused:
        return None


def _work(ticket_id: str) -> Work:
    return read_work(ticket_id) or Work(phase="check", state="broken")


def _told(ticket_id: str) -> Import:
    ticket, work = read_ticket(ticket_id), _work(ticket_id)
    told = Import(
        id=ticket.id,
        source=ticket.source,
        file_name=ticket.file_name,
        progress=Progress(phase=work.phase, state=work.state, stage=work.stage, percent=work.percent),
        sentence=work.sentence,
        batch=work.batch,
    )
    checked = read_checked(staging_folder(ticket.id))
    if checked is not None:
        told.faults, told.agrees, told.already = checked.faults, checked.statement.agrees, checked.already
        told.lead, told.statement = statement_lead(checked.statement, checked.faults), asdict(checked.statement)
    return told
