"""The synthetic office: procedures, steps, roles, units and staff. All names are plainly fictional.

Limits have the shape of the published catalogue of agriculture and environment (2026): 1 to 15 working days.
"""

from dataclasses import dataclass

LABEL = "DỮ LIỆU TỔNG HỢP (không có thật)"

ROLE_DESK = "Cán bộ Một cửa"
ROLE_SECTION_HEAD = "Lãnh đạo phòng"
ROLE_APPRAISER = "Cán bộ thụ lý"
ROLE_SURVEYOR = "Cán bộ bản đồ"
ROLE_BRANCH_HEAD = "Lãnh đạo chi nhánh"
ROLE_CLERK = "Văn thư"
ROLE_TAX = "Cán bộ thuế"
TAX_UNIT = "Cơ quan thuế (mẫu)"

# How many people of each role a branch has.
STAFF = (
    (ROLE_DESK, 3),
    (ROLE_SECTION_HEAD, 1),
    (ROLE_APPRAISER, 7),
    (ROLE_SURVEYOR, 2),
    (ROLE_BRANCH_HEAD, 1),
    (ROLE_CLERK, 1),
)
PEOPLE_PER_BRANCH = sum(n for _, n in STAFF)


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of event of the synthetic office: the label written, who does it, the dossier event it records."""

    label: str
    role: str
    kind: str


ACTS: dict[str, Act] = {
    "received": Act("Tiếp nhận hồ sơ", ROLE_DESK, "RECEIVED"),
    "transferred": Act("Chuyển hồ sơ", ROLE_DESK, "TRANSFERRED"),
    "assigned": Act("Phân công thụ lý", ROLE_SECTION_HEAD, "ASSIGNED"),
    "appraised": Act("Thẩm định hồ sơ", ROLE_APPRAISER, ""),
    "asked": Act("Yêu cầu bổ sung hồ sơ", ROLE_APPRAISER, "SUPPLEMENT_REQUESTED"),
    "supplied": Act("Nhận hồ sơ bổ sung", ROLE_DESK, "SUPPLEMENT_RECEIVED"),
    "tax_sent": Act("Lấy ý kiến cơ quan thuế", ROLE_APPRAISER, "CONSULTED"),
    "tax_answered": Act("Nhận ý kiến cơ quan thuế", ROLE_TAX, "ANSWERED"),
    "mapped": Act("Chỉnh lý bản đồ", ROLE_SURVEYOR, ""),
    "apologised": Act("Xin lỗi và hẹn lại ngày trả", ROLE_DESK, "EXTENDED"),
    "refused": Act("Từ chối giải quyết", ROLE_APPRAISER, "REFUSED"),
    "submitted": Act("Trình ký", ROLE_APPRAISER, ""),
    "signed": Act("Ký duyệt", ROLE_BRANCH_HEAD, "APPROVED"),
    "released": Act("Có kết quả", ROLE_CLERK, "RELEASED"),
    "digitised": Act("Số hóa kết quả", ROLE_CLERK, "DIGITISED"),
    "returned": Act("Trả kết quả", ROLE_DESK, "RETURNED"),
    "reopened": Act("Mở lại hồ sơ", ROLE_CLERK, "REOPENED"),
    "stray": Act("Kiểm tra ngoài quy trình", ROLE_APPRAISER, ""),
}


@dataclass(frozen=True, slots=True)
class Procedure:
    """A synthetic procedure: catalogue code and short name, total limit in working days, and each step's limit.

    `limits` maps an act to working days; acts absent from it are not part of the process. Steps sum to the total.
    """

    code: str
    name: str
    total: int
    limits: dict[str, int]
    share: float


def _limits(assigned: int, appraised: int, tax: int | None, mapped: int | None, signed: int) -> dict[str, int]:
    days = {"received": 0, "transferred": 0, "assigned": assigned, "appraised": appraised}
    if tax is not None:
        days |= {"tax_sent": 0, "tax_answered": tax}
    if mapped is not None:
        days["mapped"] = mapped
    return days | {"submitted": 1 if signed else 0, "signed": signed, "released": 0 if tax is None else 1}


PROCEDURES: tuple[Procedure, ...] = (
    Procedure("1.012783", "Cấp đổi Giấy chứng nhận quyền sử dụng đất", 15, _limits(1, 5, 5, 1, 1), 0.16),
    Procedure("1.012784", "Tách thửa hoặc hợp thửa đất", 12, _limits(1, 2, 5, 1, 1), 0.12),
    Procedure("1.013833", "Đăng ký biến động do đổi tên, đổi thông tin", 10, _limits(1, 5, None, 2, 1), 0.22),
    Procedure("1.013995", "Đăng ký tài sản gắn liền với đất", 8, _limits(1, 4, None, 1, 1), 0.18),
    Procedure("1.012766", "Xóa đăng ký thuê, cho thuê lại đất", 3, _limits(0, 1, None, None, 1), 0.20),
    Procedure("1.013988", "Xóa ghi nợ tiền sử dụng đất", 1, _limits(0, 1, None, None, 0), 0.12),
)


def branch_name(number: int) -> str:
    """Name a branch so that nobody takes it for a real one."""
    return f"Chi nhánh mẫu số {number + 1:02d}"


def person_name(branch: int, seat: int) -> str:
    """Name a person so that nobody takes them for a real one."""
    return f"Nhân sự mẫu {branch + 1:03d}-{seat + 1:02d}"


def former_person_name(branch: int) -> str:
    """Name the branch's former leader, whose post ended before the year began."""
    return f"Nhân sự mẫu {branch + 1:03d}-00"


def seats_of(role: str) -> range:
    """Give the seats of a branch that hold a role."""
    start = 0
    for name, count in STAFF:
        if name == role:
            return range(start, start + count)
        start += count
    return range(0)
