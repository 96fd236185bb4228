"""What the API takes and gives of simplifications of procedures, and of what they did; no person is among them."""

from datetime import date
from typing import Literal

from ninja import Field, Schema

from baro.channels.api.v1.followed_shapes import BODY, FollowedEvent
from baro.channels.api.v1.shapes import Day
from baro.rules.observed.followed import LONGEST_DOCUMENT

_STATES = "proposed (đề xuất, chưa có quyết định), decided (đã quyết định, chưa áp dụng), in_force (đang áp dụng), declined (không được duyệt)"
_CUT = {"ge": 0, "le": 999}


class SimplificationQuery(Schema):
    """The words of a list's address: the same as on the page."""

    tinh_trang: str = Field("", alias="tinh-trang", description=f"Trống: tất cả; hoặc {_STATES}.")
    ky: str = Field("", description="Kỳ của ngày ký đề xuất, như 2024-04, 2024-Q2, 2024.")
    tim: str = Field("", description="Chữ trong mã, tên thủ tục, việc cắt giảm, số văn bản; có dấu hay không đều được.")
    sau: str = Field("", description="Trang sau bắt đầu sau phương án này (lấy từ next).")
    sau_luc: str = Field("", alias="sau-luc", description="Ngày ký đề xuất của phương án ấy (lấy từ next).")


class EffectQuery(Schema):
    """The words of the address of one simplification."""

    tuan: str = Field(
        "", description="So bao nhiêu tuần trước với bấy nhiêu tuần từ ngày áp dụng: 13, 26 (mặc định), 52."
    )


class SimplificationTold(Schema):
    """A simplification as it stands."""

    id: str = Field(description="Mã phương án.")
    unit: str = Field(description="Mã cơ quan đề xuất.")
    procedure: str = Field(description="Mã thủ tục.")
    name: str = Field(description="Tên thủ tục.")
    what: str = Field(description="Cắt giảm việc gì; rỗng nếu đã hủy theo yêu cầu.")
    reason: str = Field(description="Lý do.")
    document: str = Field(description="Số, ký hiệu văn bản đề xuất.")
    signed_on: date = Field(description="Ngày ký đề xuất.")
    papers: int = Field(description="Số giấy tờ được cắt.")
    steps: int = Field(description="Số bước được cắt.")
    days: int = Field(description="Số ngày của thời hạn được cắt.")
    cost: int = Field(description="Chi phí người nộp được giảm mỗi hồ sơ, đồng.")
    state: str = Field(description=f"Tình trạng: {_STATES}.")
    decided_on: date | None = Field(description="Ngày của quyết định, hoặc của văn bản không duyệt.")
    decided_by: str = Field(description="Số văn bản ấy; rỗng nếu chưa có.")
    in_force_from: date | None = Field(description="Áp dụng từ ngày.")


class SimplificationPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số phương án của cả danh sách.")
    items: list[SimplificationTold] = Field(description="Phương án của trang này.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class EffectSideTold(Schema):
    """The dossiers received on one side. Fewer than five tell nothing."""

    first: date = Field(description="Tiếp nhận từ ngày.")
    last: date = Field(description="Đến hết ngày.")
    received: int = Field(description="Hồ sơ tiếp nhận.")
    ended: int = Field(description="Đã xong.")
    in_time: int = Field(description="Xong trước và đúng hạn.")
    late: int = Field(description="Xong quá hạn.")
    open: int = Field(description="Chưa xong.")
    median: float | None = Field(description="Số ngày từ tiếp nhận đến xong, trung vị; không có nếu dưới 5 hồ sơ.")
    mean: float | None = Field(description="Số ngày từ tiếp nhận đến xong, trung bình.")
    on_time: float | None = Field(description="Tỷ lệ đúng hạn, phần trăm.")


class EffectTold(Schema):
    """What a simplification did, counted from the dossiers whose figures the key may read."""

    weeks: int = Field(description="Số tuần mỗi bên.")
    before: EffectSideTold
    after: EffectSideTold
    until: date | None = Field(description="Hồ sơ mới biết đến hết ngày này, nếu các tuần sau chưa hết.")
    median_change: float | None = Field(description="Trung vị đổi bao nhiêu ngày.")
    mean_change: float | None = Field(description="Trung bình đổi bao nhiêu ngày.")
    on_time_change: float | None = Field(description="Tỷ lệ đúng hạn đổi bao nhiêu điểm phần trăm.")


class SimplificationFull(Schema):
    """A simplification with what was decided and what it did."""

    simplification: SimplificationTold
    effect: EffectTold | None = Field(
        description="Trước và từ ngày áp dụng; không có nếu chưa áp dụng, chưa có hồ sơ, hoặc khóa không được xem số liệu. Hai bên khác nhau cũng có thể vì lý do khác."
    )
    events: list[FollowedEvent] = Field(description="Mọi điều đã ghi, cũ trước.")
    may_decide: bool = Field(description="Chưa có quyết định: ghi được.")


class ProposeSimplification(Schema):
    """What is proposed to be cut."""

    unit: str = Field(max_length=BODY, description="Mã cơ quan đề xuất; khóa phải của người kiểm soát thủ tục ở đó.")
    procedure: str = Field(max_length=120, description="Mã thủ tục, như trong danh mục và dữ liệu hồ sơ.")
    name: str = Field("", max_length=400, description="Tên thủ tục; có trong danh mục thì lấy theo danh mục.")
    what: str = Field(max_length=1000, description="Cắt giảm việc gì; không ghi tên người.")
    papers: int = Field(0, **_CUT, description="Số giấy tờ được cắt.")
    steps: int = Field(0, **_CUT, description="Số bước được cắt.")
    days: int = Field(0, ge=0, le=3650, description="Số ngày của thời hạn được cắt.")
    cost: int = Field(0, ge=0, le=10**12, description="Chi phí người nộp được giảm mỗi hồ sơ, đồng.")
    reason: str = Field("", max_length=1000, description="Lý do.")
    document: str = Field(max_length=LONGEST_DOCUMENT, description="Số, ký hiệu văn bản đề xuất.")
    signed_on: Day = Field(description="Ngày ký.")


class DecideSimplification(Schema):
    """What was decided."""

    kind: Literal["decided", "declined"] = Field(description="decided (quyết định), declined (không được duyệt).")
    on: Day = Field(description="Ngày của văn bản.")
    document: str = Field(max_length=LONGEST_DOCUMENT, description="Số, ký hiệu văn bản.")
    until: Day | None = Field(None, description="Với decided: áp dụng từ ngày.")
