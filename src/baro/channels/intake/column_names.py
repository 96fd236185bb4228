"""Under which names the columns of a log are known, in Vietnamese and English; compared folded, whole, never in part.

Each role has tiers: a name of an earlier tier wins; two columns of one tier are an ambiguity that a person has to settle.
"""

from enum import StrEnum

from baro.rules.prescribed.folding import fold_words


class Role(StrEnum):
    """What a column of a log says."""

    CASE = "case"
    ACTIVITY = "activity"
    TIME = "time"
    ACTOR = "actor"
    UNIT = "unit"
    ROLE = "role"
    RECORDED_AT = "recorded_at"
    DUE = "due"
    DOCUMENT = "document"
    REASON = "reason"
    FILE = "file"
    SIGNED = "signed"
    COMPONENT = "component"
    LIFECYCLE = "lifecycle"
    APPLICANT = "applicant"
    CHANNEL = "channel"
    PROCEDURE = "procedure"
    LIMIT = "limit"
    CASE_UNIT = "case_unit"
    RECORDED_RECEIVED = "recorded_received"
    RECORDED_DUE = "recorded_due"
    RECORDED_ENDED = "recorded_ended"


REQUIRED = (Role.CASE, Role.ACTIVITY, Role.TIME)

NAMES: dict[Role, tuple[tuple[str, ...], ...]] = {
    Role.CASE: (
        ("case:concept:name", "Mã hồ sơ", "Mã số hồ sơ", "Số hồ sơ", "case id", "caseid"),
        ("Số biên nhận", "Mã biên nhận", "Hồ sơ", "Mã HS", "Số HS", "case", "dossier", "dossier code", "dossier id"),
    ),
    Role.ACTIVITY: (
        ("concept:name", "Bước", "Hoạt động", "Công việc", "Tên bước", "Bước xử lý", "activity"),
        ("Bước thực hiện", "Bước công việc", "Nội dung công việc", "Nội dung xử lý", "Thao tác", "Sự kiện", "Tác vụ",
         "activity name", "event", "task", "step"),
    ),
    Role.TIME: (
        ("time:timestamp", "Thời điểm", "Thời điểm thực hiện", "Thời điểm xử lý", "timestamp"),
        ("Thời gian", "Thời gian thực hiện", "Thời gian xử lý", "Ngày giờ", "Ngày thực hiện", "Ngày xử lý",
         "complete timestamp", "event time", "date time", "datetime", "time"),
        ("Thời điểm kết thúc", "Thời điểm hoàn thành", "end timestamp", "completed at"),
    ),
    Role.ACTOR: (
        ("org:resource", "Người thực hiện", "Người xử lý", "Cán bộ", "Cán bộ thực hiện", "Cán bộ xử lý", "Cán bộ thụ lý",
         "actor", "resource"),
        ("Công chức", "Công chức xử lý", "Nhân viên", "Họ tên cán bộ", "user", "officer"),
    ),
    Role.UNIT: (
        ("org:group", "Đơn vị", "Đơn vị thực hiện", "Đơn vị xử lý", "unit"),
        ("Phòng ban", "Phòng", "Cơ quan", "Cơ quan xử lý", "Bộ phận", "Chi nhánh", "department", "group"),
    ),
    Role.ROLE: (("org:role", "Chức danh", "Chức vụ", "Vai trò", "role"), ("Vị trí", "Vị trí việc làm", "position")),
    Role.RECORDED_AT: (
        ("Thời điểm ghi nhận", "Thời gian ghi nhận", "Thời điểm cập nhật", "Ngày ghi nhận", "recorded at"),
        ("Thời gian cập nhật", "Ngày cập nhật", "Thời điểm nhập liệu", "created at", "logged at"),
    ),
    Role.DUE: (
        ("Hạn xử lý", "Hạn giải quyết", "Hạn thực hiện", "duedate", "due date", "due"),
        ("Thời hạn xử lý đến", "Hạn bước", "Hạn của bước", "deadline"),
    ),
    Role.DOCUMENT: (
        ("Số văn bản", "Số phiếu", "Số hiệu văn bản", "document number", "document"),
        ("Văn bản", "Phiếu", "Số công văn"),
    ),
    Role.REASON: (("Lý do", "Nội dung lý do", "reason"), ("Nguyên nhân", "Lý do yêu cầu bổ sung", "Lý do từ chối")),
    Role.FILE: (
        ("Tệp kết quả", "Tệp đính kèm", "File kết quả", "File đính kèm", "attachment", "file"),
        ("Có tệp", "Tệp", "Kết quả điện tử", "has file"),
    ),
    Role.SIGNED: (("Ký số", "Đã ký số", "Chữ ký số", "signed", "digitally signed"),),
    Role.COMPONENT: (
        ("Thành phần bổ sung", "Giấy tờ bổ sung", "Thành phần hồ sơ bổ sung", "component"),
        ("Giấy tờ nộp thêm", "new component", "has component"),
    ),
    Role.LIFECYCLE: (("lifecycle:transition", "Trạng thái công việc", "lifecycle", "transition"),),
    Role.APPLICANT: (
        ("Người nộp", "Người nộp hồ sơ", "Tổ chức, cá nhân nộp hồ sơ", "case:applicant", "applicant"),
        ("Chủ hồ sơ", "Công dân", "Tên tổ chức, cá nhân", "Người yêu cầu"),
    ),
    Role.CHANNEL: (
        ("Kênh nộp", "Hình thức nộp", "Hình thức tiếp nhận", "Phương thức tiếp nhận", "case:channel", "channel"),
        ("Kênh", "Kênh tiếp nhận", "Phương thức nộp", "Cách thức nộp"),
    ),
    Role.PROCEDURE: (
        ("Mã thủ tục", "Mã TTHC", "case:procedure", "procedure", "procedure code"),
        ("Thủ tục", "Thủ tục hành chính", "TTHC", "Tên thủ tục"),
    ),
    Role.LIMIT: (
        ("Thời hạn giải quyết", "Thời hạn", "Tổng thời hạn", "case:limit", "limit"),
        ("Thời gian giải quyết", "Số ngày giải quyết", "Thời hạn theo quy định", "time limit"),
    ),
    Role.CASE_UNIT: (
        ("Đơn vị giải quyết", "Cơ quan giải quyết", "Đơn vị thụ lý", "case:group", "case:org:group", "case unit"),
        ("Đơn vị chủ trì", "Đơn vị tiếp nhận", "case:unit", "case:department"),
    ),
    Role.RECORDED_RECEIVED: (
        ("Ngày tiếp nhận", "Ngày nhận hồ sơ", "Thời điểm tiếp nhận", "case:startdate", "received at", "start date"),
        ("Ngày nhận", "Ngày tiếp nhận hồ sơ", "Thời gian tiếp nhận", "case:received", "received date"),
    ),
    Role.RECORDED_DUE: (
        ("Ngày hẹn trả", "Ngày hẹn trả kết quả", "Hẹn trả", "Hạn trả", "Hạn trả kết quả", "case:deadline", "case:due"),
        ("Thời điểm hẹn trả", "Thời gian hẹn trả", "Ngày đến hạn", "promised date"),
    ),
    Role.RECORDED_ENDED: (
        ("Ngày có kết quả", "Ngày kết thúc", "Thời điểm có kết quả", "case:enddate", "end date", "ended at"),
        ("Ngày hoàn thành", "Ngày giải quyết xong", "Ngày trả kết quả", "case:ended", "finished at"),
    ),
}  # fmt: skip

