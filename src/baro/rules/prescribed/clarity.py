"""The slogans of clarity ("3 rõ", "5 rõ", "6 rõ") as criteria: what each asks to be told of a work.

None is a number of the law. The words of the first are the district's own, of the supervised report; the second is from the
City's inspection plan, the third from the Government's instructions: their wording varies from paper to paper, so it is not
verified. What stands for a criterion (its needs) is a decision of Ba Rõ; an authority may tell slogans of its own (`sets_with`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """Something that must be told of a work, so that it is clear; each kind of work knows how to look for some of them."""

    STEPS = "steps"
    PERFORMER = "performer"
    POST = "post"
    TIME = "time"
    SUM = "sum"
    PRODUCT = "product"
    APPROVER = "approver"
    BODY = "body"
    PUBLISHED = "published"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A thing that must be clear; `key` stands in addresses, and never changes its meaning."""

    key: str
    name: str
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSet:
    """A slogan: its criteria, whose words they are, and whether those words were read in their paper."""

    key: str
    name: str
    source: str
    verified: bool
    criteria: tuple[Criterion, ...]


def _one(key: str, name: str, *needs: Need) -> Criterion:
    return Criterion(key=key, name=name, needs=needs)


SETS: tuple[CriteriaSet, ...] = (
    CriteriaSet(
        key="3-ro", name="3 rõ", source="báo cáo của huyện với Đoàn giám sát, 25/4/2024", verified=True,
        criteria=(
            _one(
                "quy-trinh", "Rõ quy trình giải quyết, tiến độ, chất lượng, hiệu quả công việc",
                Need.STEPS, Need.TIME, Need.SUM, Need.PRODUCT,
            ),
            _one(
                "tham-quyen", "Rõ thẩm quyền, trách nhiệm",
                Need.PERFORMER, Need.POST, Need.APPROVER, Need.BODY,
            ),
            _one("kiem-tra", "Rõ kết quả kiểm tra, đôn đốc, xử lý người đứng đầu", Need.REVIEW),
        ),
    ),
    CriteriaSet(
        key="5-ro", name="5 rõ", source="kế hoạch kiểm tra công vụ của Thành phố", verified=False,
        criteria=(
            _one("nguoi", "Rõ người", Need.PERFORMER, Need.POST),
            _one("viec", "Rõ việc", Need.STEPS),
            _one("quy-trinh", "Rõ quy trình", Need.STEPS, Need.TIME, Need.SUM, Need.PUBLISHED),
            _one("trach-nhiem", "Rõ trách nhiệm", Need.PERFORMER, Need.APPROVER, Need.BODY),
            _one("hieu-qua", "Rõ hiệu quả", Need.PRODUCT, Need.REVIEW),
        ),
    ),
    CriteriaSet(
        key="6-ro", name="6 rõ", source="chỉ đạo của Chính phủ", verified=False,
        criteria=(
            _one("nguoi", "Rõ người", Need.PERFORMER, Need.POST),
            _one("viec", "Rõ việc", Need.STEPS),
            _one("thoi-gian", "Rõ thời gian", Need.TIME, Need.SUM),
            _one("trach-nhiem", "Rõ trách nhiệm", Need.PERFORMER, Need.BODY),
            _one("san-pham", "Rõ sản phẩm", Need.PRODUCT),
            _one("tham-quyen", "Rõ thẩm quyền", Need.APPROVER, Need.BODY),
        ),
    ),
)  # fmt: skip
"""The slogans to choose from; the first is the one that is asked for where nobody chooses."""


def sets_with(own: Sequence[CriteriaSet]) -> tuple[CriteriaSet, ...]:
    """The slogans to choose from where an authority has some of its own: one with the key of a shipped one stands in its place,
    the others after the shipped ones."""
    by_key = {one.key: one for one in (*SETS, *own)}
    return tuple(by_key.values())


def set_called(key: str, sets: Sequence[CriteriaSet] = SETS) -> CriteriaSet:
    """The slogan of this key; the first for one that is unknown."""
    return next((one for one in sets if one.key == key), sets[0])
