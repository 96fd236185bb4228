"""What the API takes and gives of the notices of whoever holds the key."""

from datetime import date, datetime

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import HIDDEN, LONGEST
from baro.channels.api.v1.shapes import Day, Moment


class NoticeKnown(Schema):
    """What was said of a notice."""

    said_at: datetime = Field(description="Lúc ghi là đã biết.")
    count: int = Field(description="Biết đến bao nhiêu việc.")
    until: datetime = Field(description="Biết những việc bắt đầu trước lúc này.")
    next_on: date | None = Field(description="Ngày nhắc lại; không có thì chỉ nhắc khi có thêm việc mới.")
    reason: str | None = Field(description="Lý do, hoặc việc sẽ làm.")
    hidden: list[str] = HIDDEN


class NoticeUnit(Schema):
    """How many of a notice lie with a unit."""

    body: str = Field(description="Mã cơ quan trong Ba Rõ.")
    unit: str = Field(description="Đơn vị như nguồn ghi.")
    count: int = Field(description="Số hồ sơ.")


class Notice(Schema):
    """A notice as it stands today."""

    kind: str = Field(
        description="dossiers_late, dossiers_due, questions_late, questions_asked, questions_answered, conclusions_late, conclusions_due, tasks_late, tasks_due, tasks_to_judge, tasks_open, directives_new, opinions_asked; việc gấp đứng trước."
    )
    told: str = Field(description="Thông báo, bằng lời.")
    count: int = Field(description="Số việc, trong phạm vi khóa được xem.")
    fresh: int = Field(description="Trong đó số việc chưa ghi là đã biết.")
    until: datetime = Field(description="Đếm những việc bắt đầu trước lúc này.")
    is_waiting: bool = Field(description="Chờ ghi là đã biết.")
    is_back: bool = Field(description="Đã đến ngày nhắc lại.")
    units: list[NoticeUnit] = Field(description="Với hồ sơ: nằm ở đơn vị nào, nhiều trước.")
    query: str = Field(description="Với hồ sơ: câu hỏi (?…) của danh sách hồ sơ ấy; rỗng với việc khác.")
    matters: list[str] = Field(
        description="Với việc khác: mã câu hỏi, kết luận, nhiệm vụ, văn bản, dự thảo; nhiều nhất 100."
    )
    known: NoticeKnown | None = Field(description="Điều đã ghi là biết; không có nếu chưa ghi.")


class NoticeList(Schema):
    """One's own notices."""

    waiting: int = Field(description="Số thông báo chờ ghi là đã biết.")
    as_of: datetime | None = Field(description="Dữ liệu hồ sơ đến lúc này.")
    items: list[Notice] = Field(description="Mọi thông báo, cả những thông báo đã biết.")


class KnowNotice(Schema):
    """Why it is so or what will be done, and when to be told again. `count` and `until` as they were read: what came after that
    is not known of."""

    reason: str = Field(max_length=LONGEST, description="Lý do, hoặc việc sẽ làm.")
    next_on: Day | None = Field(None, description="Nhắc lại vào ngày; trống thì chỉ nhắc khi có thêm việc mới.")
    count: int | None = Field(None, ge=0, description="Số việc đã đọc thấy (count của thông báo), đi cùng until.")
    until: Moment | None = Field(None, description="Như until của thông báo đã đọc, có múi giờ; đi cùng count.")
