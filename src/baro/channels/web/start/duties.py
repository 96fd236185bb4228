"""What each role does in Ba Rõ, in one sentence: the first thing that somebody new wants to know."""

from baro.rules.prescribed.policy.roles import Role

DUTIES: dict[Role, str] = {
    Role.INTAKE: "Tiếp nhận hồ sơ, trả kết quả và xem hồ sơ của đơn vị.",
    Role.CASE_OFFICER: "Thụ lý hồ sơ được giao, trả lời các dấu hiệu và câu hỏi về hồ sơ ấy.",
    Role.DIVISION_HEAD: "Phân công, theo dõi hồ sơ của phòng và giải trình thay phòng.",
    Role.UNIT_HEAD: "Quyết định, ký báo cáo và chịu trách nhiệm về hồ sơ của đơn vị và các đơn vị trực thuộc.",
    Role.CLERK: "Vào sổ và nhập dữ liệu của đơn vị.",
    Role.TTHC_CONTROL: "Kiểm soát thủ tục hành chính: nhập dữ liệu, xem hồ sơ, phê duyệt quy trình, đặt câu hỏi.",
    Role.INSPECTOR: "Xem hồ sơ, quy trình của đơn vị được kiểm tra và ghi kết quả kiểm tra.",
    Role.INSPECTION_LEAD: "Lập kế hoạch, kết luận kiểm tra; xem hồ sơ, quy trình của đơn vị được kiểm tra.",
    Role.PERSONNEL_DISCIPLINE: "Giữ hồ sơ cán bộ, chuẩn bị việc xem xét kỷ luật.",
    Role.CITIZEN_RECEPTION: "Tiếp công dân, nhận đơn và vào sổ.",
    Role.COMPLAINT_HANDLER: "Xác minh những vụ khiếu nại được giao.",
    Role.DENUNCIATION_HANDLER: "Xác minh những vụ tố cáo được giao; người ngoài không biết vụ việc có tồn tại.",
    Role.COUNCIL_MEMBER: "Giám sát: xem số liệu, báo cáo, kết quả kiểm tra và đặt câu hỏi; không xem từng hồ sơ, không sửa gì.",
    Role.COUNCIL_SECRETARIAT: "Giúp việc giám sát: giữ hồ sơ cuộc giám sát, xuất số liệu, làm chứng cho sổ cái.",
    Role.BUSINESS_ADMIN: "Giữ danh mục cơ quan, cán bộ, tài khoản, vai trò; không xem hồ sơ.",
    Role.TECHNICAL_ADMIN: "Vận hành máy chủ, sao lưu; không xem hồ sơ.",
    Role.LEDGER_AUDITOR: "Kiểm tra sổ cái không bị sửa và ai đã được cấp quyền.",
    Role.API_CLIENT: "Gửi dữ liệu của hệ thống nguồn.",
    Role.API_READER: "Hệ thống khác đọc hồ sơ, số liệu, danh mục thủ tục, quy trình, quy chế phối hợp qua API; không có tên người trong hồ sơ.",
}
