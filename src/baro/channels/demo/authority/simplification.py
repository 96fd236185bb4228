"""Simplifications in the demo: one in force in the middle of the year of its dossiers, one proposed, one declined. All of it is made
up, and nothing was planted that it could have changed: what a page tells of its effect is chance."""

from datetime import date

from baro.channels.demo.world import PROCEDURES
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.places.city import COMMITTEE
from baro.rules.prescribed.simplifications import Simplification

# the place among the procedures, what is cut (papers, steps, days, đồng), in which words, and what was decided: kind, day, in force
_TOLD = (
    (0, (1, 0, 3, 20_000), "Bỏ bản sao chứng thực Giấy chứng nhận; rút 3 ngày làm việc (mẫu)",
     (FollowedKind.DECIDED, date(2024, 6, 10), date(2024, 7, 1))),
    (2, (2, 1, 0, 0), "Bỏ đơn đề nghị và giấy xác nhận đã có trong dữ liệu dân cư (mẫu)", None),
    (3, (0, 0, 2, 0), "Rút thời hạn khi không phải đo lại (mẫu)", (FollowedKind.DECLINED, date(2024, 8, 5), None)),
)  # fmt: skip


def simplifications() -> tuple[tuple[Simplification, tuple[FollowedKind, date, date | None] | None], ...]:
    """Each simplification with what was decided of it: kind, day of the decision, day from which it is in force."""
    return tuple(
        (
            Simplification(
                id=f"demo-dgh-{number}", unit=COMMITTEE, procedure=PROCEDURES[place].code, name=f"{PROCEDURES[place].name} (mẫu)",
                what=what, reason="Giảm giấy tờ mà cơ quan đã có (mẫu)", document=f"Mẫu {number}/TTr-ĐGH",
                signed_on=date(2024, 5, 6), papers=papers, steps=steps, days=days, cost=cost,
            ),
            decided,
        )
        for number, (place, (papers, steps, days, cost), what, decided) in enumerate(_TOLD, 1)
    )  # fmt: skip
