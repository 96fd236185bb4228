"""What the API takes and gives of questions about red flags. What a key's role may not see is empty, and named in `hidden`."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.shapes import Day

HIDDEN = Field([], description="Những trường vai trò của khóa không được xem: ở đây để trống.")
LONGEST = 4000


class QuestionQuery(Schema):
    """The words of a list's address: the same as on the page."""

    tinh_trang: str = Field("", alias="tinh-trang", description="cho-giai-trinh (mặc định), cho-ket-luan, da-ket-luan.")
    sau: str = Field("", description="Trang sau bắt đầu sau câu hỏi này (lấy từ next).")
    sau_luc: str = Field(
        "", alias="sau-luc", description="Ngày cần trả lời, hoặc lúc kết luận, của câu hỏi ấy (lấy từ next)."
    )


class Question(Schema):
    """A question about a red flag of a dossier."""

    id: str = Field(description="Mã câu hỏi.")
    dossier: str = Field(description="Mã hồ sơ trong Ba Rõ.")
    body: str = Field(description="Mã cơ quan được hỏi.")
    signal: str = Field(description="Dấu hiệu, như R05: câu hỏi cho đơn vị, không phải kết luận.")
    rule: str = Field(description="Quy tắc nêu dấu hiệu, bằng lời: đó là câu hỏi khi words trống.")
    stage: str = Field(description="asked (chờ giải trình), answered (chờ kết luận), judged (đã kết luận).")
    is_overdue: bool = Field(description="Chưa giải trình mà đã quá ngày cần trả lời.")
    asked_at: datetime = Field(description="Lúc hỏi.")
    asked_by: str | None = Field(description="Mã người hỏi.")
    reply_by: date = Field(description="Cần trả lời trước hoặc trong ngày.")
    words: str | None = Field(description="Điều hỏi thêm.")
    answered_at: datetime | None = Field(description="Lúc giải trình.")
    answered_by: str | None = Field(description="Mã người giải trình.")
    answer: str | None = Field(description="Giải trình của đơn vị.")
    verdict: str = Field(
        description="confirmed (xác nhận có thiếu sót), explained (đã giải trình thỏa đáng), dismissed (không phải dấu hiệu); rỗng nếu chưa kết luận."
    )
    judged_at: datetime | None = Field(description="Lúc kết luận.")
    judged_by: str | None = Field(description="Mã người kết luận.")
    reason: str | None = Field(description="Lý do kết luận.")
    hidden: list[str] = HIDDEN


class QuestionPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số câu hỏi của cả danh sách.")
    overdue: int = Field(description="Số câu hỏi chưa giải trình mà đã quá ngày cần trả lời.")
    items: list[Question] = Field(description="Câu hỏi của trang này.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class QuestionEvent(Schema):
    """An act in the story of a question."""

    act: str = Field(description="signal.asked (hỏi), signal.answered (giải trình), signal.judged (kết luận).")
    at: datetime = Field(description="Lúc ghi.")
    entry: str = Field(description="Mục trong sổ cái.")


class QuestionFull(Schema):
    """A question with its story."""

    question: Question
    history: list[QuestionEvent] = Field(description="Từng việc đã ghi, cũ trước.")
    others: list[str] = Field(description="Mã những lần hỏi khác về cùng dấu hiệu của hồ sơ này.")


class Ask(Schema):
    """Ask the unit of a dossier."""

    dossier: str = Field(max_length=160, description="Mã hồ sơ trong Ba Rõ.")
    signal: int = Field(ge=0, le=63, description="Số của dấu hiệu mà hồ sơ đang có: 5 là R05.")
    reply_by: Day = Field(description="Cần trả lời trước hoặc trong ngày.")
    words: str = Field("", max_length=LONGEST, description="Hỏi thêm điều gì; trống thì chỉ hỏi câu hỏi của quy tắc.")


class Answer(Schema):
    """The unit's explanation."""

    answer: str = Field(max_length=LONGEST, description="Giải trình của đơn vị.")


class Judge(Schema):
    """What remains of a red flag."""

    verdict: Literal["confirmed", "explained", "dismissed"] = Field(
        description="confirmed (xác nhận có thiếu sót), explained (đã giải trình thỏa đáng), dismissed (không phải dấu hiệu)."
    )
    reason: str = Field(max_length=LONGEST, description="Lý do kết luận.")
