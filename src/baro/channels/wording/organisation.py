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
    "handover.to_itself": "Không thể bàn giao cho chính đơn vị đang giữ việc.",
    "handover.successor_not_in_force": "Vào ngày {on} không có đơn vị nhận bàn giao “{body}”.",
    "handover.body_goes_on": "“{body}” vẫn hoạt động và chưa chuyển giao nhiệm vụ nào; chưa có gì phải bàn giao.",
    "person.unknown": "Chưa có người này trong danh sách cán bộ.",
    "person.no_code": "Xin ghi mã cán bộ.",
    "person.no_name": "Xin ghi họ tên.",
    "person.code_taken": "Mã cán bộ {written} đã được dùng.",
    "employment.overlaps": "Trong những ngày này người này đã có diện khác (từ {since}); "
    "mỗi ngày một người chỉ thuộc một diện.",
    "service.unknown": "Không có chức vụ, ủy quyền hoặc thay thế này.",
    "service.no_title": "Xin ghi chức danh hoặc nội dung ủy quyền.",
    "service.ends_before_start": "Ngày kết thúc {last} sớm hơn ngày bắt đầu {first}.",
    "service.ended_already": "Việc này đã kết thúc ngày {last}.",
    "service.body_not_in_force": "Vào ngày {on} không có đơn vị “{body}”.",
    "service.second_head": "“{body}” đã có người đứng đầu từ {first} đến {last}; mỗi ngày chỉ một người đứng đầu.",
    "service.second_acting_head": "“{body}” đã có người được giao phụ trách từ {first} đến {last}.",
    "service.covers_itself": "Người thay phải là một người khác.",
    "service.absent_has_no_post": "Người vắng mặt không giữ chức vụ nào tại “{body}” trong những ngày đó.",
}
