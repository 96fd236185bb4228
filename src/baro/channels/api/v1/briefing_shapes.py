"""What the API takes and gives of weekly briefings. What a key's role may not see is empty, and named in `hidden`."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import HIDDEN, LONGEST
from baro.channels.api.v1.shapes import Day

_DAY_DONE = "Ngày thực hiện xong; không có nếu chưa xong."
_WEEK = "Tuần, như 2024-W17."


class Explanation(Schema):
    """What a unit says of a late dossier; said again, all of them stand, and the last one counts."""

    id: str = Field(description="Mã.")
    dossier: str = Field(description="Mã hồ sơ trong Ba Rõ.")
    body: str = Field(description="Mã cơ quan.")
    cause: str = Field(
        description="Nguyên nhân: rules, coordination, agency, software, applicant, force_majeure, scale, many_stages, other."
    )
    cause_words: str = Field(description="Nguyên nhân bằng lời (danh mục chưa kiểm chứng với biểu mẫu hiện hành).")
    promised_on: date | None = Field(description="Ngày hẹn xong; không có nếu chưa hẹn.")
    is_kept: bool | None = Field(description="Lời hẹn có được giữ không; không có nếu chưa hẹn hoặc chưa đến ngày.")
    words: str | None = Field(description="Nêu rõ, bằng lời của đơn vị.")
    said_by: str | None = Field(description="Mã người nêu.")
    said_at: datetime = Field(description="Lúc nêu.")
    hidden: list[str] = HIDDEN


class Explain(Schema):
    """Why a dossier is late, and what is promised."""

    dossier: str = Field(max_length=160, description="Mã hồ sơ trong Ba Rõ.")
    cause: Literal[
        "rules", "coordination", "agency", "software", "applicant", "force_majeure", "scale", "many_stages", "other"
    ] = Field(
        description="rules (quy định), coordination (cơ quan khác), agency (cơ quan giải quyết), software (phần mềm), applicant (người nộp), force_majeure (bất khả kháng), scale (khối lượng lớn), many_stages (nhiều công đoạn), other (nguyên nhân khác)."
    )
    promised_on: Day | None = Field(None, description="Hẹn xong trước hoặc trong ngày; bỏ trống nếu chưa hẹn được.")
    words: str = Field("", max_length=LONGEST, description="Nêu rõ; bắt buộc khi chọn other.")


class WeekCounts(Schema):
    """What was counted of a unit."""

    unit: str = Field(description="Đơn vị như nguồn ghi.")
    received: int = Field(description="Tiếp nhận trong tuần.")
    ended: int = Field(description="Xong trong tuần.")
    ended_late: int = Field(description="Xong quá hạn.")
    pending: int = Field(description="Còn tồn cuối tuần.")
    pending_late: int = Field(description="Tồn quá hạn cuối tuần.")
    due_next: int = Field(description="Đến hạn trong tuần sau.")


class Briefing(Schema):
    """A body's week as it was frozen."""

    id: str = Field(description="Mã.")
    body: str = Field(description="Mã cơ quan.")
    week: str = Field(description=_WEEK)
    as_of: datetime = Field(description="Dữ liệu biết được đến lúc này.")
    frozen_at: datetime = Field(description="Lúc chốt.")
    frozen_by: str | None = Field(description="Mã người chốt.")
    figures: list[WeekCounts] = Field(description="Số liệu từng đơn vị như đã chốt.")
    hidden: list[str] = HIDDEN


class Conclusion(Schema):
    """What was concluded, and whether it was done."""

    id: str = Field(description="Mã.")
    briefing: str = Field(description="Mã giao ban đã chốt.")
    body: str = Field(description="Mã cơ quan.")
    week: str = Field(description=_WEEK)
    words: str | None = Field(description="Nội dung kết luận.")
    lead: str | None = Field(description="Ai làm.")
    due_on: date = Field(description="Hạn thực hiện.")
    is_late: bool = Field(description="Xong quá hạn, hoặc chưa xong mà đã quá hạn.")
    made_at: datetime = Field(description="Lúc kết luận.")
    made_by: str | None = Field(description="Mã người ghi kết luận.")
    done_on: date | None = Field(description=_DAY_DONE)
    done_by: str | None = Field(description="Mã người báo cáo.")
    result: str | None = Field(description="Kết quả, sản phẩm.")
    hidden: list[str] = HIDDEN


class BriefingFull(Schema):
    """A frozen week with what was concluded there."""

    briefing: Briefing
    conclusions: list[Conclusion] = Field(description="Kết luận của cuộc giao ban.")


class ConclusionQuery(Schema):
    """Where a page begins."""

    sau: str = Field("", description="Trang sau bắt đầu sau kết luận này (lấy từ next).")
    sau_han: str = Field("", alias="sau-han", description="Hạn của kết luận ấy (lấy từ next).")


class ConclusionPage(Schema):
    """A page of a list."""

    count: int = Field(description="Số kết luận chưa thực hiện xong.")
    overdue: int = Field(description="Trong đó đã quá hạn.")
    items: list[Conclusion] = Field(description="Kết luận của trang này, theo hạn.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class Freeze(Schema):
    """Which week of which body."""

    body: str = Field(max_length=40, description="Mã cơ quan có nguồn hồ sơ.")
    week: str = Field(max_length=10, description=_WEEK)


class Conclude(Schema):
    """What is to be done, by whom, by when."""

    words: str = Field(max_length=LONGEST, description="Nội dung kết luận.")
    lead: str = Field(max_length=300, description="Ai làm: đơn vị, người chủ trì.")
    due_on: Day = Field(description="Hạn thực hiện.")


class Done(Schema):
    """When it was done, and what came of it."""

    done_on: Day = Field(description="Ngày thực hiện xong.")
    result: str = Field("", max_length=LONGEST, description="Kết quả, sản phẩm.")
