"""What the API takes and gives of papers of a dossier. What a key's role may not see is empty, and named in `hidden`."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import HIDDEN, LONGEST
from baro.channels.api.v1.shapes import Day
from baro.rules.observed.papers import LONGEST_REFERENCE, LONGEST_TITLE

_PART = "component (thành phần hồ sơ), result (kết quả giải quyết)."


class Signature(Schema):
    """A signature of a copy."""

    signer: str = Field(description="Chủ thể của chứng thư.")
    signed_at: datetime | None = Field(description="Lúc ký, theo người ký; không có nếu chữ ký không ghi.")
    integrity: str = Field(description="intact (nguyên vẹn), changed (sửa sau khi ký), broken (hỏng), unreadable.")
    trust: str = Field(description="no_roots (cơ quan chưa khai báo chứng thư gốc), trusted, not_trusted.")


class Paper(Schema):
    """A paper of a dossier."""

    id: str = Field(description="Mã giấy tờ.")
    dossier: str = Field(description="Mã hồ sơ trong Ba Rõ.")
    part: str = Field(description=_PART)
    title: str | None = Field(description="Tên giấy tờ.")
    named_at: datetime = Field(description="Lúc ghi.")
    has_copy: bool = Field(description="Đã có bản điện tử.")
    file_name: str | None = Field(description="Tên tệp.")
    size: int = Field(description="Số byte.")
    is_cleaned: bool = Field(description="Đã bỏ dữ liệu cá nhân kèm trong tệp; không làm với tệp có chữ ký.")
    integrity: str = Field(description="Chữ ký của tệp nói chung: none, intact, changed, broken, unreadable.")
    signatures: list[Signature] | None = Field(description="Từng chữ ký.")
    reused_from: str = Field(description="Mã giấy tờ của hồ sơ khác mà bản này dùng lại; rỗng nếu không.")
    store: str = Field(description="Đã đưa vào kho: national (quốc gia), provincial (thành phố); rỗng nếu chưa.")
    pushed_on: date | None = Field(description="Ngày đưa vào kho.")
    reference: str = Field(description="Mã của bản trong kho.")
    withdrawn_at: datetime | None = Field(description="Lúc rút; không có nếu còn được đếm.")
    hidden: list[str] = HIDDEN


class Push(Schema):
    """To which store a copy was pushed."""

    store: Literal["national", "provincial"] = Field(description="national (kho quốc gia), provincial (kho thành phố).")
    on: Day = Field(description="Ngày đưa vào kho.")
    reference: str = Field(max_length=LONGEST_REFERENCE, description="Mã của bản trong kho.")


class Reuse(Schema):
    """Which copy is used again."""

    other: str = Field(max_length=160, description="Mã giấy tờ của hồ sơ khác có bản điện tử.")


class WithdrawPaper(Schema):
    """Why a paper counts no more."""

    reason: str = Field(max_length=LONGEST, description="Lý do rút.")


class Named(Schema):
    """What a request to name a paper asks for; `sha256` stands for its file."""

    dossier: str
    part: Literal["component", "result"]
    title: str = Field(max_length=LONGEST_TITLE)
    sha256: str


class Attached(Schema):
    """What a request to attach a file asks for."""

    sha256: str
