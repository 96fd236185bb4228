"""Words for views of the list of dossiers that somebody saves."""

SENTENCES: dict[str, str] = {
    "view.no_name": "Chưa đặt tên cho bộ lọc.",
    "view.name_long": "Tên dài quá {most} ký tự; xin đặt tên ngắn hơn.",
    "view.name_taken": "Bạn đã có một bộ lọc tên như vậy; xin đặt tên khác.",
    "view.too_many": "Bạn đã lưu {most} bộ lọc; xin xóa bớt trước khi lưu thêm.",
    "view.deleted_already": "Bộ lọc này đã xóa.",
}
