"""A draft of a process in the demo, sent round and half answered. Made up."""

from baro.channels.demo.authority.organisation import DESK, REGISTRY
from baro.rules.observed.process_drafts import Opinion
from baro.rules.prescribed.places.city import LAND_OFFICE

ID, UNIT = "demo-du-thao-1", LAND_OFFICE
CODE, NAME = "QT-MẪU-DT1", "Quy trình nội bộ mẫu: bàn giao hồ sơ đã số hóa"
REASON = "Việc bàn giao hồ sơ đã số hóa chưa có quy trình, mỗi chi nhánh làm một cách (mẫu)."
ASKED = (REGISTRY, DESK)
SAID = (REGISTRY, Opinion.WANTS_CHANGES, "Đề nghị thêm bước kiểm đếm (mẫu).")
STEPS = (
    ("1", "Lập danh sách hồ sơ bàn giao", "Viên chức thụ lý", "1 ngày làm việc", "2"),
    ("2", "Kiểm tra bản số hóa", "Trưởng phòng", "1 ngày làm việc", "3"),
    ("3", "Ký biên bản bàn giao", "Giám đốc Chi nhánh", "1 ngày làm việc", "Kết thúc"),
)
HEAD = ("Bước", "Nội dung công việc", "Trách nhiệm thực hiện", "Thời gian thực hiện", "Bước tiếp theo")
