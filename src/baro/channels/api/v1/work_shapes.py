"""What the API gives of what waits for whoever holds the key, and of a week as the dossiers are now."""

from datetime import date, datetime

from ninja import Field, Schema

from baro.channels.api.v1.briefing_shapes import Conclusion, Explanation, WeekCounts
from baro.channels.api.v1.joint_shapes import LegNow
from baro.channels.api.v1.question_shapes import HIDDEN, Question
from baro.channels.api.v1.reading import Dossier
from baro.channels.api.v1.task_shapes import Task

_WORK = "trống: thủ tục hành chính; noi-bo: công việc nội bộ."


class WaitingLeg(Schema):
    """A leg of a joint dossier that waits."""

    joint: str = Field(description="Mã hồ sơ liên thông.")
    code: str = Field(description="Mã hồ sơ của một cửa.")
    leg: LegNow


class WaitingPart(Schema):
    """Dossiers that wait alike: the first of them."""

    count: int = Field(description="Số hồ sơ.")
    items: list[Dossier] = Field(description="20 hồ sơ đầu, theo ngày hẹn.")


class WaitingDossiers(Schema):
    """Dossiers of a kind of work by what they wait for."""

    as_of: datetime = Field(description="Tính đến lúc này.")
    own: int | None = Field(description="Số hồ sơ của chính chủ khóa; không có nếu khóa xem được cả đơn vị.")
    late: WaitingPart = Field(description="Đã quá hạn.")
    today: WaitingPart = Field(description="Đến hạn trong phần còn lại của ngày.")
    week: WaitingPart = Field(description="Đến hạn trong bảy ngày sau.")
    later: WaitingPart | None = Field(description="Đến hạn sau đó; chỉ khi own có.")
    undated: WaitingPart | None = Field(description="Chưa tính được hạn; chỉ khi own có.")


class MyWork(Schema):
    """What waits, the most pressing first; of each kind the first 20."""

    legs: list[WaitingLeg] = Field(description="Chặng liên thông cần gửi, xác nhận, trả lời.")
    tasks: list[Task] = Field(description="Nhiệm vụ cần làm, cần nghiệm thu.")
    to_answer: list[Question] = Field(description="Câu hỏi cần giải trình.")
    to_judge: list[Question] = Field(description="Giải trình cần kết luận.")
    conclusions: list[Conclusion] = Field(description="Kết luận giao ban cần thực hiện.")
    procedure: WaitingDossiers | None = Field(description="Hồ sơ thủ tục hành chính; không có nếu không có hồ sơ nào.")
    internal: WaitingDossiers | None = Field(description="Việc nội bộ; không có nếu không có việc nào.")


class WeekQuery(Schema):
    """The words of the address of the weekly briefing."""

    tuan: str = Field("", description="Tuần, như 2024-W17; mặc định tuần mới nhất mà hồ sơ cho biết.")
    don_vi: str = Field("", alias="don-vi", max_length=255, description="Đơn vị như nguồn ghi; trống là mọi đơn vị.")
    loai: str = Field("", description=f"Loại việc: {_WORK}")


class OldDossier(Schema):
    """A dossier that was open and late when the week ended."""

    dossier: Dossier
    days_late: int = Field(description="Số ngày lịch quá hạn tính đến cuối tuần.")
    explanations: list[Explanation] = Field(description="Nguyên nhân, lời hẹn đã nêu, cũ trước.")


class HolderOfLate(Schema):
    """Who holds open dossiers past due; no ranking."""

    body: str = Field(description="Mã cơ quan.")
    holder_kind: str = Field(description="office, other_agency, applicant (người nộp).")
    holder_unit: str = Field(description="Đơn vị đang giữ, như nguồn ghi.")
    holder_person: str | None = Field(description="Người đang giữ, như nguồn ghi.")
    count: int = Field(description="Số hồ sơ.")
    earliest: date = Field(description="Ngày hẹn sớm nhất.")
    hidden: list[str] = HIDDEN


class Meeting(Schema):
    """A body that meets, and what it froze."""

    body: str = Field(description="Mã cơ quan.")
    briefing: str = Field(description="Mã giao ban đã chốt; rỗng nếu chưa chốt.")


class LiveWeek(Schema):
    """A week as the dossiers are now; what was frozen of it is read under /briefings."""

    week: str = Field(description="Tuần, như 2024-W17.")
    as_of: datetime | None = Field(description="Dữ liệu biết được đến lúc này; không có nếu không có hồ sơ nào.")
    is_reached: bool = Field(description="Dữ liệu đã đến tuần này.")
    is_running: bool = Field(description="Tuần chưa hết theo dữ liệu.")
    units: list[WeekCounts] = Field(description="Số liệu từng đơn vị, theo tên.")
    whole: WeekCounts = Field(description="Của đơn vị được hỏi, hoặc cộng mọi đơn vị.")
    oldest: list[OldDossier] = Field(description="10 hồ sơ quá hạn lâu nhất cuối tuần.")
    held: list[HolderOfLate] = Field(description="Ai đang giữ hồ sơ quá hạn; chỉ của tuần đang chạy.")
    conclusions: list[Conclusion] = Field(description="Kết luận các tuần trước chưa xong khi tuần bắt đầu.")
    promises: list[Explanation] = Field(description="Lời hẹn đến ngày trong tuần, lần cuối của mỗi hồ sơ.")
    meetings: list[Meeting] = Field(description="Cơ quan giao ban.")
