"""What the API takes and gives of books of dossiers kept here. What a key's role may not see is empty, and named in `hidden`."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema
from pydantic import AwareDatetime

from baro.channels.api.v1.question_shapes import HIDDEN
from baro.channels.api.v1.shapes import Day, Word

_BODY, _PERSON, _LINE, _TEXT = 40, 40, 255, 4000
_REQUESTERS = "organisation (tổ chức), citizen (công dân), business (doanh nghiệp), internal (cơ quan, đơn vị)"


class Book(Schema):
    """A book that the key may read."""

    source: str = Field(description="Mã sổ.")
    name: str = Field(description="Tên sổ.")
    body: str = Field(description="Mã đơn vị giữ sổ.")
    prefix: str = Field(description="Phần đầu mã hồ sơ.")
    work: str = Field(description="procedure (thủ tục hành chính), internal (công việc nội bộ).")
    procedures: list[str] = Field(description="Mã thủ tục, quy trình mà quy trình đã phê duyệt của sổ phục vụ hôm nay.")


class BookList(Schema):
    """The books."""

    items: list[Book] = Field(description="Theo tên.")


class OpenBook(Schema):
    """A book to be opened."""

    source: Word = Field(
        max_length=39, description="Mã sổ: chữ thường không dấu, số, gạch nối; như so-dat-dai. Mã chưa ai dùng."
    )
    name: Word = Field(max_length=_LINE, description="Tên sổ.")
    work: Literal["procedure", "internal"] = Field(
        "procedure", description="procedure (thủ tục hành chính), internal (công việc nội bộ)."
    )
    unit: Word = Field(max_length=_BODY, description="Mã đơn vị giữ sổ.")
    prefix: Word = Field(
        max_length=35, description="Phần đầu mã hồ sơ: mã định danh của đơn vị, như 000.17.27.H26 (TT 01/2018 Điều 19)."
    )


class BookOfProcess(OpenBook):
    """A book to be opened, by the file of its process."""

    sha256: str = Field(description="Mã băm SHA-256 của tệp quy trình.")


class Receipt(Schema):
    """What a dossier was received with."""

    id: str = Field(description="Mã trong Ba Rõ: mã sổ, dấu hai chấm, mã hồ sơ.")
    source: str = Field(description="Mã sổ.")
    body: str = Field(description="Mã đơn vị giữ sổ.")
    code: str = Field(description="Mã hồ sơ, do Ba Rõ cấp.")
    procedure: str = Field(description="Mã thủ tục, quy trình.")
    channel: str = Field(description="Hình thức nộp.")
    requester: str = Field(description=f"Công việc nội bộ: bên yêu cầu là {_REQUESTERS}; rỗng với thủ tục.")
    received_at: datetime = Field(description="Lúc tiếp nhận.")
    applicant: str | None = Field(description="Tổ chức, cá nhân nộp.")
    contact: str | None = Field(description="Điện thoại, thư điện tử.")
    address: str | None = Field(description="Địa chỉ.")
    papers: str | None = Field(description="Giấy tờ đã nộp.")
    due_on: date | None = Field(description="Ngày hẹn trả; không có nếu chưa tính được.")
    ended: bool = Field(description="Đã kết thúc.")
    hidden: list[str] = HIDDEN


class Step(Schema):
    """A step that was told."""

    number: int = Field(description="Số thứ tự trong hồ sơ.")
    activity: str = Field(description="Việc đã làm, như quy trình gọi.")
    kind: str = Field(description="Loại việc.")
    occurred_at: datetime = Field(description="Lúc xảy ra, theo người ghi.")
    counts_at: datetime = Field(description="Lúc được tính.")
    recorded_at: datetime = Field(description="Lúc ghi.")
    unit: str = Field(description="Mã đơn vị; rỗng là đơn vị giữ sổ.")
    document: str = Field(description="Số văn bản, số phiếu.")
    due_on: date | None = Field(description="Ngày hẹn mới.")
    departs: bool = Field(description="Khác quy trình.")
    actor: str | None = Field(description="Mã người ghi.")
    handler: str | None = Field(description="Mã người giữ hồ sơ từ lúc ấy.")
    reason: str | None = Field(description="Lý do, nội dung.")
    is_taken_back: bool = Field(description="Ghi nhầm, đã rút hoặc hủy.")
    hidden: list[str] = HIDDEN


class Choice(Schema):
    """A step that this key may tell now."""

    activity: str = Field(description="Tên việc: chép y nguyên vào activity khi ghi.")
    kind: str = Field(description="Loại việc.")
    is_expected: bool = Field(description="Quy trình đang chờ việc này.")
    departs: bool = Field(description="Ghi lúc này là làm khác quy trình, cần lý do.")


class Recorded(Schema):
    """A dossier written down here."""

    dossier: Receipt
    steps: list[Step] = Field(description="Mọi bước đã ghi, cũ trước, kể cả bước đã rút.")
    may_tell: list[Choice] = Field(description="Việc khóa này ghi được tiếp theo, việc quy trình đang chờ đứng trước.")


class ReceiveInto(Schema):
    """A dossier that comes in."""

    procedure: str = Field(max_length=_LINE, description="Mã thủ tục, quy trình.")
    happened_at: AwareDatetime = Field(description="Lúc nhận, có múi giờ.")
    channel: Literal["Trực tiếp", "Trực tuyến", "Bưu chính công ích", ""] = Field(
        "", description="Hình thức nộp; rỗng với công việc nội bộ."
    )
    requester: Literal["organisation", "citizen", "business", "internal", ""] = Field(
        "", description=f"Công việc nội bộ: {_REQUESTERS}; rỗng với thủ tục."
    )
    applicant: str = Field(min_length=1, max_length=_LINE, description="Tổ chức, cá nhân nộp; bên yêu cầu.")
    contact: str = Field("", max_length=_LINE, description="Điện thoại, thư điện tử.")
    address: str = Field("", max_length=_LINE, description="Địa chỉ.")
    papers: str = Field("", max_length=_TEXT, description="Giấy tờ đã nộp, mỗi dòng một loại.")


class TellStep(Schema):
    """What happened with a dossier."""

    activity: str = Field(max_length=_LINE, description="Một việc trong may_tell.")
    happened_at: AwareDatetime = Field(description="Lúc xảy ra, có múi giờ.")
    unit: str = Field("", max_length=_BODY, description="Mã đơn vị; rỗng là đơn vị giữ sổ.")
    handler: str = Field("", max_length=_PERSON, description="Mã người giữ hồ sơ từ lúc này.")
    document: str = Field("", max_length=120, description="Số văn bản, số phiếu.")
    due_on: Day | None = Field(None, description="Ngày hẹn mới: chỉ khi gia hạn, xin lỗi và hẹn lại.")
    reason: str = Field("", max_length=_TEXT, description="Lý do, nội dung.")


class Slip(Schema):
    """Why a step was told by mistake."""

    reason: str = Field(max_length=_TEXT, description="Vì sao ghi nhầm.")
