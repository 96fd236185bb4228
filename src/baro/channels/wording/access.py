"""Sentences about who may see and do what, and how roles, places and classes of fields are called."""

SENTENCES = {
    "access.sign_in": "Hãy đăng nhập để tiếp tục.",
    "access.not_found": "Không tìm thấy nội dung này.",
    "access.denied": "Ông/bà không có quyền thực hiện việc này.",
    "access.not_grantable": "Không giao được vai trò {role}: vai trò này không được giao hoặc chưa nêu đơn vị.",
    "access.self_grant": "Không ai được giao quyền cho chính mình, kể cả với tư cách người phê duyệt.",
    "access.roles_apart": "Không giao được vai trò {role}: quản trị kỹ thuật và người kiểm tra sổ cái không kiêm vai trò khác cùng thời gian.",
    "access.second_needed": "Việc này cần người thứ hai phê duyệt.",
    "access.second_unfit": "Người phê duyệt phải là người khác, đang giữ vai trò có quyền phê duyệt ở đơn vị khác hoặc là trưởng đoàn kiểm tra, thanh tra.",
    "access.proposal_closed": "Đề nghị này đã được phê duyệt hoặc đã thực hiện xong; hãy lập đề nghị mới nếu còn cần.",
    "access.proposal_differs": "Việc đang làm khác với việc đã được phê duyệt. Hãy lập đề nghị mới cho đúng việc này.",
    "access.no_grant": "Không tìm thấy lần giao vai trò này.",
    "access.end_in_the_past": "Ngày cuối không được ở trước hôm nay, cũng không được sau ngày cuối đã định.",
    "access.already_founded": "Đơn vị này đã có người được giao vai trò; từ nay việc giao vai trò do người có thẩm quyền thực hiện.",
}

ROLES = {
    "intake": "Cán bộ tiếp nhận và trả kết quả",
    "case_officer": "Cán bộ thụ lý",
    "division_head": "Trưởng phòng",
    "unit_head": "Thủ trưởng đơn vị",
    "clerk": "Văn thư",
    "tthc_control": "Cán bộ kiểm soát thủ tục hành chính",
    "inspector": "Thành viên đoàn kiểm tra, thanh tra",
    "inspection_lead": "Trưởng đoàn kiểm tra, thanh tra",
    "personnel_discipline": "Cán bộ tổ chức, kỷ luật",
    "citizen_reception": "Cán bộ tiếp công dân",
    "complaint_handler": "Người xác minh khiếu nại",
    "denunciation_handler": "Người xác minh tố cáo",
    "council_member": "Đại biểu Hội đồng nhân dân",
    "council_secretariat": "Văn phòng, thư ký của Hội đồng nhân dân",
    "business_admin": "Quản trị nghiệp vụ",
    "technical_admin": "Quản trị kỹ thuật",
    "ledger_auditor": "Người kiểm tra sổ cái",
    "api_client": "Hệ thống gửi dữ liệu",
}
