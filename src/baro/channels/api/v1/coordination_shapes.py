"""What the API takes and gives of coordination rules, what they oblige to, and each time that something is owed."""

from datetime import date
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import StringConstraints

from baro.channels.api.v1.followed_shapes import BODY, FollowedEvent, FollowedStep
from baro.channels.api.v1.shapes import Day, Word
from baro.rules.observed.followed import LONGEST_DOCUMENT

_STATES = "waiting (chưa đến hạn), missing (quá hạn, chưa thực hiện), in_time (đúng hạn), late (thực hiện, trả lời muộn), declined (từ chối, trong hạn)"
_RHYTHMS = "asked (mỗi lần được yêu cầu), month (hằng tháng), quarter (hằng quý), year (hằng năm)"
_KEY = "Lần nào: số của yêu cầu, hoặc ngày đầu kỳ như 2024-04-01"
_PARTNER = 200


class RuleQuery(Schema):
    """The words of the address of a list of rules: the same as on the page."""

    hieu_luc: str = Field(
        "",
        alias="hieu-luc",
        description="Trống: tất cả; dang-ap-dung: đang có hiệu lực; het: đã hết hiệu lực; khong-dung-han: có lần không đúng hạn.",
    )
    ben: str = Field("", description="Mã đơn vị, hoặc tên bên ngoài danh mục, là một bên của quy chế.")
    ky: str = Field("", description="Chỉ đếm các lần có hạn trong kỳ, như 2024-04, 2024-Q2, 2024.")
    tim: str = Field("", description="Chữ trong tên, số văn bản, tên các bên; có dấu hay không đều được.")
    sau: str = Field("", description="Trang sau bắt đầu sau quy chế này (lấy từ next).")
    sau_luc: str = Field("", alias="sau-luc", description="Ngày có hiệu lực của quy chế ấy (lấy từ next).")


class TimesQuery(Schema):
    """The words of the address of a list of times: the same as on the page."""

    quy_che: str = Field("", alias="quy-che", description="Mã quy chế.")
    nghia_vu: str = Field("", alias="nghia-vu", description="Mã nghĩa vụ.")
    ben: str = Field("", description="Mã đơn vị, hoặc tên bên ngoài danh mục, có nghĩa vụ.")
    ky: str = Field("", description="Kỳ của hạn, như 2024-04, 2024-Q2, 2024.")
    tinh_trang: str = Field(
        "", alias="tinh-trang", description=f"Trống: tất cả; khong-dung-han: missing hoặc late; hoặc {_STATES}."
    )
    tim: str = Field("", description="Chữ trong quy chế, việc phải làm, tên các bên; có dấu hay không đều được.")
    sau: str = Field("", description="Trang sau bắt đầu sau lần này (lấy từ next).")
    sau_luc: str = Field("", alias="sau-luc", description="Hạn của lần ấy (lấy từ next).")


class OwedCount(Schema):
    """How often something was owed, and how it was kept."""

    total: int = Field(description="Số lần có nghĩa vụ.")
    in_time: int = Field(description="Đúng hạn.")
    late: int = Field(description="Thực hiện, trả lời muộn.")
    missing: int = Field(description="Quá hạn, chưa thực hiện.")
    declined: int = Field(description="Từ chối, trong hạn.")
    waiting: int = Field(description="Chưa đến hạn.")


class CoordinationRuleTold(Schema):
    """A coordination rule, and how often what it obliges to was kept."""

    id: str = Field(description="Mã quy chế.")
    unit: str = Field(description="Mã cơ quan chủ trì quy chế.")
    name: str = Field(description="Tên quy chế.")
    number: str = Field(description="Số, ký hiệu văn bản.")
    signed_on: date = Field(description="Ngày ký.")
    valid_from: date = Field(description="Có hiệu lực từ ngày.")
    last_on: date | None = Field(description="Ngày có hiệu lực cuối cùng; không có nếu chưa hết hiệu lực.")
    ended_by: str = Field(description="Số văn bản chấm dứt; rỗng nếu chưa có.")
    parties: list[str] = Field(description="Mã các bên.")
    outside: list[str] = Field(description="Tên các bên ngoài danh mục đơn vị.")
    holds: bool = Field(description="Đang có hiệu lực.")
    obligation_count: int = Field(description="Số nghĩa vụ.")
    counts: OwedCount


