"""Targets in the demo, of this year and of the last: exceeded, met, met by a change of the plan, missed, not reported. Made up."""

from collections.abc import Iterator
from dataclasses import dataclass

from baro.channels.demo.authority.organisation import REGISTRY
from baro.rules.observed.targets import Direction
from baro.rules.prescribed.places.city import LAND_OFFICE, SUCCESSOR


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTarget:
    """A target of a year (0: this one, -1: the last); `reported`: month and amount, as written; `revised`: the plan anew."""

    id: str
    body: str
    year: int
    code: str
    name: str
    unit: str
    plan: str
    assigner: str = SUCCESSOR
    direction: Direction = Direction.UP
    revised: str = ""
    reported: tuple[tuple[int, str], ...] = ()


SOURCE = "Báo cáo tổng hợp (mẫu)"


def targets() -> Iterator[DemoTarget]:
    """Give the targets of both years."""
    told = (
        (-1, "CT1", "Tỷ lệ hồ sơ đất đai giải quyết đúng hạn", "%", "95", "97,2", "", Direction.UP),
        (-1, "CT2", "Số kết quả giải quyết được số hóa", "kết quả", "120.000", "120.000", "", Direction.UP),
        (-1, "CT3", "Tỷ lệ hồ sơ nộp trực tuyến", "%", "60", "52,5", "50", Direction.UP),
        (-1, "CT4", "Số hồ sơ quá hạn còn tồn cuối năm", "hồ sơ", "500", "812", "", Direction.DOWN),
        (-1, "CT5", "Số cuộc kiểm tra công vụ", "cuộc", "12", "", "", Direction.UP),
        (0, "CT1", "Tỷ lệ hồ sơ đất đai giải quyết đúng hạn", "%", "97", "96,4", "", Direction.UP),
        (0, "CT2", "Số kết quả giải quyết được số hóa", "kết quả", "150.000", "98.400", "", Direction.UP),
        (0, "CT4", "Số hồ sơ quá hạn còn tồn cuối năm", "hồ sơ", "400", "655", "", Direction.DOWN),
    )
    for year, code, name, unit, plan, reached, revised, direction in told:
        yield DemoTarget(
            id=f"demo-{code.lower()}-{'nay' if year == 0 else 'truoc'}", body=LAND_OFFICE, year=year, code=code, name=name, unit=unit,
            plan=plan, direction=direction, revised=revised, reported=_reported(year, reached),
        )  # fmt: skip

    yield DemoTarget(
        id="demo-ct6-nay", body=REGISTRY, assigner=LAND_OFFICE, year=0, code="CT6", name="Tỷ lệ hồ sơ số hóa thành phần khi tiếp nhận",
        unit="%", plan="80",
    )  # fmt: skip


def _reported(year: int, reached: str) -> tuple[tuple[int, str], ...]:
    """Last year was reported at its end; of this year its first month."""
    return ((12 if year else 1, reached),) if reached else ()
