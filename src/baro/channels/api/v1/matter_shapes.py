"""What the API gives of matters left unresolved: tasks that arose before they were given, and every day that was promised."""

from datetime import date

from ninja import Field, Schema

from baro.channels.api.v1.task_shapes import Task, TaskPromise


class MatterQuery(Schema):
    """The words of a list's address: the same as on the page."""

    xem: str = Field("", description="Trống: chưa giải quyết xong; het: tất cả.")
    tim: str = Field("", description="Chữ trong nội dung; có dấu hay không đều được.")
    sau: str = Field("", description="Trang sau bắt đầu sau vụ việc này (lấy từ next).")
    sau_luc: str = Field("", alias="sau-luc", description="Ngày phát sinh của vụ việc ấy (lấy từ next).")


class Matter(Schema):
    """A matter left unresolved."""

    task: Task
    noted_on: date | None = Field(description="Ngày ghi tình hình gần nhất.")
    note: str | None = Field(
        description="Tình hình ấy; rỗng nếu chưa ghi, không có nếu vai trò của khóa không được xem."
    )
    promises: list[TaskPromise] = Field(description="Từng ngày đã hẹn, cũ trước.")
    slips: int = Field(description="Số lần lỡ hẹn.")


class MatterPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số vụ việc của cả danh sách.")
    slipped: int = Field(description="Trong đó số vụ việc đã lỡ hẹn.")
    items: list[Matter] = Field(description="Vụ việc của trang này.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")
