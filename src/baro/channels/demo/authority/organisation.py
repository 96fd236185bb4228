"""The bodies of the demo authority: the shipped facts about Hà Nội, and below them divisions that exist nowhere.

The delegation is the article's; who sits on it here is fictional. A division answers to the department of the day:
until 28/2/2025 the one that the article visits, then its successor.
"""

from datetime import date

from baro.rules.prescribed.bodies import Bodies, BodyKind, Level
from baro.rules.prescribed.places.city import COUNCIL, LAND_OFFICE, RESOURCES, SUCCESSOR
from baro.rules.prescribed.places.facts import Fact, bodies_of
from baro.rules.prescribed.places.hanoi import HANOI

DELEGATION = "hn.hdnd.doan-gs-2"
OFFICE, CHECKS = "mau.so.van-phong", "mau.so.kiem-tra"
DIVISIONS = tuple(f"mau.so.phong-{k}" for k in (1, 2, 3))
REGISTRY, DESK = "mau.vpdkdd.phong-dang-ky", "mau.vpdkdd.mot-cua"
LAST_OLD, FIRST_NEW = date(2025, 2, 28), date(2025, 3, 1)
_BASIS = "Dữ liệu tổng hợp (không có thật)"

_OF_DEPARTMENT = (
    (OFFICE, "Văn phòng Sở (mẫu)"),
    (CHECKS, "Phòng Kiểm tra, pháp chế (mẫu)"),
    *((body, f"Phòng chuyên môn số {k} (mẫu)") for k, body in enumerate(DIVISIONS, 1)),
)
_OF_LAND_OFFICE = (
    (REGISTRY, "Phòng Đăng ký, cấp Giấy chứng nhận (mẫu)", BodyKind.DIVISION),
    (DESK, "Bộ phận Một cửa (mẫu)", BodyKind.DESK),
)


def world() -> Bodies:
    """Give every body of the demo."""
    ours = bodies_of((_delegation(), *_divisions(), *_below_land_office()), ())
    return Bodies((*HANOI.bodies, *ours.bodies), (*HANOI.terms, *ours.terms), HANOI.successions)


def _delegation() -> Fact:
    return Fact(
        id=DELEGATION, code="", name="Đoàn giám sát số 2 của HĐND Thành phố Hà Nội", level=Level.CITY,
        kind=BodyKind.TEAM, parent=COUNCIL, basis="Kinh tế & Đô thị, ngày 25/4/2024", verified=True,
        note="tên đọc trong bài báo; thành viên ở đây là nhân sự mẫu, không có thật",
    )  # fmt: skip


def _divisions() -> tuple[Fact, ...]:
    return tuple(
        Fact(
            id=body, code="", name=name, level=Level.CITY, kind=BodyKind.DIVISION, parent=parent, first=first,
            last=last, basis=_BASIS,
        )
        for body, name in _OF_DEPARTMENT
        for parent, first, last in ((RESOURCES, None, LAST_OLD), (SUCCESSOR, FIRST_NEW, None))
    )  # fmt: skip


def _below_land_office() -> tuple[Fact, ...]:
    return tuple(
        Fact(id=body, code="", name=name, level=Level.CITY, kind=kind, parent=LAND_OFFICE, basis=_BASIS)
        for body, name, kind in _OF_LAND_OFFICE
    )
