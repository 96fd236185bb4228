"""The second work of the demo's communes: six steps in ten days in most, and elsewhere what is planted here, and nothing else.

Synthetic: no commune has such a process. The truth that the harmoniser must find stands beside each variant.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class DraftStep:
    """A step with its limit in working days (None: told for none)."""

    activity: str
    role: str
    limit: int | None
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedVariant:
    """A variant: which communes have it (by place; none: all others), its steps and total (working days), and how it differs
    from the usual one, by kind (names of `DifferenceKind`) and activity ("" where no step is meant)."""

    name: str
    communes: Sequence[int]
    steps: tuple[DraftStep, ...]
    total: int
    differences: tuple[tuple[str, str], ...]


RECEIVE = DraftStep("Tiếp nhận yêu cầu", "Văn thư", 1, "received")
ASSIGN = DraftStep("Phân công xử lý", "Chủ tịch UBND xã", 1, "assigned")
APPRAISE = DraftStep("Thẩm định", "Công chức chuyên môn", 4)
CONSULT = DraftStep("Lấy ý kiến", "Công chức chuyên môn", 2)
SIGN = DraftStep("Ký duyệt", "Chủ tịch UBND xã", 1, "approved")
RELEASE = DraftStep("Phát hành kết quả", "Văn thư", 1, "released")
USUAL = (RECEIVE, ASSIGN, APPRAISE, CONSULT, SIGN, RELEASE)
CHECK = DraftStep("Kiểm tra thể thức", "Văn thư", 1)

PLANTED: tuple[PlantedVariant, ...] = (
    PlantedVariant(name="số đông", communes=(), steps=USUAL, total=10, differences=()),
    PlantedVariant(
        name="không lấy ý kiến", communes=(1, 6, 10, 14, 20), total=8, steps=(RECEIVE, ASSIGN, APPRAISE, SIGN, RELEASE),
        differences=(("MISSING", "Lấy ý kiến"), ("OTHER_TOTAL", "")),
    ),
    PlantedVariant(
        name="thẩm định lâu", communes=(3, 17), total=12,
        steps=(RECEIVE, ASSIGN, replace(APPRAISE, limit=6), CONSULT, SIGN, RELEASE),
        differences=(("OTHER_LIMIT", "Thẩm định"), ("OTHER_TOTAL", "")),
    ),
    PlantedVariant(
        name="lấy ý kiến trước khi phân công", communes=(8, 12), total=10, steps=(RECEIVE, CONSULT, ASSIGN, APPRAISE, SIGN, RELEASE),
        differences=(("MOVED", "Lấy ý kiến"),),
    ),
    PlantedVariant(
        name="phó chủ tịch ký", communes=(5,), total=10,
        steps=(RECEIVE, ASSIGN, APPRAISE, CONSULT, replace(SIGN, role="Phó Chủ tịch UBND xã"), RELEASE),
        differences=(("OTHER_ROLE", "Ký duyệt"),),
    ),
    PlantedVariant(
        name="kiểm tra thể thức", communes=(16,), total=11, steps=(RECEIVE, ASSIGN, APPRAISE, CONSULT, SIGN, CHECK, RELEASE),
        differences=(("ADDED", "Kiểm tra thể thức"), ("OTHER_TOTAL", "")),
    ),
    PlantedVariant(
        name="gọi tên khác", communes=(21,), total=10,
        steps=(RECEIVE, ASSIGN, APPRAISE, CONSULT, replace(SIGN, activity="Phê duyệt, ký ban hành"), RELEASE),
        differences=(("OTHER_NAME", "Ký duyệt"),),
    ),
    PlantedVariant(
        name="ba bước trong bốn ngày", communes=(18,), total=4, steps=(RECEIVE, replace(APPRAISE, limit=2), RELEASE),
        differences=(
            ("MISSING", "Phân công xử lý"), ("OTHER_LIMIT", "Thẩm định"), ("MISSING", "Lấy ý kiến"), ("MISSING", "Ký duyệt"),
            ("OTHER_TOTAL", ""),
        ),
    ),
)  # fmt: skip
"""The usual variant first."""


def variant_of(place: int) -> PlantedVariant:
    """The variant of a commune, by its place."""
    return next((one for one in PLANTED if place in one.communes), PLANTED[0])
