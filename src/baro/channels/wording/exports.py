"""Sentences for what the outputs refuse."""

SENTENCES: dict[str, str] = {
    "out.not_writable": "Không ghi được báo cáo vào thư mục {folder} ({reason}). Đóng các tệp báo cáo đang mở hoặc chọn "
    "thư mục khác rồi làm lại; chưa có tệp nào bị thay đổi.",
    "export.too_many_rows": "Danh sách có hơn {most} dòng, nhiều hơn một trang tính Excel chứa được. Hãy lọc bớt, hoặc tải dạng CSV.",
}
