"""What the API takes and gives of contradictions between deliveries and what is held."""

from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import LONGEST

_CLASSES = "not_counted, early, on_time, late, pending_on_time, pending_late, not_computable (chưa tính được)."
_ID = "Mã chỗ mâu thuẫn."
MOST = 1_000


class ConflictQuery(Schema):
    """The words of a list's address."""

    nguon: str = Field("", description="Chỉ của hệ thống nguồn có mã này; trống là mọi nguồn được xem.")
    sau: str = Field("", description="Trang sau bắt đầu sau chỗ này (lấy từ next).")


class Conflict(Schema):
    """A cell or step that a delivery tells otherwise than it is held. What a key's role may not see is empty, and named in
    `hidden`."""

    id: str = Field(description=_ID)
    batch: str = Field(description="Mã lần nhập kể khác.")
    source: str = Field(description="Mã hệ thống nguồn.")
    dossier: str = Field(description="Mã hồ sơ trong Ba Rõ.")
    kind: str = Field(
        description="altered_event (bước được kể khác), gone_event (bước không còn), altered_cell (ô khác)."
    )
    field: str = Field(description="Tên bước; với altered_cell là tên trường.")
    ours: dict[str, str | None] = Field(description="Đang giữ: giá trị theo trường.")
    theirs: dict[str, str | None] = Field(
        description="Tệp kể: giá trị theo trường; không có gì nếu tệp không còn bước ấy."
    )
    row: int = Field(description="Dòng của tệp; 0 nếu không có trong tệp.")
    hidden: list[str] = Field(description="Những trường vai trò của khóa không được xem: ở đây để trống.")
    proposal: str = Field(
        description="Đề nghị theo tệp: none (không có), proposed (chờ người thứ hai), approved (đã được duyệt, người đề nghị ghi bằng settle)."
    )
    is_mine: bool = Field(description="Đề nghị ấy do chủ khóa đưa ra.")


class ConflictPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số chỗ đang chờ xem của cả danh sách.")
    items: list[Conflict] = Field(description="Chỗ mâu thuẫn của trang này, theo hồ sơ.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class Weigh(Schema):
    """Which contradictions of one source would be taken over."""

    conflicts: list[str] = Field(max_length=MOST, description="Mã các chỗ mâu thuẫn, của một nguồn.")


class Effect(Schema):
    """What taking theirs over does to a dossier: each list is before, after."""

    code: str = Field(description="Mã hồ sơ như nguồn ghi.")
    time_class: list[str] = Field(description=f"Tình trạng trước, sau: {_CLASSES}")
    late_days: list[int] = Field(description="Số ngày quá hạn trước, sau.")
    deviations: list[int] = Field(description="Số chỗ khác quy trình trước, sau.")
    questions: list[int] = Field(description="Số dấu hiệu trước, sau.")
    improves: bool = Field(description="Có số liệu tốt lên: cần người thứ hai duyệt.")


class Weighed(Schema):
    """What taking theirs over would do; nothing was recorded."""

    effects: list[Effect] = Field(description="Từng hồ sơ.")
    ready: list[str] = Field(description="Mã những chỗ theo tệp được ngay.")
    waits: list[str] = Field(description="Mã những chỗ còn cần người thứ hai duyệt.")


class Settle(Schema):
    """What somebody concludes of contradictions, and why."""

    conflicts: list[str] = Field(max_length=MOST, description="Mã các chỗ mâu thuẫn; nhiều nhất 1000.")
    choice: Literal["ours", "theirs"] = Field(
        description="ours (giữ dữ liệu đang có), theirs (theo tệp, của một nguồn)."
    )
    reason: str = Field(max_length=LONGEST, description="Lý do.")


class Outcome(Schema):
    """What became of a contradiction."""

    id: str = Field(description=_ID)
    outcome: str = Field(
        description="open (còn chờ), kept (giữ dữ liệu đang có), adopted (theo tệp), superseded (chỗ này đã theo một lần kể khác)."
    )
    proposal: str = Field(description="none (không có), proposed (chờ người thứ hai), approved (đã được duyệt).")


class Settled(Schema):
    """What became of the contradictions that were sent."""

    items: list[Outcome] = Field(description="Từng chỗ đã gửi.")
    waits: int = Field(description="Số chỗ chưa được ghi: đã đề nghị, chờ người thứ hai duyệt trên trang Đề nghị.")
