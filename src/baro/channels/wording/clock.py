"""Sentences for what the clock of dossiers refuses."""

SENTENCES: dict[str, str] = {
    "clock.as_of_outside_calendar": "Thời điểm chốt số liệu nằm ngoài các ngày của lịch {calendar}; xin bổ sung lịch.",
    "clock.two_zones": "Lịch xử lý theo múi giờ {processing} nhưng lịch tiếp nhận theo múi giờ {receiving}; "
    "hai lịch phải cùng múi giờ.",
}
