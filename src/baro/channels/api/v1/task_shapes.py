"""What the API takes and gives of assigned tasks. What a key's role may not see is empty, and named in `hidden`."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import HIDDEN, LONGEST
from baro.channels.api.v1.shapes import Day

SOURCES = "directive (chỉ đạo của cấp trên), party (văn bản của cấp ủy), council (Hội đồng nhân dân), questioning (chất vấn), inspection (kiểm tra, thanh tra), briefing (giao ban), programme (chương trình công tác năm), other (nguồn khác)"
_BODY = 40
_ID = 40


class TaskQuery(Schema):
    """The words of a list's address."""

    tinh_trang: str = Field(
        "", alias="tinh-trang", description="dang-lam (mặc định): chưa kết thúc; da-xong: đã kết thúc."
    )
    sau: str = Field("", description="Trang sau bắt đầu sau nhiệm vụ này (lấy từ next).")
    sau_luc: str = Field(
        "", alias="sau-luc", description="Ngày giao, hoặc lúc kết thúc, của nhiệm vụ ấy (lấy từ next)."
    )


class Task(Schema):
    """A task as it stands. Late days and quality are two facts."""

    id: str = Field(description="Mã nhiệm vụ.")
    assigner: str = Field(description="Mã cơ quan, đơn vị giao.")
    lead: str = Field(description="Mã đơn vị chủ trì.")
    coordinating: list[str] = Field(description="Mã các đơn vị phối hợp.")
    source: str = Field(description=f"Nguồn: {SOURCES}.")
    directive: str = Field(description="Mã văn bản chỉ đạo trong sổ; rỗng nếu không có.")
    parent: str = Field(description="Mã nhiệm vụ mà đây là một phần; rỗng nếu không có.")
    content: str = Field(description="Nội dung.")
    product: str = Field(description="Sản phẩm.")
    leader: str | None = Field(description="Lãnh đạo chỉ đạo.")
    assigned_on: date = Field(description="Ngày giao.")
    arose_on: date | None = Field(description="Vụ việc tồn đọng: phát sinh từ ngày; không có với nhiệm vụ khác.")
    first_due_on: date | None = Field(description="Hạn đặt lúc giao.")
    due_on: date | None = Field(description="Hạn đang có, sau gia hạn.")
    stage: str = Field(
        description="given (mới giao), declined (đơn vị trả lại), under_way (đang làm), submitted (chờ nghiệm thu), done (đã nghiệm thu), cancelled (đã hủy)."
    )
    holder: str | None = Field(description="Mã người thực hiện; rỗng nếu chưa giao.")
    handed_in_on: date | None = Field(description="Ngày nộp kết quả được tính.")
    closed_on: date | None = Field(description="Ngày kết thúc.")
    late_days: int | None = Field(description="Số ngày chậm của đơn vị chủ trì; không có nếu không đặt hạn.")
    late_by_first: int | None = Field(description="Số ngày chậm theo hạn đặt lần đầu.")
    returned: int = Field(description="Số lần phải làm lại.")
    extended: int = Field(description="Số lần gia hạn.")
    quality: str = Field(description="met (đạt), weak (còn hạn chế); rỗng nếu chưa nghiệm thu.")
    hidden: list[str] = HIDDEN


class TaskPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số nhiệm vụ của cả danh sách.")
    items: list[Task] = Field(description="Nhiệm vụ của trang này.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class TaskEvent(Schema):
    """Something told of a task."""

    number: int = Field(description="Số thứ tự trong nhiệm vụ.")
    kind: str = Field(
        description="accepted, declined, upheld, handed, asked, extended, kept, submitted, returned, approved, noted, cancelled; voided: việc ghi số voids không xảy ra."
    )
    on: date = Field(description="Ngày xảy ra, theo người ghi.")
    counts_on: date = Field(description="Ngày được tính: ghi muộn một mình thì là ngày ghi.")
    recorded_at: datetime = Field(description="Lúc ghi.")
    recorded_by: str | None = Field(description="Mã người ghi.")
    teller: str = Field(description="Mã đơn vị ghi.")
    document: str = Field(description="Số văn bản.")
    due_on: date | None = Field(description="Hạn xin, hạn mới.")
    holder: str | None = Field(description="Mã người được giao.")
    quality: str = Field(description="met, weak; rỗng nếu không nghiệm thu.")
    voids: int = Field(description="Số của việc ghi nhầm được rút; 0 nếu không phải.")
    words: str | None = Field(description="Lý do, tình hình.")
    stands: bool = Field(description="Còn giá trị: không bị rút.")
    hidden: list[str] = HIDDEN


class TaskPromise(Schema):
    """A day that was set for a task."""

    due_on: date = Field(description="Hẹn xong ngày.")
    told_on: date = Field(description="Hẹn lúc.")
    outcome: str = Field(
        description="kept (giữ đúng hẹn), slipped (lỡ hẹn), moved (dời trước khi đến hẹn), to_come (chưa đến hẹn), cancelled (đã hủy)."
    )


class TaskFull(Schema):
    """A task with all that was told of it."""

    task: Task
    events: list[TaskEvent] = Field(description="Mọi việc đã ghi, cũ trước.")
    promises: list[TaskPromise] = Field(description="Từng ngày đã hẹn, cũ trước.")
    slips: int = Field(description="Số lần lỡ hẹn.")
    parts: list[str] = Field(description="Mã các nhiệm vụ là một phần của nhiệm vụ này.")


class Assign(Schema):
    """A task to be given."""

    assigner: str = Field(max_length=_BODY, description="Mã cơ quan, đơn vị giao; khóa phải của người đứng đầu nơi ấy.")
    lead: str = Field(max_length=_BODY, description="Mã đơn vị chủ trì.")
    coordinating: list[str] = Field([], max_length=50, description="Mã các đơn vị phối hợp.")
    source: Literal["directive", "party", "council", "questioning", "inspection", "briefing", "programme", "other"] = (
        Field("other", description=f"{SOURCES[0].upper()}{SOURCES[1:]}.")
    )
    directive: str = Field("", max_length=_ID, description="Mã văn bản chỉ đạo trong sổ.")
    parent: str = Field("", max_length=_ID, description="Mã nhiệm vụ mà đây là một phần.")
    content: str = Field(max_length=LONGEST, description="Nội dung.")
    product: str = Field("", max_length=LONGEST, description="Sản phẩm.")
    leader: str = Field("", max_length=200, description="Lãnh đạo chỉ đạo.")
    assigned_on: Day = Field(description="Ngày giao.")
    due_on: Day | None = Field(None, description="Hạn hoàn thành.")
    arose_on: Day | None = Field(None, description="Vụ việc tồn đọng: phát sinh từ ngày.")


class Tell(Schema):
    """What happened to a task."""

    kind: Literal[
        "accepted", "declined", "upheld", "handed", "asked", "extended", "kept", "submitted", "returned", "approved",
        "noted", "cancelled",
    ] = Field(
        description="accepted (nhận), declined (trả lại), upheld (giữ nguyên việc giao), handed (giao người thực hiện), asked (xin gia hạn), extended (gia hạn), kept (không gia hạn), submitted (nộp kết quả), returned (yêu cầu làm lại), approved (nghiệm thu), noted (ghi tình hình), cancelled (hủy)."
    )  # fmt: skip
    body: str = Field(max_length=_BODY, description="Mã đơn vị ghi: bên giao hoặc đơn vị chủ trì.")
    on: Day = Field(description="Ngày xảy ra.")
    document: str = Field("", max_length=120, description="Số văn bản.")
    due_on: Day | None = Field(None, description="Hạn xin (asked), hạn mới (extended).")
    holder: str = Field("", max_length=_ID, description="Mã người được giao (handed).")
    quality: Literal["met", "weak", ""] = Field("", description="Với approved: met (đạt), weak (còn hạn chế).")
    words: str = Field(
        "", max_length=LONGEST, description="Lý do, tình hình; bắt buộc khi trả lại, xin gia hạn, làm lại, hủy."
    )


class TakeBack(Schema):
    """Why the last thing told did not happen."""

    body: str = Field(max_length=_BODY, description="Mã đơn vị đã ghi.")
    reason: str = Field(max_length=LONGEST, description="Lý do rút.")
