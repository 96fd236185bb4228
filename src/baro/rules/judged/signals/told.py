"""The red flags as a document (Vietnamese, Markdown): what is asked, when, on what ground, and what may deceive."""

from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.judged.signals.signal import Severity, Signal

SEVERITY_WORDS = {
    Severity.NOTE: "lưu ý",
    Severity.MINOR: "nhẹ",
    Severity.MAJOR: "đáng kể",
    Severity.SERIOUS: "nghiêm trọng",
}
PARAMETER_WORDS = {
    "lead_days": ("gửi trước ngày hết hạn", "ngày"),
    "max_extensions": ("số lần hẹn lại cho phép", "lần"),
    "max_requests": ("số lần yêu cầu cho phép", "lần"),
    "serious_above": ("nghiêm trọng khi trên", "lần"),
    "max_days": ("tối đa", "ngày làm việc"),
    "last_days": ("phần cuối của thời hạn", "ngày làm việc"),
    "last_percent": ("hoặc phần cuối của thời hạn", "%"),
    "min_limit_days": ("chỉ xét thời hạn từ", "ngày làm việc"),
    "max_percent_of_limit": ("độ dài tối đa, so với thời hạn", "%"),
    "tolerance_days": ("dung sai", "ngày làm việc"),
    "min_closings": ("từ", "hồ sơ"),
    "window_minutes": ("trong", "phút"),
    "evening_from": ("nhận cuối ngày là từ", "giờ"),
    "morning_until": ("đầu giờ hôm sau là đến", "giờ"),
    "min_steps": ("từ", "sự kiện"),
    "days_before_due": ("trước hạn", "ngày"),
    "min_cases": ("từ", "hồ sơ"),
    "within_days": ("trong", "ngày"),
}
NEED_WORDS = {
    "actor": "người thực hiện",
    "recorded_at": "thời điểm ghi nhận",
    "due": "hạn hiển thị theo sự kiện",
    "document": "số văn bản, phiếu",
    "reason": "lý do",
    "file": "tệp kết quả",
    "signed": "ký số",
    "component": "thành phần bổ sung",
    "applicant": "người nộp",
    "procedure": "thủ tục",
    "recorded_due": "ngày hẹn trả",
    "dossier_code": "mã hồ sơ theo cấu trúc",
    "competence": "danh sách đơn vị, chức danh để xét thẩm quyền",
    "SUPPLEMENT_REQUESTED": "bước yêu cầu bổ sung",
    "SUPPLEMENT_RECEIVED": "bước nhận bổ sung",
    "TRANSFERRED": "bước chuyển hồ sơ",
    "CONSULTED": "bước lấy ý kiến",
    "PAUSED": "bước tạm dừng",
    "EXTENDED": "bước gia hạn, hẹn lại",
    "APOLOGISED": "bước xin lỗi",
    "REFUSED": "bước từ chối",
    "WITHDRAWN": "bước rút hồ sơ",
    "STOPPED": "bước dừng giải quyết",
    "RELEASED": "bước có kết quả",
    "RETURNED": "bước trả kết quả",
    "REOPENED": "bước mở lại",
    "DIGITISED": "bước số hóa",
}
_HEAD = """# Dấu hiệu cần hỏi

Mỗi dấu hiệu là một **câu hỏi gửi đơn vị**, không phải kết luận về ai. Đơn vị giải trình, người giám sát kết luận. Quy tắc
phát hiện và ngưỡng là đề xuất, không phải luật; chỗ ghi "(mặc định, chưa kiểm chứng)" phải được kiểm tra trước khi dùng chính
thức. Nhật ký thiếu dữ liệu cần cho một dấu hiệu thì dấu hiệu đó được ghi là "chưa kiểm tra", không phải "không có".

Bảng này được sinh từ mã nguồn; không sửa tay.

| Mã | Tên | Câu hỏi | Quy tắc | Tham số | Mức | Nghĩa vụ và căn cứ | Dễ nhầm khi | Cần có trong nhật ký |
|---|---|---|---|---|---|---|---|---|
"""


def parameters_told(signal: Signal) -> str:
    """Give a signal's parameters as words: "tối đa 3 ngày làm việc"."""
    return "; ".join(_parameter(key, value) for key, value in signal.parameters.items()) or "–"


def need_told(need: str) -> str:
    """Give a need of a signal as words; "A|B" is either."""
    return " hoặc ".join(NEED_WORDS[name] for name in need.split("|"))


def rule_told(signal: Signal) -> str:
    """Give a signal's rule with its default parameters in place."""
    return signal.rule.format(**signal.parameters)


def question_told(signal: Signal, case: str, amount: int) -> str:
    """Give the question about one case."""
    return signal.question.format(case=case, amount=amount, **signal.parameters)


def document() -> str:
    """Give the whole document."""
    return _HEAD + "".join(_row(signal) for signal in SIGNALS)


def _parameter(key: str, value: int) -> str:
    label, unit = PARAMETER_WORDS[key]
    return f"{label} {value} {unit} (`{key}`)"


def _row(signal: Signal) -> str:
    question = signal.question.format(case="…", amount="…", **signal.parameters)
    cells = (
        signal.code,
        signal.name,
        question,
        rule_told(signal),
        parameters_told(signal),
        SEVERITY_WORDS[signal.severity],
        f"{signal.duty}. {signal.article}",
        signal.false_positives,
        "; ".join(map(need_told, sorted(signal.needs))) or "–",
    )
    return "| " + " | ".join(cells) + " |\n"
