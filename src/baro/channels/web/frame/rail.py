"""The rail at the left: by question, only what exists and what the person may open."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from baro.channels.web.frame.waiting import waiting
from baro.desk import permission


@dataclass(frozen=True, slots=True)
class Stop:
    """A name on the rail, the route it opens, its drawing in icons.svg, what the policy must allow, and for the start page
    what somebody finds behind it, and what besides if they may record there."""

    name: str
    route: str
    icon: str
    operation: str = ""
    told: str = ""
    recording: str = ""
    told_recording: str = ""


@dataclass(frozen=True, slots=True)
class ShownStop:
    """A stop as the template draws it; `waiting`: so many behind it have not been seen to."""

    name: str
    address: str
    icon: str
    lit: bool
    told: str
    waiting: int = 0


NOTICES = "notices"
STOPS = (
    Stop("Tổng quan", "start", "overview"),
    Stop(
        "Việc của tôi",
        "my_work",
        "work",
        told="Hồ sơ quá hạn, đến hạn hôm nay và trong tuần; câu hỏi, kết luận giao ban chờ bạn.",
    ),
    Stop(
        "Thông báo",
        NOTICES,
        "notice",
        "notice.read",
        told="Việc sắp đến hạn, đã quá hạn, câu hỏi và giải trình mới; ghi là đã biết và ngày nhắc lại.",
    ),
    Stop(
        "Hồ sơ",
        "dossiers",
        "dossier",
        "dossier.read",
        told="Tìm hồ sơ theo tình trạng, đơn vị, dấu hiệu; mở từng hồ sơ để xem vì sao ra ngày hẹn, ai đã giữ.",
    ),
    Stop(
        "Sổ hồ sơ",
        "books",
        "letter",
        "dossier.read",
        told="Hồ sơ của đơn vị chưa có phần mềm một cửa, ghi từng bước tại đây.",
        recording="dossier.receive",
        told_recording="Tiếp nhận hồ sơ, cấp mã, in giấy hẹn; ghi từng bước, mẫu phiếu theo ngày có hiệu lực.",
    ),
    Stop(
        "Câu hỏi",
        "signal_questions",
        "question",
        "signal.read",
        told="Dấu hiệu đã hỏi đơn vị: chờ giải trình, chờ kết luận, đã kết luận.",
    ),
    Stop(
        "Quy trình",
        "processes",
        "process",
        "process.read",
        told="Quy trình đã phê duyệt của từng cơ quan: quyết định, các bước, nơi còn thiếu, điểm cần hỏi lại.",
        recording="process.approve",
        told_recording="Ghi quy trình đã phê duyệt, công bố, sửa đổi, bãi bỏ; xem nơi còn thiếu, điểm cần hỏi lại.",
    ),
    Stop(
        "Liên thông",
        "joint",
        "joint",
        "joint.read",
        told="Hồ sơ nhiều cơ quan cùng giải quyết: đang ở chặng nào, chặng nào chưa được xác nhận, chậm ở đâu.",
        recording="joint.work",
        told_recording="Mở hồ sơ liên thông; gửi, xác nhận, trả lời từng chặng; xem chậm ở cơ quan nào.",
    ),
    Stop(
        "Nhiệm vụ",
        "tasks",
        "task",
        "task.read",
        told="Việc được giao theo văn bản chỉ đạo: đang ở đơn vị nào, chậm mấy ngày, phải làm lại mấy lần.",
        recording="task.assign",
        told_recording="Giao nhiệm vụ, giao người thực hiện, gia hạn, nghiệm thu; xem chỉ đạo đi đến đơn vị nào.",
    ),
    Stop(
        "Phối hợp",
        "coordination",
        "partners",
        "coordination.read",
        told="Quy chế phối hợp: bên nào làm việc gì cho bên nào, trong bao lâu; lần nào muộn, lần nào chưa thực hiện.",
        recording="coordination.work",
        told_recording="Ghi yêu cầu, thực hiện theo quy chế phối hợp; xem lần nào muộn, lần nào chưa thực hiện.",
    ),
    Stop(
        "Kiến nghị",
        "upwards",
        "upward",
        "upward.read",
        told="Kiến nghị với cấp trên: về việc gì, đang ở cơ quan nào, đã chờ bao lâu, đã trả lời chưa.",
        recording="upward.work",
        told_recording="Ghi kiến nghị với cấp trên, việc chuyển, trả lời; xem đang chờ cơ quan nào, bao lâu.",
    ),
    Stop(
        "Số hóa",
        "digitisation",
        "dossier",
        "figure.read",
        told="Kết quả, thành phần hồ sơ đã số hóa theo đơn vị và tháng; còn nợ bao nhiêu, của hồ sơ nào.",
    ),
    Stop(
        "Giao ban",
        "briefing",
        "briefing",
        "dossier.read",
        told="Mỗi đơn vị trong tuần: tiếp nhận, xong, xong trễ, còn tồn, tồn quá hạn và ai đang giữ.",
    ),
    Stop("Đơn thư", "petitions", "letter", "petition.read"),
    Stop("Kiểm tra", "inspections", "inspection", "inspection.read"),
    Stop("Giám sát", "supervision", "supervision", "supervision.read"),
    Stop("Chỉ số", "indicators", "indicator", "figure.read"),
    Stop("Báo cáo", "reports", "report", "report.read"),
    Stop(
        "Nhập dữ liệu",
        "imports",
        "import",
        "import.read",
        told="Xem các lần nhập và biên bản đối soát.",
        recording="import.try",
        told_recording="Nhập tệp hồ sơ, kiểm tra trước khi nhận, đối soát với bên gửi.",
    ),
    Stop(
        "Đề nghị hai người",
        "proposals",
        "proposal",
        "proposal.make",
        told="Việc cần người thứ hai: đề nghị của bạn, đề nghị chờ bạn, đề nghị đã xong.",
    ),
    Stop(
        "Quyền",
        "grants",
        "key",
        "grant.read",
        told="Ai giữ vai trò gì, ở đơn vị nào, từ ngày nào, theo quyết định nào.",
    ),
    Stop(
        "Danh mục thủ tục",
        "procedures",
        "report",
        "catalogue.read",
        told="Thủ tục hành chính đang công bố: thời hạn theo cách nộp, căn cứ, và những điểm cần hỏi lại.",
        recording="catalogue.record",
        told_recording="Giữ danh mục thủ tục: nhập tệp của cổng quốc gia, xem bản nào đổi gì, điểm nào cần hỏi lại.",
    ),
    Stop(
        "Tổ chức, nhân sự",
        "organisation",
        "organisation",
        "organisation.read",
        told="Xem đơn vị nào, cấp trên nào, ai đứng đầu ở một ngày bất kỳ.",
        recording="organisation.record",
        told_recording="Giữ danh mục đơn vị, cán bộ: lập, sáp nhập, bổ nhiệm, ủy quyền, nhập bằng bảng tính.",
    ),
)


def rail(request: HttpRequest) -> list[ShownStop]:
    """Give the stops this person sees now."""
    return [shown for stop in STOPS if _may(request, stop.operation) and (shown := _shown(stop, request)) is not None]


def _may(request: HttpRequest, operation: str) -> bool:
    asker = getattr(request, "asker", None)
    return not operation or (asker is not None and permission.allows(asker, operation))


def _shown(stop: Stop, request: HttpRequest) -> ShownStop | None:
    try:
        address = reverse(stop.route)
    except NoReverseMatch:  # the area is not built yet
        return None
    lit = request.path == address or (address != "/" and request.path.startswith(address))
    told = stop.told_recording if stop.recording and _may(request, stop.recording) else stop.told
    return ShownStop(stop.name, address, stop.icon, lit, told, waiting(request) if stop.route == NOTICES else 0)
