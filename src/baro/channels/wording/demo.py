"""Sentences about the demo authority."""

SENTENCES = {
    "demo.home_in_use": "Nơi giữ dữ liệu này đã có dữ liệu khác, nên không dựng cơ quan mẫu ở đây. "
    "Hãy chọn một thư mục mới bằng biến môi trường BARO_HOME rồi chạy lại.",
    "demo.other_size": "Ở đây đã có cơ quan mẫu cỡ “{known}”; cỡ “{size}” không thêm vào được. "
    "Hãy chọn một thư mục mới: BARO_HOME=THƯ_MỤC baro demo --size {size}.",
    "demo.password_file": "Không đọc được mật khẩu mẫu trong {place}. Hãy xóa tệp đó rồi chạy lại baro demo để có mật khẩu mới.",
}
