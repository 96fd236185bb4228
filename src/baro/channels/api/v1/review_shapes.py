"""What the API takes and gives of campaigns of review of processes."""

from datetime import date
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.shapes import Day

_BODY, _LINE, _NUMBER, _WORDS = 40, 400, 120, 2000
_KINDS = "internal (công việc nội bộ, ngoài TTHC), procedure (quy trình nội bộ giải quyết TTHC), administrative (TTHC nội bộ), linked (liên thông)"
_FOUND = "keep (giữ nguyên), amend (sửa đổi), replace (thay thế), repeal (bãi bỏ)"
_STATES = (
    "waiting (chưa rà soát), kept (giữ nguyên), to_do (chưa thực hiện kết quả), carried_out (đã thực hiện kết quả)"
)


class ReviewProgress(Schema):
    """How many processes, and how far they are."""

    processes: int = Field(description="Số quy trình của đợt.")
    reviewed: int = Field(description="Số quy trình đã rà soát.")
    kept: int = Field(description="Số quy trình giữ nguyên.")
    to_do: int = Field(description="Số quy trình phải sửa đổi, thay thế, bãi bỏ mà chưa thực hiện.")
    carried_out: int = Field(description="Số quy trình đã sửa đổi, thay thế, bãi bỏ xong.")
    percent: int = Field(description="Phần trăm đã rà soát, làm tròn xuống: 100 là tất cả.")


class ProcessReview(Schema):
    """A campaign of review as it stands."""

    id: str = Field(description="Mã đợt rà soát.")
    unit: str = Field(description="Mã đơn vị chủ trì.")
    name: str = Field(description="Tên đợt rà soát.")
    document: str = Field(description="Số, ký hiệu văn bản.")
    begins_on: date = Field(description="Bắt đầu từ ngày.")
    due_on: date = Field(description="Xong trước hết ngày.")
    is_late: bool = Field(description="Đã quá hạn mà chưa rà soát hết.")
    progress: ReviewProgress


class ProcessReviewPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số đợt của cả danh sách.")
    items: list[ProcessReview] = Field(description="Đợt rà soát của trang này.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class BodyReview(Schema):
    """How far a body is."""

    body: str = Field(description="Mã cơ quan.")
    progress: ReviewProgress


class ProcessReviewFull(Schema):
    """A campaign, and how far each body is."""

    review: ProcessReview
    bodies: list[BodyReview] = Field(description="Từng cơ quan có quy trình trong đợt, theo mã; không xếp hạng.")


class ReviewedQuery(Schema):
    """The words of a list's address: the same as on the page."""

    co_quan: str = Field("", alias="co-quan", description="Mã cơ quan.")
    tinh_trang: str = Field("", alias="tinh-trang", description=f"Tình trạng: {_STATES}; trống là tất cả.")
    sau: str = Field("", description="Trang sau bắt đầu sau quy trình này (lấy từ next).")


class ReviewedProcess(Schema):
    """A process of a campaign, and what was found of it."""

    process: str = Field(description="Mã bản quy trình.")
    unit: str = Field(description="Mã cơ quan ban hành.")
    code: str = Field(description="Mã hiệu.")
    name: str = Field(description="Tên quy trình.")
    state: str = Field(description=f"Tình trạng: {_STATES}.")
    found: str = Field(description=f"Kết quả: {_FOUND}; rỗng nếu chưa rà soát.")
    words: str = Field(description="Lý do, cần sửa gì.")
    found_on: date | None = Field(description="Ngày ghi kết quả; không có nếu chưa rà soát.")


class ReviewedPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số quy trình của cả danh sách.")
    items: list[ReviewedProcess] = Field(description="Quy trình của trang này, theo thứ tự của đợt.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class BeginReview(Schema):
    """A campaign over the processes that a body, and those below it, have in force today."""

    unit: str = Field(max_length=_BODY, description="Mã đơn vị chủ trì; khóa phải được ghi quy trình của đơn vị ấy.")
    name: str = Field(max_length=_LINE, description="Tên đợt rà soát.")
    document: str = Field(max_length=_NUMBER, description="Số, ký hiệu văn bản tổ chức đợt.")
    begins_on: Day = Field(description="Bắt đầu từ ngày.")
    due_on: Day = Field(description="Xong trước hết ngày.")
    top: str = Field(max_length=_BODY, description="Rà soát quy trình của cơ quan này và mọi đơn vị cấp dưới của nó.")
    kinds: list[Literal["internal", "procedure", "administrative", "linked"]] = Field(
        min_length=1, max_length=4, description=f"Loại quy trình: {_KINDS}."
    )


class RecordReviewed(Schema):
    """What was found, the same of all the processes told."""

    processes: list[str] = Field(max_length=1000, description="Mã các bản quy trình của đợt, cùng một kết quả.")
    found: Literal["keep", "amend", "replace", "repeal"] = Field(description=f"Kết quả: {_FOUND}.")
    words: str = Field("", max_length=_WORDS, description="Lý do, cần sửa gì; bắt buộc khi không giữ nguyên.")
