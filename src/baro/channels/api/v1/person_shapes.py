"""What the API takes and gives of people who serve, and of what they hold over a term."""

from datetime import date
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import StringConstraints

from baro.channels.api.v1.shapes import Day

KINDS = "employment (diện cán bộ), appointment (chức vụ), delegation (ủy quyền), acting_head (giao phụ trách), leave_cover (vắng mặt, người thay)"
_CATEGORIES = "cadre (cán bộ), civil_servant (công chức), commune_official (cán bộ, công chức cấp xã), public_employee (viên chức), worker (người lao động)"
_ID, _TITLE, _REASON = 40, 200, 1000
_Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_FROM, _TO, _DECISION = "Từ ngày.", "Đến hết ngày; không có nếu chưa có ngày kết thúc.", "Quyết định: số, ngày."
_UNIT = "Mã đơn vị trong Ba Rõ; diện cán bộ (employment) thì không có."


class PersonQuery(Schema):
    """The words of a list's address."""

    tim: str = Field("", max_length=120, description="Chữ trong họ tên; không cần dấu.")
    sau: str = Field("", description="Trang sau bắt đầu sau người này (lấy từ next).")


class OnePersonQuery(Schema):
    """The words of the address of a person's page."""

    ngay: str = Field("", description="Xem như ngày này, dd/mm/yyyy hoặc yyyy-mm-dd; mặc định hôm nay.")


class PersonPost(Schema):
    """A post held today."""

    unit: str = Field(description="Mã đơn vị.")
    title: str = Field(description="Chức danh.")


class Person(Schema):
    """A person who serves."""

    id: str = Field(description="Mã người trong Ba Rõ.")
    code: str = Field(description="Số hiệu do cơ quan cấp.")
    name: str = Field(description="Họ tên; rỗng nếu đã hủy.")
    posts: list[PersonPost] = Field(description="Chức vụ đang giữ hôm nay.")


class PersonPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số người của cả danh sách.")
    items: list[Person] = Field(description="Người của trang này, theo tên.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class HeldByPerson(Schema):
    """Something that a person holds or held over a term."""

    kind: str = Field(description=f"Loại: {KINDS}.")
    id: str = Field(description="Mã.")
    category: str = Field("", description=f"Diện: {_CATEGORIES}.")
    unit: str = Field("", description=_UNIT)
    title: str = Field("", description="Chức danh.")
    is_head: bool = Field(False, description="Là người đứng đầu.")
    roles: list[str] = Field([], description="Vai trò khác trong quy trình.")
    role: str = Field("", description="Nội dung ủy quyền.")
    absent: str = Field("", description="Mã người vắng mặt.")
    cover: str = Field("", description="Mã người thay.")
    valid_from: date | None = Field(description=_FROM)
    valid_to: date | None = Field(description=_TO)
    counts_from: date | None = Field(description="Tính từ ngày này, khi ghi muộn một mình; không có: tính như đã ghi.")
    decision: str = Field(description=_DECISION)
    is_now: bool = Field(description="Đang có hiệu lực vào ngày được hỏi.")


class PersonFull(Schema):
    """A person over time."""

    person: Person
    category: str = Field(description=f"Diện vào ngày được hỏi: {_CATEGORIES}; rỗng nếu chưa ghi.")
    held: list[HeldByPerson] = Field(description="Những gì người này giữ, đã giữ; mới trước.")
    hidden_count: int = Field(description="Số mục không được xem.")


class NewPerson(Schema):
    """A person by number and name."""

    code: str = Field(max_length=_ID, description="Số hiệu do cơ quan cấp; mỗi người một mã.")
    name: str = Field(max_length=_TITLE, description="Họ tên.")


class RenamePerson(Schema):
    """A person's name."""

    name: str = Field(max_length=_TITLE, description="Họ tên.")


class _Said(Schema):
    """What is held, by its kind; what the kind does not take stays empty."""

    category: Literal["cadre", "civil_servant", "commune_official", "public_employee", "worker", ""] = Field(
        "", description=f"Với employment: {_CATEGORIES}."
    )
    unit: str = Field("", max_length=_ID, description=_UNIT)
    title: str = Field("", max_length=_TITLE, description="Với appointment, acting_head: chức danh.")
    is_head: bool = Field(False, description="Với appointment: là người đứng đầu đơn vị.")
    roles: list[_Word] = Field([], max_length=20, description="Với appointment: vai trò khác trong quy trình.")
    role: str = Field(
        "", max_length=_TITLE, description="Với delegation: nội dung ủy quyền (chức danh mà bước đòi hỏi)."
    )
    cover: str = Field("", max_length=_ID, description="Với leave_cover: mã người thay.")
    valid_to: Day | None = Field(None, description=_TO)


class TellHeld(_Said):
    """Something of a person that holds over a term."""

    kind: Literal["employment", "appointment", "delegation", "acting_head", "leave_cover"] = Field(
        description=f"Loại: {KINDS}."
    )
    valid_from: Day = Field(description=_FROM)
    decision: _Word = Field(max_length=120, description=_DECISION)
    how: Literal["alone", "second", ""] = Field(
        "",
        description="Chỉ khi ngày đã qua quá lâu: alone (ghi ngay một mình, chỉ tính từ hôm nay), second (đề nghị người thứ hai xác nhận, để tính từ ngày ấy).",
    )
    late_reason: str = Field("", max_length=_REASON, description="Lý do ghi muộn; bắt buộc với second.")


class Proposed(Schema):
    """Nothing is recorded yet: a second person must confirm first."""

    proposal: str = Field(
        description="Mã đề nghị; người thứ hai xác nhận, rồi người đề nghị thực hiện, trên trang Đề nghị."
    )


class EndHeld(Schema):
    """The last day of something."""

    last: Day = Field(description="Ngày cuối cùng.")
    decision: _Word = Field(max_length=120, description=_DECISION)


class CorrectHeld(_Said):
    """What is right of something that was told wrongly."""

    valid_from: Day | None = Field(None, description=_FROM)
    decision: str = Field("", max_length=120, description=_DECISION)
    reason: str = Field(max_length=_REASON, description="Lý do đính chính.")
