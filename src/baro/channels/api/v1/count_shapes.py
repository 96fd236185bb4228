"""What the API gives of counts of a period: joint dossiers, tasks."""

from datetime import date

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import HIDDEN


class JointCountsQuery(Schema):
    """The words of the address of the counts: the same as on the page."""

    ky: str = Field("", description="Kỳ, như 2024-04, 2024-Q2, 2024; mặc định tháng này.")


class AgencyJointCounts(Schema):
    """An agency's part of the joint dossiers of a period."""

    agency: str = Field(description="Mã cơ quan.")
    dossiers: int = Field(description="Hồ sơ đến cơ quan ấy trong kỳ, mỗi hồ sơ một lần.")
    results: int = Field(description="Kết quả cơ quan ấy trả trong kỳ.")
    held: int = Field(description="Phút làm việc đã giữ những hồ sơ tiếp nhận trong kỳ.")
    late: int = Field(description="Phút trễ của cả hồ sơ tính cho cơ quan này.")


class JointCounts(Schema):
    """The three ways of counting side by side: none is the sum of another."""

    period: str = Field(description="Kỳ, như 2024-04.")
    submissions: int = Field(description="Lần nộp: mỗi hồ sơ cơ quan chủ trì tiếp nhận trong kỳ đếm một lần.")
    dossiers: int = Field(description="Hồ sơ ở các cơ quan: một lần nộp đếm một lần ở mỗi cơ quan.")
    results: int = Field(description="Kết quả của các cơ quan.")
    agencies: list[AgencyJointCounts] = Field(description="Từng cơ quan, theo mã.")


class TaskCountsQuery(Schema):
    """The words of the address of the counts: the same as on the page."""

    ky: str = Field("", description="Kỳ, như 2024-04, 2024-Q2, 2024; mặc định năm nay.")


class TaskCounts(Schema):
    """How many tasks of a period; what is done late, weak or only by an extension stands beside."""

    given: int = Field(description="Nhiệm vụ giao trong kỳ, hoặc chưa xong khi kỳ bắt đầu.")
    done_on_time: int = Field(description="Hoàn thành đúng hạn.")
    done_late: int = Field(description="Hoàn thành quá hạn.")
    done_without_day: int = Field(description="Hoàn thành, không có thời hạn.")
    open_in_time: int = Field(description="Đang thực hiện trong hạn.")
    open_late: int = Field(description="Đang thực hiện quá hạn.")
    open_without_day: int = Field(description="Đang thực hiện, không có thời hạn.")
    cancelled: int = Field(description="Đã hủy.")
    submitted: int = Field(description="Trong đó chờ nghiệm thu.")
    declined: int = Field(description="Trong đó đơn vị trả lại nhiệm vụ.")
    returned: int = Field(description="Phải làm lại ít nhất một lần.")
    weak: int = Field(description="Nghiệm thu, chất lượng chưa cao.")
    extended: int = Field(description="Đã gia hạn.")
    by_extension: int = Field(description="Đúng hạn nhờ gia hạn.")
    on_time_of: int = Field(
        description="Có thời hạn, đã hoàn thành hoặc đang quá hạn: mẫu số của tỷ lệ đúng hạn, tử số là done_on_time."
    )


class LeadTaskCounts(Schema):
    """The counts of a unit that leads."""

    lead: str = Field(description="Mã đơn vị chủ trì.")
    counts: TaskCounts


class TaskWeek(Schema):
    """A week: carried + given − closed = left."""

    monday: date = Field(description="Thứ Hai của tuần.")
    carried: int = Field(description="Chưa xong khi tuần bắt đầu.")
    given: int = Field(description="Giao trong tuần.")
    closed: int = Field(description="Xong hoặc hủy trong tuần.")
    left: int = Field(description="Chưa xong khi hết tuần, hoặc đến hôm nay.")
    late: int = Field(description="Trong đó quá hạn.")


class TaskLoad(Schema):
    """The open tasks that lie with somebody."""

    body: str = Field(description="Mã đơn vị chủ trì.")
    holder: str | None = Field(description="Mã người thực hiện; rỗng nếu chưa giao cho ai.")
    open: int = Field(description="Đang thực hiện.")
    late: int = Field(description="Trong đó quá hạn.")
    soon: int = Field(description="Trong đó sắp đến hạn.")
    next_due: date | None = Field(description="Hạn gần nhất.")
    hidden: list[str] = HIDDEN


class TaskFigures(Schema):
    """The counts of a period, of the last weeks, and what lies with whom today. Units are told by code, nobody is ranked."""

    period: str = Field(description="Kỳ, như 2024.")
    on: date = Field(description="Tính đến ngày này.")
    counts: TaskCounts
    leads: list[LeadTaskCounts] = Field(description="Từng đơn vị chủ trì, theo mã, không xếp hạng.")
    weeks: list[TaskWeek] = Field(description="Tám tuần đến tuần này, cũ trước; rỗng nếu không có nhiệm vụ.")
    loads: list[TaskLoad] = Field(description="Hôm nay ai đang giữ bao nhiêu, theo đơn vị và người.")
