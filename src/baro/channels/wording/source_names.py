"""Words for the names that sources write: how like they are, what was said of them, and what is refused."""

from baro.rules.prescribed.name_matches import NameKind, Outcome
from baro.rules.prescribed.name_proposals import Likeness

SENTENCES: dict[str, str] = {
    "name.no_body": "Không có đơn vị nào như đã chọn cho tên “{name}”; xin chọn trong danh sách gợi ý.",
    "name.no_person": "Không có cán bộ nào của cơ quan gửi dữ liệu, hay của đơn vị trực thuộc, như đã chọn cho tên “{name}”; xin ghi chức vụ của người ấy trước.",
    "name.own": "Không tự nói tên “{name}” là của chính mình; xin người kiểm soát khác ghép tên này.",
    "name.no_reason": "Tên “{name}” đã ghép trước đây; đổi thì xin ghi lý do.",
    "name.unknown": "Nguồn này không viết tên “{name}”; xin tải lại danh sách.",
    "name.no_sheet": "Không trang nào của tệp có các cột “Loại tên”, “Tên trong dữ liệu”, “Ghép với”; xin dùng tệp tải về từ trang này.",
    "name.nothing": "Chưa chọn tên nào để ghi.",
    "name.too_many": "Mỗi lần ghi nhiều nhất {most} tên; xin ghi làm nhiều lần.",
}
LIKENESS = {
    Likeness.EXACT: "trùng tên",
    Likeness.FOLDED: "trùng tên, khác dấu hoặc chữ hoa",
    Likeness.ABBREVIATED: "trùng tên khi viết đủ chữ tắt",
}
KINDS = {NameKind.UNIT: "Tên đơn vị", NameKind.PERFORMER: "Tên người làm"}
OUTCOMES = {Outcome.OURS: "đã ghép", Outcome.NOT_OURS: "không thuộc cơ quan", Outcome.OPEN: "chưa ghép"}
SHEET = "Tên trong dữ liệu"
TITLES = (
    "Loại tên", "Tên trong dữ liệu", "Đơn vị ghi kèm", "Số hồ sơ", "Ghép với", "Đề nghị", "Vì sao đề nghị", "Từ ngày",
)  # fmt: skip
NOT_OURS = "không thuộc cơ quan"
