"""Words for targets: what came of them, and what is refused."""

from baro.rules.judged.targets import TargetResult
from baro.rules.observed.targets import Direction

SENTENCES: dict[str, str] = {
    "target.no_name": "Chưa ghi tên chỉ tiêu.",
    "target.no_unit": "Chưa ghi đơn vị tính.",
    "target.ends_before_start": "Kỳ kết thúc trước khi bắt đầu.",
    "target.no_document": "Chưa ghi văn bản điều chỉnh.",
    "target.same_plan": "Kế hoạch đã là số này.",
    "target.outside_period": "Ngày này ngoài kỳ của chỉ tiêu, từ {first} đến {last}.",
    "target.in_future": "Ngày này ở sau hôm nay.",
    "target.no_source": "Chưa ghi nguồn số liệu.",
    "target.reported_already": "Chỉ tiêu đã có báo cáo nên không rút được; hãy điều chỉnh kế hoạch.",
    "target.no_reason": "Chưa ghi lý do.",
    "target.withdrawn": "Chỉ tiêu này đã rút.",
}
RESULTS = {
    TargetResult.EXCEEDED: "Vượt",
    TargetResult.MET: "Đạt",
    TargetResult.MISSED: "Không đạt",
    TargetResult.UNDER_WAY: "Chưa hết kỳ",
    TargetResult.UNREPORTED: "Chưa báo cáo hết kỳ",
}
STATES = {
    TargetResult.EXCEEDED: "done_on_time",
    TargetResult.MET: "done_on_time",
    TargetResult.MISSED: "late",
    TargetResult.UNDER_WAY: "on_time",
    TargetResult.UNREPORTED: "unknown",
}
DIRECTIONS = {
    Direction.UP: "càng cao càng tốt",
    Direction.DOWN: "càng thấp càng tốt",
}
