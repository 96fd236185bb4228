"""What the API takes and gives of joint dossiers. What a key's role may not see is empty, and named in `hidden`."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema
from pydantic import AwareDatetime

from baro.channels.api.v1.question_shapes import HIDDEN, LONGEST

_BODY = 40
_ID = 40
_OUTCOMES = "result (có kết quả), refused (từ chối), withdrawn (người nộp rút; chỉ với cả hồ sơ)"
_KINDS = "sent (gửi), acknowledged (xác nhận đã nhận), answered (trả lời), returned (trả lại để bổ sung), ended (kết thúc cả hồ sơ)"


class JointQuery(Schema):
    """The words of a list's address."""

    tinh_trang: str = Field(
        "", alias="tinh-trang", description="dang-lam (mặc định): đang giải quyết; da-xong: đã kết thúc."
    )
    sau: str = Field("", description="Trang sau bắt đầu sau hồ sơ này (lấy từ next).")
    sau_luc: str = Field(
        "", alias="sau-luc", description="Lúc tiếp nhận, hoặc lúc kết thúc được ghi, của hồ sơ ấy (lấy từ next)."
    )


class Joint(Schema):
    """A joint dossier as it stands."""

    id: str = Field(description="Mã hồ sơ liên thông trong Ba Rõ.")
    code: str = Field(description="Mã hồ sơ.")
    process: str = Field(description="Mã thủ tục liên thông.")
    version: int = Field(description="Phiên bản quy trình áp dụng.")
    lead: str = Field(description="Mã cơ quan chủ trì.")
    received_at: datetime = Field(description="Lúc tiếp nhận.")
    recorded_at: datetime = Field(description="Lúc ghi.")
    due_on: date | None = Field(description="Ngày hẹn của cả hồ sơ; không có nếu chưa tính được.")
    ended_at: datetime | None = Field(description="Lúc kết thúc được tính.")
    is_late: bool = Field(description="Quá hạn.")
    unacknowledged: list[str] = Field(description="Mã các chặng đã gửi chưa ai xác nhận.")
    late_legs: list[str] = Field(description="Mã các chặng đang quá hạn.")


class JointPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số hồ sơ của cả danh sách.")
    items: list[Joint] = Field(description="Hồ sơ của trang này.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class LegNow(Schema):
    """A leg as it stands."""

    key: str = Field(description="Mã chặng.")
    agency: str = Field(description="Mã cơ quan của chặng.")
    task: str = Field(description="Việc của chặng.")
    state: str = Field(
        description="waiting (chưa đến lượt), to_send (đến lượt gửi), sent (đã gửi, chưa xác nhận), acknowledged (đã nhận), answered (đã trả lời), returned (bị trả lại)."
    )
    sent_at: datetime | None = Field(description="Lúc gửi lần cuối, như được tính.")
    due_on: date | None = Field(description="Hạn của lần ấy.")
    ended_at: datetime | None = Field(description="Lúc trả lời, trả lại của lần ấy.")
    is_late: bool = Field(description="Lần ấy quá hạn.")
    is_silent: bool = Field(description="Đã gửi, quá lâu chưa ai xác nhận.")
    may_tell: list[str] = Field(description="Việc ghi được tiếp theo.")


class Part(Schema):
    """An agency's part of the time."""

    agency: str = Field(description="Mã cơ quan.")
    held: int = Field(description="Phút làm việc đã giữ.")
    over: int = Field(description="Trong đó phút quá hạn của chặng.")
    late: int = Field(description="Phút trễ của cả hồ sơ tính cho cơ quan này.")


class JointEvent(Schema):
    """Something told of a joint dossier."""

    id: str = Field(description="Số thứ tự trong hồ sơ.")
    leg: str = Field(description="Mã chặng; rỗng là cả hồ sơ.")
    kind: str = Field(description=f"{_KINDS}.")
    occurred_at: datetime = Field(description="Lúc xảy ra, theo người ghi.")
    counts_at: datetime | None = Field(
        description="Lúc được tính: ghi muộn một mình thì là lúc ghi; không có nếu đã đính chính."
    )
    recorded_at: datetime = Field(description="Lúc ghi.")
    recorded_by: str | None = Field(description="Mã người ghi.")
    teller: str = Field(description="Mã cơ quan ghi.")
    document: str = Field(description="Số văn bản.")
    outcome: str = Field(description=f"{_OUTCOMES}; rỗng nếu không phải trả lời, kết thúc.")
    corrects: str = Field(description="Đính chính việc số ấy; rỗng nếu không phải.")
    is_void: bool = Field(description="Việc được đính chính không xảy ra.")
    words: str | None = Field(description="Lý do, nội dung.")
    hidden: list[str] = HIDDEN


class JointFull(Schema):
    """A joint dossier with its legs and all that was told of it."""

    joint: Joint
    why: list[str] = Field(description="Vì sao ra ngày hẹn, từng câu.")
    legs: list[LegNow] = Field(description="Các chặng.")
    split: list[Part] = Field(description="Cơ quan nào giữ bao lâu; cộng late lại là cả số phút trễ.")
    may_end: bool = Field(description="Ghi kết thúc được: không chặng nào đang ở cơ quan khác.")
    events: list[JointEvent] = Field(description="Mọi việc đã ghi, cũ trước.")


class Open(Schema):
    """A joint dossier to be opened."""

    process: str = Field(max_length=_ID, description="Mã thủ tục liên thông đang có hiệu lực.")
    code: str = Field(max_length=60, description="Mã hồ sơ của một cửa.")
    received_at: AwareDatetime = Field(description="Lúc tiếp nhận đủ, có múi giờ.")


class TellJoint(Schema):
    """What happened to a leg, or to the whole."""

    body: str = Field(max_length=_BODY, description="Mã cơ quan ghi: cơ quan chủ trì hoặc cơ quan của chặng.")
    kind: Literal["sent", "acknowledged", "answered", "returned", "ended"] = Field(description=f"{_KINDS}.")
    leg: str = Field("", max_length=_ID, description="Mã chặng; rỗng với ended.")
    happened_at: AwareDatetime = Field(description="Lúc xảy ra, có múi giờ.")
    document: str = Field(
        "", max_length=120, description="Số văn bản; bắt buộc khi gửi, khi cơ quan chủ trì ghi thay cơ quan khác."
    )
    outcome: Literal["result", "refused", "withdrawn"] = Field(
        "result", description=f"Với answered, ended: {_OUTCOMES}."
    )
    words: str = Field("", max_length=LONGEST, description="Nội dung; bắt buộc khi trả lại.")


class Correct(Schema):
    """Something told anew, with its reason."""

    body: str = Field(max_length=_BODY, description="Mã cơ quan đã ghi.")
    happened_at: AwareDatetime = Field(description="Lúc xảy ra đúng, có múi giờ.")
    document: str = Field("", max_length=120, description="Số văn bản đúng; rỗng: như đã ghi.")
    reason: str = Field(max_length=LONGEST, description="Lý do đính chính.")
    is_void: bool = Field(False, description="Việc ấy không xảy ra.")
