"""Words for dossiers written down here, and what is refused."""

SENTENCES: dict[str, str] = {
    "recording.prefix": "“{prefix}” không dùng làm phần đầu mã hồ sơ được: cần 3 đến 35 chữ số, chữ in hoa, dấu chấm, ví dụ 000.17.27.H26.",
    "recording.requester": "Xin chọn bên yêu cầu là tổ chức, công dân, doanh nghiệp hay nội bộ cơ quan.",
    "recording.source_taken": "Mã {source} đã dùng cho một nguồn dữ liệu hoặc sổ khác; xin chọn mã khác.",
    "recording.book_open": "Sổ {source} đã được mở.",
    "recording.delivered_already": "Nguồn {source} đã nhận hồ sơ từ phần mềm khác; sổ ghi tại đây cần một nguồn riêng.",
    "recording.no_book": "Không có sổ {source}.",
    "recording.no_procedure": "Chưa chọn thủ tục của hồ sơ.",
    "recording.not_received": "Hồ sơ chưa được tiếp nhận trong sổ này.",
    "recording.before_last": "Bước trước xảy ra lúc {at}; bước này không thể xảy ra trước đó.",
    "recording.ended": "Hồ sơ đã kết thúc; chỉ còn trả kết quả, số hóa hoặc mở lại (có lý do).",
    "recording.not_ended": "Hồ sơ chưa kết thúc: chưa có kết quả, chưa bị từ chối, dừng hay rút.",
    "recording.not_waiting": "Hồ sơ không chờ việc này: chưa ai yêu cầu, hoặc đã nhận rồi.",
    "recording.already_waiting": "Hồ sơ đang chờ đúng việc này từ lần yêu cầu trước.",
    "recording.reason": "Bước này cần ghi lý do.",
    "recording.no_new_day": "Xin ghi ngày hẹn mới.",
    "recording.new_day_gone": "Ngày hẹn mới đã qua; xin chọn hôm nay hoặc một ngày sau.",
}
