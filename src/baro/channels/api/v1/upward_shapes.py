"""What the API takes and gives of proposals to the upper level: codes, days, the words of a document; no person."""

from datetime import date
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.followed_shapes import BODY, FollowedEvent, FollowedStep, TakeBackFollowed
from baro.channels.api.v1.shapes import Day
from baro.rules.observed.followed import LONGEST_DOCUMENT

_STATES = "sent (đã gửi, chờ chuyển hoặc trả lời), routed (đã chuyển, chờ trả lời), again (trả lời chưa giải quyết được, chờ tiếp), answered (đã trả lời, chờ nơi kiến nghị xem), resolved (đã giải quyết)"


class UpwardQuery(Schema):
    """The words of a list's address: the same as on the page."""

    xem: str = Field(
        "",
        description=f"Trống: đang chờ; qua-han: quá ngày hẹn trả lời; tat-ca: tất cả; hoặc một tình trạng: {_STATES}.",
    )
    noi: str = Field("", description="Mã nơi kiến nghị.")
    dang_o: str = Field("", alias="dang-o", description="Mã cơ quan mà kiến nghị đang chờ.")
    ky: str = Field("", description="Kỳ của ngày ký, như 2024-04, 2024-Q2, 2024.")
    tim: str = Field("", description="Chữ trong số văn bản, nội dung, tên hai bên; có dấu hay không đều được.")
    sau: str = Field("", description="Trang sau bắt đầu sau kiến nghị này (lấy từ next).")
    sau_luc: str = Field("", alias="sau-luc", description="Ngày ký của kiến nghị ấy (lấy từ next).")


class Upward(Schema):
    """A proposal to the upper level as it stands."""

    id: str = Field(description="Mã kiến nghị.")
    unit: str = Field(description="Mã nơi kiến nghị.")
    about: str = Field(description="Kiến nghị về việc.")
    document: str = Field(description="Số, ký hiệu văn bản.")
    signed_on: date = Field(description="Ngày ký.")
    counts_on: date = Field(description="Ngày được tính: ghi muộn một mình thì là ngày ghi.")
    to: str = Field(description="Mã cơ quan được gửi.")
    first_until: date | None = Field(description="Ngày hẹn trả lời mà văn bản kiến nghị nêu.")
    state: str = Field(description=f"Tình trạng: {_STATES}.")
    holder: str = Field(description="Mã cơ quan mà kiến nghị đang chờ; rỗng nếu đã giải quyết.")
    since: date = Field(description="Chờ từ ngày; đã giải quyết thì là ngày ấy.")
    waited: int = Field(description="Số ngày làm việc đã chờ ở đó; 0 nếu đã giải quyết.")
    until: date | None = Field(description="Ngày hẹn trả lời đang có, nếu văn bản có nêu; Ba Rõ không đặt ra hạn nào.")
    is_late: bool = Field(description="Đã quá ngày hẹn ấy mà chưa có trả lời.")


class UpwardPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số kiến nghị của cả danh sách.")
    items: list[Upward] = Field(description="Kiến nghị của trang này.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class UpwardFull(Schema):
    """A proposal with its course."""

    upward: Upward
    events: list[FollowedEvent] = Field(description="Mọi điều đã ghi, cũ trước.")
    may_tell: list[FollowedStep] = Field(description="Việc có thể ghi tiếp; rỗng nếu đã giải quyết.")


class ProposeUpward(Schema):
    """A proposal to be recorded."""

    unit: str = Field(max_length=BODY, description="Mã nơi kiến nghị; khóa phải của người được ghi cho nơi ấy.")
    about: str = Field(max_length=400, description="Kiến nghị về việc, như trích yếu của văn bản; không ghi tên người.")
    document: str = Field(max_length=LONGEST_DOCUMENT, description="Số, ký hiệu văn bản.")
    signed_on: Day = Field(description="Ngày ký.")
    to: str = Field(max_length=BODY, description="Mã cơ quan được gửi.")
    until: Day | None = Field(None, description="Ngày hẹn trả lời mà văn bản nêu, nếu có.")


class TellUpward(Schema):
    """What became of a proposal."""

    kind: Literal["routed", "answered", "accepted", "not_accepted"] = Field(
        description="routed (chuyển đến cơ quan khác), answered (trả lời), accepted (đã giải quyết), not_accepted (chưa giải quyết được)."
    )
    body: str = Field(max_length=BODY, description="Mã đơn vị ghi: nơi đang giữ hoặc nơi kiến nghị (xem may_tell).")
    on: Day = Field(description="Ngày của văn bản.")
    document: str = Field(max_length=LONGEST_DOCUMENT, description="Số, ký hiệu văn bản.")
    to: str = Field("", max_length=BODY, description="Với routed: mã cơ quan được chuyển đến.")
    until: Day | None = Field(None, description="Với routed, not_accepted: ngày hẹn trả lời mà văn bản nêu, nếu có.")


class TakeBackUpward(TakeBackFollowed):
    """The last that was told of a proposal, told by mistake."""

    body: str = Field(max_length=BODY, description="Mã đơn vị đã ghi điều ấy.")
