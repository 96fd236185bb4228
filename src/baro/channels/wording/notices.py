"""Words for notices and their letters: what is told of each kind, and what is refused."""

from baro.rules.judged.notices import OF_WORDS, SOON, Notice, NoticeKind
from baro.rules.judged.tasks.standing import SOON as TASK_SOON

SENTENCES: dict[str, str] = {
    "notice.gone": "Việc này không còn nữa, nên không cần ghi là đã biết.",
    "notice.known_already": "Thông báo này đã ghi là đã biết; nó trở lại khi có thêm việc mới, hoặc vào ngày đã hẹn.",
    "notice.no_reason": "Xin ghi lý do, hoặc việc sẽ làm.",
    "notice.next_in_past": "Ngày nhắc lại phải sau hôm nay; xin chọn một ngày khác, hoặc để trống.",
    "notice.next_too_far": "Ngày nhắc lại xa quá {days} ngày; xin chọn một ngày gần hơn, hoặc để trống.",
    "notice.mailed_already": "Thư của hôm nay đã gửi cho người này.",
    "mail.no_settings": "Chưa khai báo máy chủ thư: thêm bảng [mail] vào {file} (docs/how-to/notices-by-mail.md).",
    "mail.no_origin": "Chưa khai báo địa chỉ của Ba Rõ: thêm dòng origin vào {file}, để thư dẫn được tới trang.",
    "mail.unreachable": "Không gửi được qua máy chủ thư {host}:{port}: {reason}. Lần chạy sau gửi tiếp những thư chưa gửi.",
    "mail.refused": "Máy chủ thư không nhận thư gửi cho {name}: {reason}. Lần chạy sau sẽ gửi lại.",
    "mail.running": "Một lần gửi thông báo khác đang chạy; lần này dừng, không gửi gì.",
}
_TOLD = {
    NoticeKind.DOSSIERS_LATE: "hồ sơ chưa xong, đã quá hạn",
    NoticeKind.DOSSIERS_DUE: f"hồ sơ đến hạn trong {SOON} ngày làm việc tới",
    NoticeKind.QUESTIONS_LATE: "câu hỏi về dấu hiệu đã quá ngày trả lời",
    NoticeKind.QUESTIONS_ASKED: "câu hỏi về dấu hiệu chờ đơn vị giải trình",
    NoticeKind.QUESTIONS_ANSWERED: "câu hỏi của bạn đã được giải trình, chờ kết luận",
    NoticeKind.CONCLUSIONS_LATE: "kết luận giao ban chưa xong, đã quá hạn",
    NoticeKind.CONCLUSIONS_DUE: f"kết luận giao ban đến hạn trong {SOON} ngày làm việc tới",
    NoticeKind.TASKS_LATE: "nhiệm vụ được giao đã quá hạn",
    NoticeKind.TASKS_DUE: f"nhiệm vụ được giao đến hạn trong {TASK_SOON} ngày tới",
    NoticeKind.TASKS_TO_JUDGE: "nhiệm vụ chờ bạn nghiệm thu, gia hạn hoặc giao lại",
    NoticeKind.TASKS_OPEN: "nhiệm vụ được giao chờ thực hiện",
    NoticeKind.DIRECTIVES_NEW: "văn bản chỉ đạo đơn vị chưa ghi là đã nắm",
    NoticeKind.OPINIONS_ASKED: "dự thảo quy trình chờ đơn vị cho ý kiến",
}
LATE = frozenset(
    {NoticeKind.DOSSIERS_LATE, NoticeKind.QUESTIONS_LATE, NoticeKind.CONCLUSIONS_LATE, NoticeKind.TASKS_LATE}
)
SAID = frozenset(
    {
        NoticeKind.QUESTIONS_ASKED,
        NoticeKind.QUESTIONS_ANSWERED,
        NoticeKind.TASKS_TO_JUDGE,
        NoticeKind.TASKS_OPEN,
        *OF_WORDS,
    }
)
SLUGS = {
    NoticeKind.DOSSIERS_LATE: "ho-so-qua-han",
    NoticeKind.DOSSIERS_DUE: "ho-so-sap-den-han",
    NoticeKind.QUESTIONS_LATE: "cau-hoi-qua-han",
    NoticeKind.QUESTIONS_ASKED: "cau-hoi-cho-giai-trinh",
    NoticeKind.QUESTIONS_ANSWERED: "giai-trinh-cho-ket-luan",
    NoticeKind.CONCLUSIONS_LATE: "ket-luan-qua-han",
    NoticeKind.CONCLUSIONS_DUE: "ket-luan-sap-den-han",
    NoticeKind.TASKS_LATE: "nhiem-vu-qua-han",
    NoticeKind.TASKS_DUE: "nhiem-vu-sap-den-han",
    NoticeKind.TASKS_TO_JUDGE: "nhiem-vu-cho-tra-loi",
    NoticeKind.TASKS_OPEN: "nhiem-vu-cho-thuc-hien",
    NoticeKind.DIRECTIVES_NEW: "van-ban-chua-nam",
    NoticeKind.OPINIONS_ASKED: "du-thao-cho-y-kien",
}
"""How a kind stands in an address."""


def notice_told(notice: Notice) -> str:
    """Say a notice in one sentence without its full stop."""
    return f"{counted(notice.count)} {_TOLD[notice.kind]}"


def unit_told(unit: str, body: str) -> str:
    """Name a unit as the source writes it, with its body where several are told ("" if not)."""
    name = unit or "(không ghi đơn vị)"
    return f"{name}, {body}" if body else name


def fresh_told(notice: Notice) -> str:
    """Say why a notice that somebody knows of is back; "" for one that is told the first time."""
    if notice.known is None:
        return ""
    said = f"{counted(notice.fresh)} việc mới kể từ khi bạn ghi đã biết" if notice.fresh else ""
    return said or ("đến ngày nhắc lại" if notice.is_back else "")


def counted(n: int) -> str:
    """Write a count."""
    return f"{n:,}".replace(",", ".")
