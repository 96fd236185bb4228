"""Words for the register of processes: kinds, faults, and what helps."""

from baro.rules.judged.registered.lints import RegisterLint
from baro.rules.prescribed.work_processes import RegisterKind

KINDS: dict[RegisterKind, str] = {
    RegisterKind.INTERNAL: "Công việc nội bộ (ngoài TTHC)",
    RegisterKind.PROCEDURE: "Quy trình nội bộ giải quyết TTHC",
    RegisterKind.ADMINISTRATIVE: "TTHC nội bộ",
    RegisterKind.LINKED: "Liên thông",
}
LINTS: dict[RegisterLint, str] = {
    RegisterLint.NO_STEPS: "Chưa có bảng bước",
    RegisterLint.STEP_WITHOUT_ROLE: "Bước không ghi ai làm",
    RegisterLint.STEP_WITHOUT_LIMIT: "Bước không ghi thời hạn",
    RegisterLint.SUM_DIFFERS: "Cộng các bước khác thời hạn chung",
    RegisterLint.ROLE_GONE: "Chức danh không còn ở cơ quan",
    RegisterLint.NOT_PUBLISHED: "Chưa công bố",
    RegisterLint.REVIEW_PAST: "Quá hạn rà soát",
    RegisterLint.BASIS_REPEALED: "Căn cứ đã hết hiệu lực",
    RegisterLint.LIMITS_DIFFER: "Cùng việc, thời hạn khác nhau giữa các cơ quan",
    RegisterLint.NEVER_USED: "Chưa từng dùng",
    RegisterLint.BODY_GONE: "Cơ quan ban hành không còn",
}
REMEDIES: dict[RegisterLint, str] = {
    RegisterLint.NO_STEPS: "Gửi bảng bước (XLSX, CSV hoặc BPMN) bằng một bản sửa đổi, để tính hạn và đối chiếu được.",
    RegisterLint.STEP_WITHOUT_ROLE: "Ghi chức danh, bộ phận chịu trách nhiệm cho từng bước ở bản sửa đổi.",
    RegisterLint.STEP_WITHOUT_LIMIT: "Ghi thời hạn từng bước, hoặc nêu rõ thời hạn chung ở bản sửa đổi.",
    RegisterLint.SUM_DIFFERS: "Xem lại thời hạn các bước hoặc thời hạn chung: cái nào đúng theo quyết định.",
    RegisterLint.ROLE_GONE: "Sửa chức danh theo tổ chức hiện nay, hoặc bổ sung chức vụ còn thiếu vào danh sách nhân sự.",
    RegisterLint.NOT_PUBLISHED: "Công bố, niêm yết, rồi ghi ngày, nơi công bố và bằng chứng.",
    RegisterLint.REVIEW_PAST: "Rà soát và ghi kết quả: giữ nguyên thì ban hành bản mới cùng nội dung với hạn rà soát mới.",
    RegisterLint.BASIS_REPEALED: "Đối chiếu với văn bản thay thế và sửa căn cứ; nội dung có thể phải đổi theo.",
    RegisterLint.LIMITS_DIFFER: "So hai quy trình, thống nhất thời hạn hoặc nêu lý do khác nhau.",
    RegisterLint.NEVER_USED: "Hỏi đơn vị: việc không phát sinh, làm mà không ghi, hay làm theo cách khác.",
    RegisterLint.BODY_GONE: "Cơ quan kế thừa rà soát: áp dụng tiếp, sửa đổi hay bãi bỏ.",
}
STEP_TITLES = {
    "no": "Bước",
    "activity": "Nội dung công việc",
    "role": "Trách nhiệm thực hiện",
    "limit": "Thời gian thực hiện",
    "outputs": "Kết quả",
    "forms": "Biểu mẫu",
    "coordinating_unit": "Cơ quan phối hợp",
    "approver_role": "Người kiểm soát/ký",
    "following": "Bước tiếp theo",
    "waits": "Chờ các bước",
    "kind": "Loại sự kiện",
}
"""The columns of a step table as they are written."""
