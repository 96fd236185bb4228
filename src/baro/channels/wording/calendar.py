"""Sentences for what calendars, time limits and rows of law refuse."""

SENTENCES: dict[str, str] = {
    "calendar.empty_span": "Khoảng ngày của lịch không hợp lệ: ngày cuối {last} trước ngày đầu {first}.",
    "calendar.unknown_zone": "Không có múi giờ tên là {zone}.",
    "calendar.naive_moment": "Thời điểm {value} không ghi múi giờ.",
    "calendar.unknown": "Không có lịch làm việc tên là {name}; các lịch có sẵn: {known}.",
    "duration.unreadable": "Không đọc được thời hạn “{value}”; xin viết như “15 ngày làm việc”, “30 ngày”, “4 giờ làm việc”.",
    "law.no_row": "Chưa có quy định {key} áp dụng cho ngày {on}.",
    "law.not_a_duration": "Quy định {key} không phải là một thời hạn.",
    "law.not_a_number": "Quy định {key} không phải là một con số.",
    "law.not_a_word": "Quy định {key} không phải là một lựa chọn.",
}
