"""Sentences for what importing refuses."""

SENTENCES = {
    "import.unbalanced": "Đối soát không cân: {told} {what} của tệp không được tính đủ một lần; chưa có dòng nào được ghi. "
    "Đây là lỗi của phần mềm, xin báo lại kèm tệp.",
    "import.no_source": "Chưa có hệ thống nguồn “{source}”; xin khai báo nguồn trước (tên, cách đọc tệp).",
    "import.source_taken": "Tên hoặc mã nguồn “{source}” đã có cơ quan khác dùng; xin chọn tên khác.",
    "import.work_fixed": "Nguồn “{source}” đã nhận hồ sơ; loại việc của nguồn không đổi được nữa. Xin mô tả một nguồn khác cho loại "
    "việc kia.",
    "import.unit_fixed": "Nguồn “{source}” đã nhận hồ sơ cho cơ quan {unit}; hồ sơ đã nhận không đổi chủ. Nguồn của cơ quan "
    "khác cần một mã nguồn khác.",
    "import.no_unit": "Không có cơ quan nào mang mã “{unit}” hôm nay; xin xem lại danh mục cơ quan.",
    "import.source_code": "Mã nguồn “{source}” không dùng được; chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ mot-cua.",
    "import.too_many_conflicts": "Tệp mâu thuẫn với dữ liệu đang giữ ở {count} chỗ (giới hạn {most}), ví dụ hồ sơ {case}, "
    "“{step}”: đang giữ “{ours}”, tệp ghi “{theirs}”. Có thể sai bảng ánh xạ, múi giờ hoặc nguồn; chưa có dòng nào được ghi.",
    "import.not_checked": "Lần nhập {ticket} chưa được kiểm tra xong; xin kiểm tra lại tệp.",
    "import.faults": "{count} ô không đọc được (trước hết: tệp {file}, dòng {row}, cột {column}: “{value}”); chưa có dòng nào "
    "được ghi. Sửa trong tệp rồi gửi lại, hoặc chọn nhận phần đọc được.",
    "import.stale": "Từ lúc kiểm tra, nguồn “{source}” đã nhận một tệp khác; xin kiểm tra lại trước khi nhận.",
    "import.no_batch": "Không có lần nhập “{batch}”.",
    "import.no_ticket": "Không có lần nhập “{ticket}” đang làm dở; có thể đã quá hạn và được dọn. Xin chọn tệp lại.",
    "import.being_received": "Tệp đang được ghi vào sổ, không bỏ được nữa; xin chờ xong rồi xem biên bản.",
    "import.received_already": "Tệp đã được nhận (lần nhập {batch}), không bỏ được nữa.",
    "import.no_row": "Tệp của lần nhập này không có dòng {row}.",
    "import.no_conflict": "Không có mâu thuẫn “{conflict}” đang chờ xem.",
    "import.file_altered": "Tệp {file} được lưu kèm hệ thống nguồn đã bị sửa: nội dung không còn đúng với mã băm là tên của nó.",
    "import.none_chosen": "Chưa chọn chỗ nào. Hãy đánh dấu các chỗ cần kết luận.",
    "import.no_reason": "Xin ghi lý do của kết luận.",
    "import.one_source": "Mỗi lần chỉ theo tệp của một nguồn; xin lọc theo nguồn rồi chọn lại.",
    "import.too_many_at_once": "Đã chọn {count} chỗ; mỗi lần kết luận được nhiều nhất {most} chỗ.",
    "import.adopt_moved": "Bước hoặc ô “{step}” của hồ sơ {case} không còn như lúc phát hiện mâu thuẫn (đã theo một tệp khác); "
    "chỗ này chỉ có thể giữ dữ liệu đang có.",
    "import.adopt_twice": "Đã chọn hai cách kể khác nhau cho cùng một chỗ “{step}” của hồ sơ {case}; xin chọn một.",
    "import.adopt_nothing_left": "Theo tệp thì hồ sơ {case} không còn bước nào; hồ sơ không bị xóa bằng cách này.",
    "import.file_lost": "Tệp {file} được lưu kèm hệ thống nguồn không còn trong kho.",
    "import.rows_altered": "Các dòng gốc đã đọc của lần nhập {batch} trong kho đã bị sửa: không còn đúng với mã băm trong sổ cái.",
    "import.rows_lost": "Các dòng gốc đã đọc của lần nhập {batch} không còn trong kho.",
    "import.segment_altered": "Dữ liệu của lần nhập {batch} trong kho không còn đúng với mã băm trong sổ cái.",
    "import.segment_lost": "Dữ liệu của lần nhập {batch} không còn trong kho.",
}
