"""What the API takes and gives of organisation bodies: what they were over time, what became of them, who answers for them."""

from datetime import date
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import StringConstraints

from baro.channels.api.v1.shapes import Day

_KINDS = "territory (đơn vị hành chính), council (HĐND), committee (UBND), department (cơ quan chuyên môn), service_unit (đơn vị sự nghiệp), branch (chi nhánh), division (phòng, ban), desk (bộ phận Một cửa), team (đoàn, tổ), other (khác)"
_LEVELS = "central (trung ương), city (thành phố), district (cấp huyện), commune (cấp xã)"
_CLOSINGS = "merge (sáp nhập vào), split_part (một phần chuyển về), transfer_function (chuyển giao nhiệm vụ), dissolve (giải thể)"
_ITEM_KINDS = "Loại việc: case (hồ sơ), joint, leg, question, conclusion, upward, obligation, task, target, petition, denunciation, inspection, discipline, proposal, process, appointment, delegation, acting_head, leave_cover."
_ID, _LINE, _NOTE = 40, 255, 1000
_Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class BodyQuery(Schema):
    """The words of a list's address: the same as on the page."""

    tim: str = Field(
        "", max_length=120, description="Chữ trong tên, của mọi thời kỳ; không cần dấu. Trống là cả cây tổ chức."
    )
    ngay: str = Field("", description="Xem như ngày này, dd/mm/yyyy hoặc yyyy-mm-dd; mặc định hôm nay.")
    sau: str = Field("", description="Trang sau bắt đầu sau đơn vị này (lấy từ next).")


class OneBodyQuery(Schema):
    """The words of the address of a body's page."""

    ngay: str = Field("", description="Xem như ngày này, dd/mm/yyyy hoặc yyyy-mm-dd; mặc định hôm nay.")
    chuc_danh: str = Field(
        "", alias="chuc-danh", max_length=200, description="Ai có thẩm quyền theo chức danh này vào ngày ấy."
    )


class BodyTerm(Schema):
    """What a body was over a term."""

    code: str = Field(description="Mã; rỗng nếu chưa biết.")
    name: str = Field(description="Tên.")
    level: str = Field(description=f"Cấp: {_LEVELS}.")
    parent: str = Field(description="Mã trong Ba Rõ của cấp trên trực tiếp; rỗng nếu là cấp cao nhất.")
    valid_from: date | None = Field(description="Từ ngày.")
    valid_to: date | None = Field(description="Đến hết ngày; không có nếu chưa kết thúc.")
    external: bool = Field(description="Ngoài cơ quan, như cơ quan thuế.")
    basis: str = Field(description="Căn cứ.")
    verified: bool = Field(description="Mã và tên đã đối chiếu với văn bản.")
    note: str = Field(description="Ghi chú.")


class Body(BodyTerm):
    """A body, as it is on a day; one that is not there on that day, as it was last told."""

    id: str = Field(description="Mã trong Ba Rõ, không đổi khi đổi tên, đổi mã.")
    kind: str = Field(description=f"Loại: {_KINDS}.")
    is_in_force: bool = Field(description="Đang hoạt động vào ngày ấy.")
    last_day: date | None = Field(description="Ngày hoạt động cuối cùng; không có nếu chưa kết thúc.")
    heirs: list[str] = Field(description="Mã các đơn vị kế thừa vào ngày ấy, nếu không còn.")


class BodyPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số đơn vị của cả danh sách.")
    items: list[Body] = Field(description="Đơn vị của trang này.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class Succession(Schema):
    """What became of a body, or what it came of."""

    predecessor: str = Field(description="Mã đơn vị cũ.")
    successor: str = Field(description="Mã đơn vị kế thừa; rỗng nếu giải thể.")
    kind: str = Field(description=f"{_CLOSINGS}, rename (đổi tên).")
    effective_on: date = Field(description="Ngày đầu tiên theo cơ cấu mới.")
    function: str = Field(description="Nhiệm vụ được chuyển giao; rỗng là tất cả.")
    basis: str = Field(description="Căn cứ.")
    verified: bool = Field(description="Đã đối chiếu văn bản.")
    note: str = Field(description="Ghi chú.")


class BodyPost(Schema):
    """A post held in a body on a day."""

    person: str = Field(description="Mã người.")
    title: str = Field(description="Chức danh.")
    is_head: bool = Field(description="Là người đứng đầu.")
    roles: list[str] = Field(description="Vai trò khác trong quy trình.")
    valid_from: date | None = Field(description="Từ ngày.")
    valid_to: date | None = Field(description="Đến hết ngày.")
    decision: str = Field(description="Quyết định.")


class Competent(Schema):
    """Who may act, and by what."""

    person: str = Field(description="Mã người.")
    unit: str = Field(description="Mã đơn vị nơi có thẩm quyền ấy.")
    title: str = Field(description="Chức danh.")
    capacity: str = Field(
        description="post (theo chức vụ), acting (phụ trách), cover (thay người vắng), delegation (ủy quyền)."
    )
    decision: str = Field(description="Quyết định.")
    is_absent: bool = Field(description="Đang vắng mặt, có người thay.")


class BodyFull(Schema):
    """A body with its terms, what became of it, who serves in it."""

    body: Body
    above: list[str] = Field(description="Mã các cấp trên vào ngày ấy, cao nhất trước.")
    below: list[str] = Field(description="Mã các đơn vị trực thuộc vào ngày ấy.")
    terms: list[BodyTerm] = Field(description="Các thời kỳ, mới trước.")
    successions: list[Succession] = Field(description="Sáp nhập, chia tách… có đơn vị này, mới trước.")
    heads: list[Competent] = Field(description="Ai trả lời cho đơn vị vào ngày ấy.")
    posts: list[BodyPost] = Field(description="Chức vụ đang giữ vào ngày ấy, người đứng đầu trước.")
    competent: list[Competent] = Field(description="Ai có thẩm quyền theo chức danh được hỏi; rỗng nếu không hỏi.")


class ChangeBody(Schema):
    """What a body is from a day on."""

    name: str = Field(max_length=_LINE, description="Tên.")
    code: str = Field("", max_length=35, description="Mã; giữ nguyên số 0 ở đầu; trống nếu chưa biết.")
    level: Literal["central", "city", "district", "commune"] = Field(description=f"Cấp: {_LEVELS}.")
    parent: str = Field("", max_length=_ID, description="Mã trong Ba Rõ của cấp trên trực tiếp.")
    valid_from: Day = Field(description="Từ ngày.")
    basis: _Word = Field(max_length=_LINE, description="Căn cứ: số, ngày văn bản.")
    verified: bool = Field(False, description="Mã và tên đã đối chiếu với văn bản.")
    external: bool = Field(False, description="Ngoài cơ quan, như cơ quan thuế.")
    note: str = Field("", max_length=_NOTE, description="Ghi chú.")


class NewBody(ChangeBody):
    """A body that is new."""

    kind: Literal[
        "territory", "council", "committee", "department", "service_unit", "branch", "division", "desk", "team", "other"
    ] = Field(description=f"Loại: {_KINDS}.")


class CorrectBody(ChangeBody):
    """A term told anew; its first day says which term is meant."""

    valid_from: Day | None = Field(description="Ngày đầu của thời kỳ được đính chính, như đang giữ.")
    valid_to: Day | None = Field(None, description="Đến hết ngày; không có nếu chưa kết thúc.")
    reason: str = Field(max_length=_NOTE, description="Lý do đính chính.")


class PreviewClosing(Schema):
    """What becomes of a body from a day on."""

    kind: Literal["merge", "split_part", "transfer_function", "dissolve"] = Field(description=f"{_CLOSINGS}.")
    effective_on: Day = Field(description="Ngày đầu tiên theo cơ cấu mới; đơn vị cũ hoạt động đến hết ngày trước đó.")
    successors: list[_Word] = Field(
        [], max_length=6, description="Mã các đơn vị kế thừa; giải thể thì không có, sáp nhập thì một."
    )
    merged: list[_Word] = Field([], max_length=50, description="Mã các đơn vị khác cùng sáp nhập (merge).")
    function: str = Field("", max_length=_LINE, description="Nhiệm vụ được chuyển giao (transfer_function).")
    entire: bool = Field(False, description="Chia tách không còn phần nào ở lại: đơn vị cũ kết thúc (split_part).")
    basis: _Word = Field(max_length=_LINE, description="Căn cứ: số, ngày văn bản.")
    verified: bool = Field(False, description="Đã đối chiếu văn bản.")
    note: str = Field("", max_length=_NOTE, description="Ghi chú.")


class Item(Schema):
    """Something that lies open in a body that ends."""

    kind: str = Field(description=_ITEM_KINDS)
    id: str = Field(description="Mã của việc.")
    unit: str = Field(description="Mã đơn vị kết thúc.")
    code: str = Field(description="Mã như mọi người gọi; rỗng nếu không được xem.")


class Closing(Schema):
    """What would follow; nothing was recorded."""

    bodies: list[str] = Field(description="Mã các đơn vị được ghi.")
    last: date | None = Field(description="Ngày hoạt động cuối cùng; không có nếu đơn vị còn lại.")
    heirs: list[str] = Field(description="Mã các đơn vị kế thừa.")
    count: int = Field(description="Số việc đang mở: gửi lại ở seen khi ghi.")
    items: list[Item] = Field(description="Các việc đang mở.")


class Give(Schema):
    """To whom open items of a kind go; with an id, one item."""

    kind: str = Field(max_length=20, description=_ITEM_KINDS)
    id: str = Field("", max_length=160, description="Mã của việc; trống là mọi việc của loại ấy mà không nêu riêng.")
    successor: str = Field("", max_length=_ID, description="Mã đơn vị nhận; trống là để lại, chưa bàn giao.")


class CloseBody(PreviewClosing):
    """What becomes of a body, and to whom each open item goes by name; what goes to nobody stays listed."""

    seen: int = Field(ge=0, description="Số việc đang mở đã xem trước (count); khác đi thì không ghi.")
    give: list[Give] = Field(
        [], max_length=10_000, description="Việc nào giao cho ai; việc không nêu thì để lại, chưa bàn giao."
    )
    decision: str = Field("", max_length=120, description="Biên bản bàn giao.")


class Closed(Schema):
    """What was recorded."""

    handed: int = Field(description="Số việc đã bàn giao.")
    left: int = Field(description="Số việc để lại, chưa bàn giao.")
    bodies: list[BodyFull] = Field(description="Các đơn vị được ghi, như đang giữ.")
