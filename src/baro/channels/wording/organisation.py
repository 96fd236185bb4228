"""Sentences for what organising, personnel and hand-over refuse."""

SENTENCES = {
    "body.unknown": "Chưa có cơ quan, đơn vị “{body}”.",
    "body.exists": "Cơ quan, đơn vị “{body}” đã có; hãy ghi thay đổi thay vì tạo mới.",
    "body.no_name": "Xin ghi tên cơ quan, đơn vị.",
    "body.no_first_day": "Xin ghi ngày bắt đầu của thay đổi.",
    "body.no_such_term": "Không có thời kỳ nào của đơn vị này bắt đầu từ ngày đó để đính chính.",
    "body.no_reason": "Xin ghi lý do đính chính.",
    "body.ends_before_start": "Ngày kết thúc {last} sớm hơn ngày bắt đầu {first}.",
    "body.overlapping_terms": "Trong những ngày này đơn vị đã có tên “{name}” (từ {first} đến {last}); "
    "một đơn vị chỉ có một tên, mã và cấp trên vào mỗi ngày.",
    "body.code_taken": "Mã {written} trong những ngày này đang là mã của “{name}”.",
    "body.code_form": "Mã “{written}” không đúng dạng: chỉ dùng chữ hoa không dấu, số, dấu chấm và gạch nối, "
    "dài tối đa {longest} ký tự.",
    "body.code_lost_zeros": "Mã “{written}” thiếu chữ số: mã của cấp này có {digits} chữ số, kể cả số 0 ở đầu. "
    "Xin để cột mã ở dạng văn bản.",
    "body.parent_not_in_force": "Vào ngày {on} không có cơ quan cấp trên “{parent}”.",
    "body.parent_loop": "Từ ngày {on} đơn vị này sẽ là cấp trên của chính nó.",
    "body.not_in_force": "Vào ngày {on} không có “{body}”.",
    "body.has_bodies_below": "Vào ngày {on} vẫn còn {count} đơn vị trực thuộc (ví dụ “{example}”); "
    "xin sắp xếp các đơn vị này trước.",
    "succession.predecessor_not_in_force": "Vào ngày {on} không có đơn vị cũ “{body}”.",
    "succession.successor_not_in_force": "Vào ngày {on} chưa có đơn vị kế thừa “{body}”.",
    "succession.to_itself": "Đơn vị kế thừa phải là một đơn vị khác.",
    "succession.rename_is_itself": "Đổi tên thì vẫn là đơn vị đó; nếu có đơn vị mới, hãy chọn sáp nhập.",
    "succession.dissolved_has_no_heir": "Giải thể thì không có đơn vị kế thừa; nếu có, hãy chọn sáp nhập hoặc chia tách.",
    "succession.no_function": "Xin ghi nhiệm vụ nào được chuyển giao.",
    "succession.told_twice": "Việc kế thừa này từ ngày {on} đã được ghi.",
    "handover.items_changed": "Trong lúc xem trước, việc đang mở của “{body}” đã thay đổi; xin xem lại danh sách rồi xác nhận.",
    "handover.to_itself": "Không thể bàn giao cho chính đơn vị đang giữ việc.",
    "handover.successor_not_in_force": "Vào ngày {on} không có đơn vị nhận bàn giao “{body}”.",
    "handover.body_goes_on": "“{body}” vẫn hoạt động và chưa chuyển giao nhiệm vụ nào; chưa có gì phải bàn giao.",
    "register.empty": "ô trống; xin ghi mục này",
    "register.bad_day": "“{value}” không có trong lịch; xin ghi dạng 25/04/2024",
    "register.bad_yes": "“{value}”: xin ghi “có” hoặc “không”",
    "register.unknown_word": "“{value}” không có trong các giá trị được dùng; xem tệp mẫu",
    "register.no_such_body": "chưa có đơn vị “{value}”; xin ghi mã định danh, mã hoặc đúng tên",
    "register.several_bodies": "có {count} đơn vị ứng với “{value}”; xin ghi mã định danh",
    "register.no_such_person": "chưa có cán bộ mã “{value}” trong danh sách hoặc trong tệp",
    "register.row_twice": "trùng với dòng {row}",
    "register.name_erased": "họ tên của người này đã được xoá theo yêu cầu; bảng tính không ghi lại được",
    "register.no_table": "Không có bảng nào đọc được trong “{file}”: trang hoặc cột không đúng tệp mẫu.",
    "person.unknown": "Chưa có người này trong danh sách cán bộ.",
    "person.no_code": "Xin ghi mã cán bộ.",
    "person.no_name": "Xin ghi họ tên.",
    "person.code_taken": "Mã cán bộ {written} đã được dùng.",
    "employment.overlaps": "Trong những ngày này người này đã có diện khác (từ {since}); "
    "mỗi ngày một người chỉ thuộc một diện.",
    "service.unknown": "Không có chức vụ, ủy quyền hoặc thay thế này.",
    "service.no_reason": "Xin ghi lý do đính chính.",
    "service.no_title": "Xin ghi chức danh hoặc nội dung ủy quyền.",
    "service.ends_before_start": "Ngày kết thúc {last} sớm hơn ngày bắt đầu {first}.",
    "service.ended_already": "Việc này đã kết thúc ngày {last}.",
    "service.body_not_in_force": "Vào ngày {on} không có đơn vị “{body}”.",
    "service.second_head": "“{body}” đã có người đứng đầu từ {first} đến {last}; mỗi ngày chỉ một người đứng đầu.",
    "service.second_acting_head": "“{body}” đã có người được giao phụ trách từ {first} đến {last}.",
    "service.told_twice": "Đúng nội dung này đã được ghi rồi.",
    "service.covers_itself": "Người thay phải là một người khác.",
    "service.absent_has_no_post": "Người vắng mặt không giữ chức vụ nào tại “{body}” trong những ngày đó.",
}

