"""What the API takes and gives of directives (văn bản chỉ đạo), and how far each has come."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import LONGEST
from baro.channels.api.v1.shapes import Day
from baro.channels.api.v1.task_shapes import SOURCES

_BODY = 40
_ID = 40


class DirectiveQuery(Schema):
    """The words of a list's address: the same as on the page."""

    nguon: str = Field("", description=f"Nguồn: {SOURCES}.")
    tim: str = Field(
        "", max_length=80, description="Chữ trong số, ký hiệu, cơ quan ban hành, trích yếu; không cần dấu."
    )
    chua_nam: str = Field("", alias="chua-nam", description="1: chỉ văn bản còn đơn vị chưa nắm.")
    sau: str = Field("", description="Trang sau bắt đầu sau văn bản này (lấy từ next).")


class Directive(Schema):
    """A directive as the register keeps it."""

    id: str = Field(description="Mã văn bản trong Ba Rõ.")
    body: str = Field(description="Mã đơn vị vào sổ, theo dõi.")
    source: str = Field(description=f"Nguồn: {SOURCES}.")
    number: str = Field(description="Số, ký hiệu.")
    signed_on: date = Field(description="Ngày ký.")
    issuer: str = Field(description="Cơ quan ban hành, bằng lời.")
    subject: str = Field(description="Trích yếu; rỗng nếu đã được xóa.")
    implements: str = Field(description="Mã văn bản mà văn bản này triển khai; rỗng nếu không có.")
    addressees: list[str] = Field(description="Mã các đơn vị phải ghi là đã nắm.")
    silent: list[str] = Field(description="Mã các đơn vị chưa nắm.")
    acknowledge_by: date | None = Field(description="Hạn các đơn vị phải nắm.")
    is_overdue: bool = Field(description="Quá hạn mà còn đơn vị chưa nắm.")
    is_withdrawn: bool = Field(description="Đã rút khỏi sổ vì vào sổ nhầm.")


class DirectivePage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số văn bản của cả danh sách.")
    items: list[Directive] = Field(description="Văn bản của trang này, mới ký trước; cả văn bản đã rút.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class DirectiveNoted(Schema):
    """A unit took note."""

    unit: str = Field(description="Mã đơn vị.")
    on: date = Field(description="Ngày nắm.")
    recorded_at: datetime = Field(description="Lúc ghi.")
    recorded_by: str = Field(description="Mã người ghi.")


class DirectiveRung(Schema):
    """A directive in the cascade, with the tasks that it gave, of those that the key may read."""

    depth: int = Field(description="Cách văn bản trên cùng mấy tầng.")
    directive: Directive
    given: int = Field(description="Số nhiệm vụ giao theo văn bản, trong phạm vi khóa được xem.")
    open: int = Field(description="Trong đó đang thực hiện.")
    late: int = Field(description="Trong đó đang thực hiện, đã quá hạn.")


class DirectiveFull(Schema):
    """A directive in its cascade."""

    directive: Directive
    recorded_at: datetime = Field(description="Lúc vào sổ.")
    recorded_by: str = Field(description="Mã người vào sổ.")
    withdrawn_for: str = Field(description="Lý do rút khỏi sổ; rỗng nếu không rút.")
    acknowledged: list[DirectiveNoted] = Field(description="Đơn vị nào đã nắm, theo ngày.")
    cascade: list[DirectiveRung] = Field(
        description="Từ văn bản trên cùng xuống, mỗi văn bản trước những văn bản triển khai nó."
    )
    tasks: list[str] = Field(description="Mã nhiệm vụ giao theo văn bản này, trong phạm vi khóa được xem.")


class EnterDirective(Schema):
    """A directive to be entered into the register."""

    body: str = Field(max_length=_BODY, description="Mã đơn vị vào sổ, theo dõi; khóa phải được vào sổ của đơn vị ấy.")
    source: Literal["directive", "party", "council", "questioning", "inspection", "briefing", "programme", "other"] = (
        Field(description=f"Nguồn: {SOURCES}.")
    )
    number: str = Field(description="Số, ký hiệu.")
    signed_on: Day = Field(description="Ngày ký.")
    issuer: str = Field(max_length=300, description="Cơ quan ban hành, bằng lời.")
    subject: str = Field(max_length=LONGEST, description="Trích yếu. Không ghi văn bản mật vào sổ này.")
    implements: str = Field("", max_length=_ID, description="Mã văn bản trong sổ mà văn bản này triển khai.")
    addressees: list[str] = Field([], max_length=50, description="Mã các đơn vị phải ghi là đã nắm.")
    acknowledge_by: Day | None = Field(None, description="Hạn các đơn vị phải nắm.")


class NoteDirective(Schema):
    """A unit takes note."""

    unit: str = Field(max_length=_BODY, description="Mã đơn vị nắm văn bản; khóa phải được ghi cho đơn vị ấy.")
    on: Day = Field(description="Ngày nắm.")


class WithdrawDirective(Schema):
    """Why a directive was entered by mistake."""

    reason: str = Field(max_length=LONGEST, description="Lý do rút khỏi sổ.")
