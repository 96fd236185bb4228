"""What the API takes and gives of the views of the list of dossiers that whoever holds the key saved."""

from datetime import datetime

from ninja import Field, Schema

from baro.channels.api.v1.question_shapes import HIDDEN


class SavedView(Schema):
    """A saved view."""

    id: str = Field(description="Mã bộ lọc.")
    name: str | None = Field(description="Tên; rỗng nếu đã hủy.")
    address: str | None = Field(description="Câu hỏi (?…) của danh sách hồ sơ.")
    saved_at: datetime = Field(description="Lúc lưu.")
    hidden: list[str] = HIDDEN


class SavedViewList(Schema):
    """One's own saved views."""

    items: list[SavedView] = Field(description="Bộ lọc của chủ khóa, theo tên.")


class SaveView(Schema):
    """A view to be saved."""

    name: str = Field(description="Tên bộ lọc, nhiều nhất 80 ký tự. Không ghi tên công dân vào đây.")
    address: str = Field(
        max_length=2000, description="Câu hỏi của danh sách hồ sơ, như ?tinh-trang=qua-han; mọi từ phải có nghĩa."
    )


class RenameView(Schema):
    """Another name."""

    name: str = Field(description="Tên mới, nhiều nhất 80 ký tự.")
