"""What the API takes and gives of joint procedures. The legs are given as they are taken: read, corrected, sent back."""

from datetime import date

from ninja import Field, Schema

from baro.channels.api.v1.shapes import Day, Word

_BODY, _ID, _LINE, _NUMBER, _LIMIT = 40, 40, 400, 120, 40
_WRITTEN = "như “5 ngày làm việc”, “8 giờ làm việc”, “10 ngày”"


class Leg(Schema):
    """A leg of a joint process."""

    key: str = Field(description="Mã chặng.")
    agency: str = Field(description="Mã cơ quan của chặng.")
    task: str = Field(description="Việc của chặng.")
    limit: str = Field(description="Thời hạn kể từ lúc gửi đến.")
    papers_in: str = Field(description="Giấy tờ gửi đến.")
    papers_out: str = Field(description="Giấy tờ trả ra.")
    after: str = Field(description="Chặng phải trả lời trước; rỗng nếu gửi được từ khi tiếp nhận.")


class Process(Schema):
    """A version of a joint process."""

    process: str = Field(description="Mã thủ tục liên thông.")
    name: str = Field(description="Tên thủ tục.")
    version: int = Field(description="Phiên bản.")
    lead: str = Field(description="Mã cơ quan chủ trì.")
    rule: str = Field(description="Mã quy chế phối hợp làm căn cứ; rỗng nếu không nêu.")
    limit: str = Field(description="Thời hạn của cả hồ sơ.")
    decision: str = Field(description="Số quyết định.")
    signed_on: date = Field(description="Ngày ký.")
    valid_from: date = Field(description="Áp dụng từ ngày.")
    last_on: date | None = Field(description="Ngày áp dụng cuối cùng; không có nếu chưa có bản sau.")
    legs: list[Leg] = Field(description="Các chặng.")


class ProcessList(Schema):
    """The joint processes in force."""

    items: list[Process] = Field(description="Theo mã thủ tục.")


class JointProcedure(Schema):
    """A joint procedure of the register with its versions."""

    process: str = Field(description="Mã thủ tục liên thông.")
    unit: str = Field(description="Mã cơ quan giữ thủ tục trong sổ.")
    code: str = Field(description="Mã hiệu; rỗng nếu không ghi.")
    name: str = Field(description="Tên thủ tục.")
    versions: list[Process] = Field(description="Các bản, cũ trước, kể cả bản chưa đến ngày áp dụng.")


class LegWritten(Schema):
    """A leg as it is written."""

    key: str = Field(pattern="^[A-Za-z0-9][A-Za-z0-9-]{0,9}$", description="Mã chặng, như 1, 2; mỗi chặng một mã.")
    agency: Word = Field(max_length=_BODY, description="Mã cơ quan của chặng.")
    task: str = Field(max_length=_LINE, description="Việc phải làm.")
    limit: str = Field(max_length=_LIMIT, description=f"Thời hạn kể từ lúc gửi đến, {_WRITTEN}.")
    papers_in: str = Field("", max_length=_LINE, description="Giấy tờ gửi đi.")
    papers_out: str = Field("", max_length=_LINE, description="Giấy tờ trả về.")
    after: str = Field(
        "", max_length=10, description="Mã chặng đứng trước phải trả lời đã; rỗng: gửi được từ khi tiếp nhận."
    )


class NewJointVersion(Schema):
    """A version of a joint procedure, as it was decided."""

    decision: str = Field(max_length=_NUMBER, description="Số, ký hiệu quyết định phê duyệt.")
    signed_on: Day = Field(description="Ngày ký.")
    valid_from: Day = Field(description="Áp dụng từ ngày; bản trước hết áp dụng từ ngày ấy.")
    rule: str = Field("", max_length=_ID, description="Mã quy chế phối hợp; rỗng nếu không nêu.")
    lead: Word = Field(max_length=_BODY, description="Mã cơ quan chủ trì, tiếp nhận hồ sơ.")
    limit: str = Field(max_length=_LIMIT, description=f"Thời hạn của cả hồ sơ, {_WRITTEN}.")
    legs: list[LegWritten] = Field(max_length=50, description="Các chặng; chặng chờ chặng nào thì đứng sau chặng ấy.")


class AddJointProcedure(NewJointVersion):
    """A joint procedure that is new to the register, with its first version."""

    unit: str = Field("", max_length=_BODY, description="Mã cơ quan giữ thủ tục trong sổ; rỗng: cơ quan chủ trì.")
    name: str = Field(max_length=_LINE, description="Tên thủ tục liên thông.")
    code: str = Field("", max_length=60, description="Mã hiệu.")
