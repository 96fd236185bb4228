"""What the API takes and gives of the names that sources write, and of whom they mean."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import LONGEST
from baro.channels.api.v1.shapes import Day

_KIND = "unit (tên đơn vị), performer (tên người làm)."
_NAME = "Tên như nguồn ghi."
_UNIT = "Đơn vị ghi kèm tên người làm; rỗng với tên đơn vị."
_OUTCOME = "ours (đã ghép), not_ours (không thuộc cơ quan), open (chưa ghép)."
_TARGET = "Mã đơn vị (unit) hoặc mã người (performer) trong Ba Rõ; rỗng nếu không ghép."
_SINCE = "Áp dụng cho hồ sơ tiếp nhận từ ngày; không có: từ trước đến nay."
MOST = 1_000


class NameQuery(Schema):
    """The words of a list's address: the same as on the page."""

    nguon: str = Field("", description="Mã hệ thống nguồn; trống là nguồn đầu tiên được xem.")
    loai: str = Field("", description="don-vi (mặc định): tên đơn vị; nguoi: tên người làm.")
    xem: str = Field("", description="chua: chưa ghép; roi: đã ghép; khong: không thuộc cơ quan; trống là tất cả.")
    tim: str = Field("", max_length=255, description="Chữ trong tên, đơn vị ghi kèm; không cần dấu.")
    tu: str = Field("", description="Bỏ qua bấy nhiêu tên đầu (lấy từ next).")


class SourceName(Schema):
    """A name that a source writes, whom it means, or may mean as long as nothing was said."""

    kind: str = Field(description=f"Loại tên: {_KIND}")
    name: str = Field(description=_NAME)
    unit: str = Field(description=_UNIT)
    dossiers: int = Field(description="Số hồ sơ mang tên này.")
    outcome: str = Field(description=_OUTCOME)
    target: str = Field(description=_TARGET)
    valid_from: date | None = Field(description=_SINCE)
    is_outside: bool = Field(description="Ghép với đơn vị ngoài cơ quan gửi dữ liệu.")
    proposal: str = Field(description="Mã mà tên này có thể là, khi chưa ai nói; rỗng nếu không có đề nghị.")
    likeness: str = Field(
        description="Vì sao đề nghị: exact, folded (khác dấu, chữ hoa), abbreviated (viết đủ chữ tắt)."
    )


class NamePage(Schema):
    """A page of a list. `count` of all, before pages."""

    source: str = Field(description="Mã hệ thống nguồn.")
    count: int = Field(description="Số tên của cả danh sách.")
    items: list[SourceName] = Field(description="Tên của trang này, nhiều hồ sơ trước.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class NameSaid(Schema):
    """What was said of a name once."""

    kind: str = Field(description=f"Loại tên: {_KIND}")
    name: str = Field(description=_NAME)
    unit: str = Field(description=_UNIT)
    outcome: str = Field(description=_OUTCOME)
    target: str = Field(description=_TARGET)
    valid_from: date | None = Field(description=_SINCE)
    by: str = Field(description="Mã người ghi.")
    at: datetime = Field(description="Lúc ghi.")
    reason: str = Field(description="Lý do đổi; rỗng nếu ghi lần đầu.")


class Saying(Schema):
    """Whom a name means."""

    kind: Literal["unit", "performer"] = Field(description=f"Loại tên: {_KIND}")
    name: str = Field(max_length=255, description=_NAME)
    unit: str = Field("", max_length=255, description=_UNIT)
    outcome: Literal["ours", "not_ours", "open"] = Field("ours", description=_OUTCOME)
    target: str = Field("", max_length=40, description=_TARGET)


class MatchNames(Schema):
    """Whom names of a source mean, all or none."""

    source: str = Field(max_length=40, description="Mã hệ thống nguồn.")
    names: list[Saying] = Field(max_length=MOST, description="Từng tên; ghi trọn hoặc không tên nào.")
    valid_from: Day | None = Field(None, description=_SINCE)
    reason: str = Field("", max_length=LONGEST, description="Lý do; bắt buộc khi đổi tên đã ghép.")


class NamesMatched(Schema):
    """What was recorded."""

    recorded: int = Field(description="Số tên mới ghi; tên đã ghi như vậy từ trước thì không ghi lại.")
    items: list[SourceName] = Field(description="Những tên đã gửi, như đang giữ.")