KINDS = {
    "territory": "Đơn vị hành chính",
    "council": "Hội đồng nhân dân",
    "committee": "Ủy ban nhân dân",
    "department": "Cơ quan chuyên môn",
    "service_unit": "Đơn vị sự nghiệp",
    "branch": "Chi nhánh",
    "division": "Phòng, ban",
    "desk": "Bộ phận Một cửa",
    "team": "Đoàn, tổ công tác",
    "other": "Khác",
}
LEVELS = {"central": "Trung ương", "city": "Thành phố", "district": "Cấp huyện", "commune": "Cấp xã"}
SUCCESSIONS = {
    "merge": "sáp nhập vào",
    "split_part": "một phần chuyển về",
    "rename": "đổi tên",
    "dissolve": "giải thể, không có đơn vị kế thừa",
    "transfer_function": "chuyển giao nhiệm vụ cho",
}
SHARES = {"whole": "toàn bộ", "part": "một phần", "function": "nhiệm vụ"}
CAPACITIES = {
    "post": "theo chức vụ",
    "acting": "được giao phụ trách",
    "cover": "thay người vắng mặt",
    "delegation": "theo ủy quyền",
}
CATEGORIES = {
    "cadre": "Cán bộ",
    "civil_servant": "Công chức",
    "commune_official": "Cán bộ, công chức cấp xã",
    "public_employee": "Viên chức",
    "worker": "Người lao động",
}
HELD = {
    "employment": "Diện",
    "appointment": "Chức vụ",
    "delegation": "Ủy quyền",
    "acting_head": "Giao phụ trách",
    "leave_cover": "Vắng mặt, người thay",
}
COMMUNE_CATEGORY_DOUBT = (
    "Diện cán bộ, công chức cấp xã có thể đã kết thúc ngày 30/06/2025 (Luật 80/2025/QH15, chưa đối chiếu văn bản); "
    "xin kiểm tra lại diện sau ngày này."
)
ERASED_NAME = "đã xoá theo yêu cầu"