class CoordinationRulePage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số quy chế của cả danh sách.")
    items: list[CoordinationRuleTold] = Field(description="Quy chế của trang này.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class ObligationTold(Schema):
    """An obligation, and how often it was kept."""

    id: str = Field(description="Mã nghĩa vụ.")
    rule: str = Field(description="Mã quy chế.")
    debtor: str = Field(description="Bên có nghĩa vụ: mã, hoặc tên nếu ngoài danh mục đơn vị.")
    creditor: str = Field(description="Bên được hưởng, như trên; rỗng là các bên còn lại.")
    task: str = Field(description="Việc phải làm.")
    article: str = Field(description="Điều, khoản của quy chế.")
    rhythm: str = Field(description=f"Khi nào: {_RHYTHMS}.")
    limit: str = Field(description="Thời hạn, tính từ ngày sau ngày yêu cầu, hoặc sau ngày cuối kỳ.")
    valid_from: date = Field(description="Áp dụng từ ngày.")
    last_on: date | None = Field(description="Ngày áp dụng cuối cùng của chính nghĩa vụ, nếu đã ghi.")
    holds: bool = Field(description="Đang áp dụng.")
    counts: OwedCount


class CoordinationRuleFull(Schema):
    """A rule with what it obliges to."""

    rule: CoordinationRuleTold
    obligations: list[ObligationTold] = Field(description="Các nghĩa vụ, theo ngày áp dụng.")


class OwedTold(Schema):
    """One time that something is owed."""

    rule: str = Field(description="Mã quy chế.")
    obligation: str = Field(description="Mã nghĩa vụ.")
    key: str = Field(description=f"{_KEY}; gửi lại trong about khi ghi thực hiện, từ chối.")
    since: date = Field(description="Ngày yêu cầu được tính, hoặc ngày cuối kỳ.")
    asked_on: date | None = Field(description="Ngày của văn bản yêu cầu; không có nếu làm theo kỳ.")
    asked_by: str = Field(description="Số văn bản yêu cầu; rỗng nếu làm theo kỳ.")
    due: date = Field(description="Ngày cuối của thời hạn.")
    ended_on: date | None = Field(description="Ngày của văn bản thực hiện, từ chối.")
    ended_by: str = Field(description="Số văn bản thực hiện, từ chối; rỗng nếu chưa có.")
    state: str = Field(description=f"Tình trạng: {_STATES}.")
    days_late: int | None = Field(description="Số ngày làm việc quá hạn; không có nếu không quá hạn.")


class OwedPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số lần của cả danh sách.")
    items: list[OwedTold] = Field(description="Các lần của trang này, hạn muộn nhất trước.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class ObligationFull(Schema):
    """An obligation with each time it was owed, and all that was told of it."""

    obligation: ObligationTold
    times: list[OwedTold] = Field(description="Từng lần có nghĩa vụ, mới nhất trước.")
    events: list[FollowedEvent] = Field(description="Mọi điều đã ghi, cũ trước.")
    may_tell: list[FollowedStep] = Field(description="Việc có thể ghi: asked nếu làm theo yêu cầu; done, declined.")


class RecordRule(Schema):
    """A coordination rule that was approved."""

    unit: Word = Field(max_length=BODY, description="Mã cơ quan chủ trì; khóa phải được ghi quy trình của cơ quan ấy.")
    name: str = Field(max_length=400, description="Tên quy chế.")
    number: str = Field(max_length=LONGEST_DOCUMENT, description="Số, ký hiệu văn bản.")
    signed_on: Day = Field(description="Ngày ký.")
    valid_from: Day = Field(description="Áp dụng từ ngày.")
    parties: list[Word] = Field([], max_length=100, description="Mã các cơ quan phối hợp.")
    outside: list[Annotated[Word, StringConstraints(max_length=_PARTNER)]] = Field(
        [], max_length=100, description="Tên các bên ngoài danh mục đơn vị."
    )


class EndRule(Schema):
    """The last day of a coordination rule."""

    last: Day = Field(description="Ngày có hiệu lực cuối cùng; quy chế và các lần đã ghi vẫn giữ.")
    number: str = Field(max_length=LONGEST_DOCUMENT, description="Số, ký hiệu văn bản chấm dứt, thay thế.")


class RecordObligation(Schema):
    """An obligation to be recorded."""

    task: str = Field(max_length=400, description="Việc phải làm.")
    debtor: str = Field(max_length=_PARTNER, description="Bên có nghĩa vụ: mã, hoặc tên nếu ngoài danh mục đơn vị.")
    creditor: str = Field("", max_length=_PARTNER, description="Bên được hưởng, như trên; trống là các bên còn lại.")
    rhythm: Literal["asked", "month", "quarter", "year"] = Field(description=f"Khi nào: {_RHYTHMS}.")
    limit: str = Field(max_length=40, description="Thời hạn, như “5 ngày làm việc”, “10 ngày”, “1 tháng”.")
    article: str = Field("", max_length=120, description="Điều, khoản của quy chế.")
    valid_from: Day = Field(description="Áp dụng từ ngày.")


class EndObligation(Schema):
    """The last day of an obligation."""

    last: Day = Field(description="Ngày áp dụng cuối cùng; nghĩa vụ và các lần đã ghi vẫn giữ.")


class TellObligation(Schema):
    """Something asked for, done or declined."""

    kind: Literal["asked", "done", "declined"] = Field(
        description="asked (yêu cầu), done (thực hiện), declined (từ chối)."
    )
    body: str = Field(max_length=BODY, description="Mã đơn vị ghi (xem may_tell).")
    on: Day = Field(description="Ngày của văn bản.")
    document: str = Field(max_length=LONGEST_DOCUMENT, description="Số, ký hiệu văn bản.")
    about: str = Field("", max_length=40, description=f"Với done, declined: {_KEY[0].lower()}{_KEY[1:]} (xem key).")
