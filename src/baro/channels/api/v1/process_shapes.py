"""What the API takes and gives of the register of processes. The steps are given as they are taken: read, corrected, sent back."""

from datetime import date
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.shapes import Day, Word

_KINDS = "internal (công việc nội bộ, ngoài TTHC), procedure (quy trình nội bộ giải quyết TTHC), administrative (TTHC nội bộ)"
_LINE, _TEXT, _NUMBER = 400, 1000, 120
_ORDER = "Số các bước tiếp theo: “3 hoặc 5” là một trong hai, “3 và 5” là làm song song, “Kết thúc” là hết; trống là bước ở dòng sau."


class ProcessQuery(Schema):
    """The words of a list's address: the same as on the page."""

    tim: str = Field("", max_length=200, description="Chữ trong mã hiệu, tên, quyết định, tên cơ quan; không cần dấu.")
    loai: str = Field("", description=f"Loại quy trình: {_KINDS}, linked (liên thông).")
    co_quan: str = Field("", alias="co-quan", description="Mã cơ quan ban hành.")
    tinh_trang: str = Field("", alias="tinh-trang", description="het: bản đã hết áp dụng; trống là bản đang áp dụng.")
    diem: str = Field("", description="Số của điểm cần hỏi lại (number trong faults); bat-ky: có điểm nào cũng được.")
    ngay: str = Field("", description="Xem như ngày này, dd/mm/yyyy hoặc yyyy-mm-dd; mặc định hôm nay.")
    sau: str = Field("", description="Trang sau bắt đầu sau bản này (lấy từ next).")


class ProcessFault(Schema):
    """Something to be asked about a version."""

    number: int = Field(description="Số của điểm.")
    lint: str = Field(description="Mã của điểm, không đổi giữa các phiên bản.")
    name: str = Field(description="Điểm cần hỏi lại, bằng lời.")
    shown: str = Field(description="Thể hiện ở đâu.")


class WorkProcess(Schema):
    """A version of a process."""

    id: str = Field(description="Mã bản quy trình trong Ba Rõ.")
    unit: str = Field(description="Mã cơ quan ban hành.")
    kind: str = Field(description=f"Loại: {_KINDS}, linked (liên thông).")
    code: str = Field(description="Mã hiệu.")
    name: str = Field(description="Tên quy trình.")
    version: str = Field(description="Lần ban hành.")
    decision: str = Field(description="Số, ký hiệu quyết định.")
    approved_on: date = Field(description="Ngày phê duyệt.")
    published_on: date | None = Field(description="Ngày công bố; không có nếu chưa ghi.")
    last_on: date | None = Field(description="Ngày áp dụng cuối cùng; không có nếu chưa thay, chưa bãi bỏ.")
    review_by: date | None = Field(description="Hạn rà soát.")
    replaces: str = Field(description="Mã bản mà bản này thay thế; rỗng nếu không có.")
    is_in_force: bool = Field(description="Đang áp dụng vào ngày được hỏi.")
    total: str = Field(description="Tổng thời gian, như “5 ngày làm việc”; rỗng nếu không nêu.")
    total_value: int | None = Field(description="Số của tổng thời gian.")
    total_unit: str = Field(description="Đơn vị của tổng thời gian: working_day, calendar_day, working_hour, month…")
    step_count: int | None = Field(description="Số bước; không có nếu chưa có bảng bước.")
    run_count: int = Field(description="Số việc đã ghi theo quy trình.")
    faults: list[ProcessFault] = Field(description="Điểm cần hỏi lại của bản đang áp dụng.")


class ProcessPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số bản của cả danh sách.")
    items: list[WorkProcess] = Field(description="Bản của trang này, theo cơ quan, mã hiệu, ngày phê duyệt.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class StepRow(Schema):
    """A row of a step table, as it is written and read."""

    no: str = Field(description="Số của bước, như 1, 3a.")
    activity: str = Field(description="Nội dung công việc; “(chuyển tiếp)” là dòng chỉ rẽ, nhập nhánh.")
    role: str = Field("", description="Chức danh, bộ phận chịu trách nhiệm.")
    limit: str = Field("", description="Thời gian thực hiện, như “2 ngày làm việc”, “4 giờ làm việc”.")
    outputs: str = Field("", description="Kết quả, cách nhau bằng dấu chấm phẩy.")
    forms: str = Field("", description="Biểu mẫu, cách nhau bằng dấu chấm phẩy.")
    coordinating_unit: str = Field("", description="Cơ quan phối hợp.")
    approver_role: str = Field("", description="Người kiểm soát, ký.")
    following: str = Field("", description=_ORDER)
    waits: str = Field("", description="Số các bước phải chờ xong, khi nhiều nhánh nhập lại; trống là tự suy ra.")
    kind: str = Field("", description="Sự kiện của hồ sơ mà bước này ghi lại; trống là việc thường.")


class ProcessFull(Schema):
    """A version with its steps and the versions before and after it."""

    process: WorkProcess
    signer: str = Field(description="Người ký; rỗng nếu không ghi.")
    annex: str = Field(description="Nằm ở phụ lục nào của quyết định.")
    bases: str = Field(description="Số, ký hiệu văn bản làm căn cứ.")
    channel: str = Field(description="Nơi công bố.")
    proof: str = Field(description="Bằng chứng công bố.")
    steps: list[StepRow] = Field(
        description="Các bước, gửi lại được như thế khi ban hành bản thay thế; rỗng nếu chưa có."
    )
    has_order: bool = Field(
        description="Các bước nêu trọn thứ tự; không, nếu quy trình có nhánh mà các dòng không ghi được (gửi tệp BPMN trên trang)."
    )
    known: int = Field(description="Số người đã ghi là nắm bản này.")
    knows: bool = Field(description="Chủ khóa đã ghi là nắm.")
    versions: list[WorkProcess] = Field(description="Các bản của quy trình, mới trước.")


class _Version(Schema):
    """A version as it was decided."""

    name: str = Field(max_length=_LINE, description="Tên quy trình.")
    decision: str = Field(max_length=_NUMBER, description="Số, ký hiệu quyết định, như 12/QĐ-UBND.")
    approved_on: Day = Field(description="Ngày phê duyệt.")
    signer: str = Field("", max_length=200, description="Người ký.")
    annex: str = Field("", max_length=200, description="Quy trình nằm ở phụ lục nào, mục nào của quyết định.")
    bases: str = Field(
        "", max_length=_TEXT, description="Số, ký hiệu văn bản làm căn cứ, cách nhau bằng dấu chấm phẩy."
    )
    review_by: Day | None = Field(None, description="Hạn rà soát, nếu quyết định có nêu.")
    total: str = Field("", max_length=60, description="Tổng thời gian, như “5 ngày làm việc”.")
    steps: list[StepRow] = Field([], max_length=300, description="Các bước theo thứ tự; trống nếu chưa có bảng bước.")


class ApproveProcess(_Version):
    """A process that is new to the register."""

    unit: str = Field(max_length=40, description="Mã cơ quan ban hành; khóa phải được ghi quy trình của cơ quan ấy.")
    kind: Literal["internal", "procedure", "administrative"] = Field(description=f"Loại: {_KINDS}.")
    code: Word = Field(max_length=60, description="Mã hiệu, như QT-05.")
    version: Word = Field("1", max_length=20, description="Lần ban hành.")


class NewProcessVersion(_Version):
    """A version in place of one that is in force."""

    version: Word = Field(max_length=20, description="Lần ban hành.")


class PublishProcess(Schema):
    """Where and when a process was made public."""

    on: Day = Field(description="Ngày công bố.")
    channel: str = Field(max_length=200, description="Cổng thông tin nào, hoặc niêm yết ở đâu.")
    proof: str = Field("", max_length=_LINE, description="Địa chỉ trang, hoặc số biên bản niêm yết.")


class EndProcess(Schema):
    """The end of a process that nothing replaces."""

    last: Day = Field(description="Ngày áp dụng cuối cùng.")
    decision: str = Field(max_length=_NUMBER, description="Quyết định bãi bỏ.")
