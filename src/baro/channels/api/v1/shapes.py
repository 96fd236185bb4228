"""What the API takes and gives."""

from datetime import UTC, date, datetime, time
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import AwareDatetime, StringConstraints

from baro.channels.wording.periods import FIRST_DAY, LAST_DAY

Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
"""A day that a program writes, as the forms of pages take it."""
Moment = Annotated[AwareDatetime, Field(ge=datetime.combine(FIRST_DAY, time(), UTC))]
"""A moment that a program writes, with its zone."""
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that a program must write, as the forms of pages take it."""


class Progress(Schema):
    """How far the work is; `percent` of the stage."""

    phase: str = Field(description="Bước đang làm: check (kiểm tra) hoặc receive (nhận).")
    state: str = Field(
        description="starting, running, done, refused (xem sentence) hoặc broken (bị ngắt, gửi lại được)."
    )
    stage: str = Field(description="Công đoạn đang làm, bằng lời.")
    percent: int = Field(description="Phần trăm của công đoạn.")


class Import(Schema):
    """A delivery on its way. `statement` once it is checked; `batch` once it is received; `sentence` if it was refused."""

    id: str = Field(description="Mã.")
    source: str = Field(description="Mã hệ thống nguồn.")
    file_name: str = Field(description="Tên tệp.")
    progress: Progress
    faults: int | None = Field(None, description="Số ô không đọc được; có khi đã kiểm tra xong.")
    agrees: bool | None = Field(None, description="Tổng số của ta có bằng tổng số của bên gửi không.")
    lead: str = Field("", description="Kết luận đối soát trong một câu.")
    statement: dict[str, Any] | None = Field(None, description="Biên bản đối soát; có khi đã kiểm tra xong.")
    sentence: str = Field("", description="Lý do bị từ chối.")
    already: str = Field("", description="Lần nhập đã nhận chính tệp này trước đây.")
    batch: str = Field("", description="Mã lần nhập; có khi đã nhận.")


class Finding(Schema):
    """A cell to be looked at."""

    kind: str = Field(description="Loại chỗ cần xem.")
    sheet: str = Field(description="Trang của bảng tính, rỗng nếu không có.")
    row: int = Field(description="Dòng của tệp, tính từ 1.")
    column: str = Field(description="Cột.")
    value: str = Field(description="Giá trị trong tệp.")
    dossier: str = Field(description="Mã hồ sơ, rỗng nếu không đọc được.")
    reason: str = Field(description="Vì sao cần xem.")


class Batch(Schema):
    """A delivery received."""

    id: str = Field(description="Mã.")
    source: str = Field(description="Mã hệ thống nguồn.")
    number: int = Field(description="Lần nhập thứ mấy của nguồn.")
    file_name: str = Field(description="Tên tệp.")
    file_sha256: str = Field(description="Mã băm SHA-256 của tệp.")
    row_root: str = Field(description="Gốc băm của mọi dòng.")
    row_count: int = Field(description="Số dòng đã băm.")
    entry: str = Field(description="Mục trong sổ cái.")
    received_at: datetime = Field(description="Lúc nhận.")
    counts: dict[str, Any] = Field(description="Các số của biên bản đối soát.")


class RowProof(Schema):
    """A row with what leads from it to the root: leaf = SHA-256(0x00 ‖ salt ‖ row), node = SHA-256(0x01 ‖ left ‖ right)."""

    batch: str = Field(description="Mã lần nhập.")
    entry: str = Field(description="Mục trong sổ cái.")
    file_sha256: str = Field(description="Mã băm SHA-256 của tệp.")
    root: str = Field(description="Gốc băm của mọi dòng.")
    row: str = Field(description="Dòng như đã băm.")
    index: int = Field(description="Vị trí của dòng trong cây băm, tính từ 0.")
    size: int = Field(description="Số dòng của cây băm.")
    salt: str = Field(description="Muối của dòng, hệ 16.")
    path: list[str] = Field(description="Các mã băm dẫn từ dòng đến gốc, hệ 16.")


class Receive(Schema):
    """`leave_out_faults`: somebody has looked at the cells that cannot be read, and receives the rest."""

    leave_out_faults: bool = Field(False, description="Đã xem các ô không đọc được và nhận phần còn lại.")


class Dropped(Schema):
    """A delivery that was left."""

    id: str = Field(description="Mã việc kiểm tra đã bỏ; không hỏi lại được nữa.")


class Problem(Schema):
    """A refusal (RFC 9457, application/problem+json)."""

    type: str = Field(description="urn:baro: và mã lỗi.")
    title: str = Field(description="Câu giải thích: điều gì, ở đâu, làm gì.")
    status: int = Field(description="Mã trạng thái HTTP.")
    code: str = Field(description="Mã lỗi, không đổi giữa các phiên bản.")
    sentence: str = Field(description="Như title.")


PROBLEMS = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