FOLDED: dict[Role, tuple[frozenset[str], ...]] = {
    role: tuple(frozenset(map(fold_words, tier)) for tier in tiers) for role, tiers in NAMES.items()
}

TITLES: dict[Role, str] = {
    Role.CASE: "mã hồ sơ",
    Role.ACTIVITY: "bước (hoạt động)",
    Role.TIME: "thời điểm",
    Role.ACTOR: "người thực hiện",
    Role.UNIT: "đơn vị thực hiện",
    Role.ROLE: "chức danh",
    Role.RECORDED_AT: "thời điểm ghi nhận",
    Role.DUE: "hạn xử lý sau sự kiện",
    Role.DOCUMENT: "số văn bản",
    Role.REASON: "lý do",
    Role.FILE: "tệp kết quả",
    Role.SIGNED: "ký số",
    Role.COMPONENT: "thành phần bổ sung",
    Role.LIFECYCLE: "trạng thái của bước",
    Role.APPLICANT: "người nộp",
    Role.CHANNEL: "kênh nộp",
    Role.PROCEDURE: "thủ tục",
    Role.LIMIT: "thời hạn giải quyết",
    Role.CASE_UNIT: "đơn vị giải quyết hồ sơ",
    Role.RECORDED_RECEIVED: "ngày tiếp nhận",
    Role.RECORDED_DUE: "ngày hẹn trả",
    Role.RECORDED_ENDED: "ngày có kết quả",
}
