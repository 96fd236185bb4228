"""Thành phố Hà Nội: the City, its council and committee, the departments and the land-registration office.

Codes of agencies below the City are in the annex of QĐ 2918/QĐ-UBND, which was not read; they are left empty, to be
loaded from it (QĐ 20/2020/QĐ-TTg).
"""

from datetime import date

from baro.rules.prescribed.bodies import BodyKind, Level
from baro.rules.prescribed.places.facts import LIST_0_5_0, MEMORY, Fact, Reform

CITY, COUNCIL, COMMITTEE = "hn", "hn.hdnd", "hn.ubnd"
RESOURCES, FARMING, SUCCESSOR = "hn.so-tnmt", "hn.so-nnptnt", "hn.so-nnmt"
LAND_OFFICE = "hn.vpdkdd"
BRANCHES = (
    (f"{LAND_OFFICE}.thach-that", "Thạch Thất"),
    (f"{LAND_OFFICE}.thanh-tri", "Thanh Trì"),
    (f"{LAND_OFFICE}.ung-hoa", "Ứng Hòa"),
)
_ARTICLE = "Kinh tế & Đô thị, ngày 25/4/2024"
_REFORM_DAY = date(2025, 3, 1)
_LAST_OLD = date(2025, 2, 28)
_REORGANISED = "Nghị quyết của HĐND Thành phố về sắp xếp cơ quan chuyên môn, tháng 2/2025"
_NAMED = "tên đọc trong bài báo; ngày thành lập và mã định danh chưa rõ"
_DATE_DOUBTED = f"ngày hiệu lực và số văn bản {MEMORY}"
_AFTER = "tên sau ngày 1/7/2025 chưa kiểm chứng"


def _city() -> tuple[Fact, ...]:
    return (
        Fact(
            id=CITY, code="01", name="Thành phố Hà Nội", level=Level.CITY, basis="Danh mục đơn vị hành chính",
            verified=True, note=LIST_0_5_0,
        ),
        Fact(
            id=COUNCIL, code="", name="Hội đồng nhân dân Thành phố Hà Nội", level=Level.CITY, kind=BodyKind.COUNCIL,
            parent=CITY, basis=_ARTICLE, verified=True, note=_NAMED,
        ),
        Fact(
            id=COMMITTEE, code="H26", name="Ủy ban nhân dân Thành phố Hà Nội", level=Level.CITY,
            kind=BodyKind.COMMITTEE, parent=CITY, basis="QĐ 20/2020/QĐ-TTg",
            note="mã cấp 1 đọc trên trang thông tin, chưa đọc trong phụ lục",
        ),
    )  # fmt: skip


def _departments() -> tuple[Fact, ...]:
    home = Fact(
        id="hn.so-noi-vu", code="", name="Sở Nội vụ Hà Nội", level=Level.CITY, kind=BodyKind.DEPARTMENT,
        parent=COMMITTEE, basis=_ARTICLE, verified=True, note=_NAMED,
    )  # fmt: skip
    old = (
        (RESOURCES, "Sở Tài nguyên và Môi trường Hà Nội", _ARTICLE, True, _NAMED),
        (FARMING, "Sở Nông nghiệp và Phát triển nông thôn Hà Nội", _REORGANISED, False, _DATE_DOUBTED),
    )
    ended = tuple(
        Fact(
            id=i, code="", name=name, level=Level.CITY, kind=BodyKind.DEPARTMENT, parent=COMMITTEE, last=_LAST_OLD,
            basis=basis, verified=verified, note=note,
        )
        for i, name, basis, verified, note in old
    )  # fmt: skip
    new = Fact(
        id=SUCCESSOR, code="", name="Sở Nông nghiệp và Môi trường Hà Nội", level=Level.CITY, kind=BodyKind.DEPARTMENT,
        parent=COMMITTEE, first=_REFORM_DAY, basis=_REORGANISED,
        note=f"hoạt động dưới tên này vào tháng 6/2025; {_DATE_DOUBTED}",
    )  # fmt: skip
    return (home, *ended, new)


def _land_office() -> tuple[Fact, ...]:
    """The office stays the same body; only its superior changed on the day of the reform."""
    name, kind = "Văn phòng Đăng ký đất đai Hà Nội", BodyKind.SERVICE_UNIT
    before = Fact(
        id=LAND_OFFICE, code="", name=name, level=Level.CITY, kind=kind, parent=RESOURCES, last=_LAST_OLD,
        basis=_ARTICLE, verified=True, note=_NAMED,
    )  # fmt: skip
    since = Fact(
        id=LAND_OFFICE, code="", name=name, level=Level.CITY, kind=kind, parent=SUCCESSOR, first=_REFORM_DAY,
        basis=_REORGANISED, note=_DATE_DOUBTED,
    )  # fmt: skip
    branches = tuple(
        Fact(
            id=i, code="", name=f"Chi nhánh Văn phòng Đăng ký đất đai Hà Nội huyện {name}", level=Level.CITY,
            kind=BodyKind.BRANCH, parent=LAND_OFFICE, basis=_ARTICLE, verified=name != "Thạch Thất",
            note=f"{_NAMED}; {_AFTER}" if name != "Thạch Thất" else f"bài báo không nhắc đến; {_AFTER}",
        )
        for i, name in BRANCHES
    )  # fmt: skip
    return (before, since, *branches)


def _tax() -> Fact:
    return Fact(
        id="hn.cuc-thue", code="", name="Cơ quan thuế trên địa bàn Hà Nội", level=Level.CENTRAL, kind=BodyKind.OTHER,
        external=True, basis=_ARTICLE, verified=True,
        note="ngành dọc, không thuộc UBND Thành phố; tên và tổ chức thay đổi trong năm 2025",
    )  # fmt: skip


CITY_FACTS = (*_city(), *_departments(), *_land_office(), _tax())

_DEPARTMENT_REFORM = Reform(on=_REFORM_DAY, basis=_REORGANISED, note=_DATE_DOUBTED)
CITY_SUCCESSIONS = _DEPARTMENT_REFORM.merged(SUCCESSOR, RESOURCES, FARMING)
