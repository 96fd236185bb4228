"""Sentences about where an authority's data live."""

SENTENCES = {
    "home.database_address": "Địa chỉ cơ sở dữ liệu (BARO_DATABASE) phải có dạng postgresql://người_dùng:mật_khẩu@máy:cổng/tên.",
    "home.not_prepared": "Nơi giữ dữ liệu {place} chưa được chuẩn bị, hoặc của một bản cũ hơn. Nếu đúng là nơi này, hãy chạy "
    "baro serve hoặc baro demo trước; nếu không, hãy đặt lại biến môi trường BARO_HOME.",
    "home.port_word": "Cổng phải là một số từ 1 đến 65535; “{written}” thì không (--port hoặc biến môi trường PORT).",
    "home.port_taken": "Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: baro serve --port SỐ.",
    "home.settings": "Không đọc được thiết lập {file}: {reason}.",
    "home.not_writable": "Không ghi được vào thư mục dữ liệu {place}. Hãy chọn nơi khác bằng biến môi trường BARO_HOME.",
    "records.sqlite_too_old": "SQLite {found} có lỗi làm mất dữ liệu; cần từ {oldest} trở lên. Hãy cài lại bằng python3 go.py.",
}
