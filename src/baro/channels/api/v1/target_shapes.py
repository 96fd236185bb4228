"""What the API takes and gives of targets: codes and amounts, no person. An amount is text, so that none is rounded on its way."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import LONGEST
from baro.channels.api.v1.shapes import Day

_BODY = 40
_ID = 40
_RESULTS = "exceeded (vượt), met (đạt), missed (không đạt), under_way (kỳ chưa hết), unreported (hết kỳ chưa báo cáo)"
Amount = Annotated[Decimal, Field(max_digits=18, decimal_places=6)]
"""Twelve digits before the point, six behind it: what the records keep."""


class TargetQuery(Schema):
    """The words of a list's address."""

    nam: str = Field("", description="Năm, như 2026; mặc định năm nay. Chỉ tiêu có kỳ chạm vào năm ấy.")
    don_vi: str = Field("", alias="don-vi", description="Mã đơn vị thực hiện.")
    ket_qua: str = Field("", alias="ket-qua", description=f"{_RESULTS}.")


class Actual(Schema):
    """What was reported."""

    upto: date = Field(description="Lũy kế đến hết ngày.")
    value: str = Field(description="Số thực hiện.")
    source: str = Field(description="Nguồn.")
    recorded_on: date = Field(description="Ngày ghi.")


class Revision(Schema):
    """A plan that took another's place."""

    plan: str = Field(description="Kế hoạch mới.")
    document: str = Field(description="Số văn bản điều chỉnh.")
    recorded_on: date = Field(description="Ngày ghi.")


class Target(Schema):
    """A target as it stands."""

    id: str = Field(description="Mã chỉ tiêu.")
    body: str = Field(description="Mã đơn vị thực hiện.")
    assigner: str = Field(description="Mã đơn vị giao, theo dõi.")
    directive: str = Field(description="Mã văn bản trong sổ; rỗng nếu không theo văn bản nào.")
    code: str = Field(description="Mã của văn bản giao; rỗng nếu không có.")
    name: str = Field(description="Tên chỉ tiêu.")
    unit: str = Field(description="Đơn vị tính.")
    first: date = Field(description="Ngày đầu kỳ.")
    last: date = Field(description="Ngày cuối kỳ.")
    baseline: str = Field(description="Số kỳ trước; rỗng nếu không nêu.")
    first_plan: str = Field(description="Kế hoạch giao lần đầu.")
    plan: str = Field(description="Kế hoạch đang có, sau điều chỉnh.")
    direction: str = Field(description="up (càng nhiều càng tốt), down (càng ít càng tốt).")
    source: str = Field(description="Số liệu lấy từ đâu.")
    value: str = Field(description="Số thực hiện mới nhất; rỗng nếu chưa báo cáo.")
    upto: date | None = Field(description="Số ấy lũy kế đến hết ngày.")
    share: str = Field(description="Phần trăm kế hoạch, một số lẻ; rỗng nếu chưa báo cáo hoặc kế hoạch là 0.")
    result: str = Field(description=f"Theo kế hoạch đang có: {_RESULTS}.")
    result_by_first_plan: str = Field(description="Theo kế hoạch giao lần đầu.")
    is_met_by_revision: bool = Field(description="Đạt chỉ nhờ điều chỉnh kế hoạch.")
    is_withdrawn: bool = Field(description="Đã rút vì giao nhầm.")


class TargetList(Schema):
    """The targets of a year."""

    count: int = Field(description="Số chỉ tiêu.")
    items: list[Target] = Field(description="Theo đơn vị, mã, tên.")


class TargetFull(Schema):
    """A target with all that was told of it."""

    target: Target
    actuals: list[Actual] = Field(description="Mọi số đã báo cáo, cũ trước; cùng ngày thì số sau được tính.")
    revisions: list[Revision] = Field(description="Mọi lần điều chỉnh kế hoạch, cũ trước.")


class SetTarget(Schema):
    """A target to be given."""

    assigner: str = Field(max_length=_BODY, description="Mã đơn vị giao; khóa phải của người đứng đầu nơi ấy.")
    body: str = Field(max_length=_BODY, description="Mã đơn vị thực hiện.")
    name: str = Field(max_length=400, description="Tên chỉ tiêu.")
    unit: str = Field(max_length=60, description="Đơn vị tính.")
    first: Day = Field(description="Ngày đầu kỳ.")
    last: Day = Field(description="Ngày cuối kỳ.")
    plan: Amount = Field(description="Kế hoạch của cả kỳ.")
    baseline: Amount | None = Field(None, description="Số kỳ trước.")
    direction: Literal["up", "down"] = Field("up", description="up: càng nhiều càng tốt; down: càng ít càng tốt.")
    code: str = Field("", max_length=40, description="Mã của văn bản giao.")
    directive: str = Field("", max_length=_ID, description="Mã văn bản trong sổ.")
    source: str = Field("", max_length=200, description="Số liệu lấy từ đâu.")


class Report(Schema):
    """What was reached."""

    upto: Day = Field(description="Lũy kế từ đầu kỳ đến hết ngày.")
    value: Amount = Field(description="Số thực hiện.")
    source: str = Field(max_length=200, description="Số, ký hiệu báo cáo, hoặc hệ thống có số liệu.")


class Revise(Schema):
    """A plan by a document."""

    plan: Amount = Field(description="Kế hoạch mới.")
    document: str = Field(max_length=120, description="Số, ký hiệu văn bản điều chỉnh.")


class WithdrawTarget(Schema):
    """Why a target was given by mistake."""

    reason: str = Field(max_length=LONGEST, description="Lý do rút; chỉ rút được khi chưa có báo cáo nào.")
