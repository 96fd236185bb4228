"""What the API gives of what was told of matters that several bodies keep in view, and takes when it was told by mistake."""

from datetime import date

from ninja import Field, Schema

from baro.rules.observed.followed import LONGEST_DOCUMENT

BODY = 40
LATE_TOLD = "Ghi muộn một mình thì tính từ ngày ghi; ngày của văn bản vẫn giữ bên cạnh."


class FollowedEvent(Schema):
    """Something told of a matter: by a body, on a day, by a document."""

    number: int = Field(description="Số thứ tự trong vụ việc.")
    kind: str = Field(
        description="asked (yêu cầu), done (thực hiện), declined (từ chối, không duyệt), routed (chuyển), answered (trả lời), accepted (nơi kiến nghị coi là đã giải quyết), not_accepted (chưa coi là đã giải quyết), decided (quyết định); taken_back: điều ghi số corrects là ghi nhầm."
    )
    told_on: date = Field(description="Ngày của văn bản.")
    counts_on: date = Field(description="Ngày được tính: ghi muộn một mình thì là ngày ghi.")
    teller: str = Field(description="Mã đơn vị ghi.")
    document: str = Field(description="Số, ký hiệu văn bản.")
    about: str = Field(
        description="Lần nào được thực hiện, từ chối: số của yêu cầu hoặc ngày đầu kỳ; rỗng nếu không phải."
    )
    body: str = Field(description="Mã cơ quan được chuyển đến; rỗng nếu không phải.")
    until: date | None = Field(description="Ngày hẹn trả lời mà văn bản nêu, hoặc ngày áp dụng của quyết định.")
    corrects: int = Field(description="Số của điều ghi nhầm được rút; 0 nếu không phải.")
    stands: bool = Field(description="Còn giá trị: không bị rút.")


class FollowedStep(Schema):
    """What may be told next, and by whom."""

    kind: str = Field(description="Việc có thể ghi.")
    bodies: list[str] = Field(description="Mã các đơn vị được ghi việc ấy.")


class TakeBackFollowed(Schema):
    """What shows that something was told by mistake."""

    document: str = Field(max_length=LONGEST_DOCUMENT, description="Số, ký hiệu văn bản nêu việc ghi nhầm.")
