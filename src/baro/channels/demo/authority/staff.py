"""The staff of the demo authority: numbered, so that nobody takes them for real persons, each with dated posts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from baro.channels.demo.authority.organisation import (
    CHECKS,
    DELEGATION,
    DESK,
    DIVISIONS,
    FIRST_NEW,
    LAST_OLD,
    OFFICE,
    REGISTRY,
)
from baro.rules.prescribed.offices import Post, Term
from baro.rules.prescribed.places.city import BRANCHES, COMMITTEE, COUNCIL, LAND_OFFICE, RESOURCES, SUCCESSOR
from baro.rules.prescribed.places.thach_that import DISTRICT_COMMITTEE
from baro.rules.prescribed.staff import StaffCategory

_DECISION = "Mẫu/QĐ-TCCB"
_SINCE = date(2022, 1, 4)
_TWO_TIERS = date(2025, 6, 30)
_WHOLE = Term(_SINCE, None)
_CADRE, _SERVANT, _EMPLOYEE = StaffCategory.CADRE, StaffCategory.CIVIL_SERVANT, StaffCategory.PUBLIC_EMPLOYEE


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of the staff, by number; the category holds over `term`."""

    number: int
    category: StaffCategory
    posts: tuple[Post, ...]
    term: Term = _WHOLE

    @property
    def id(self) -> str:
        """The id of the person."""
        return person_id(self.number)

    @property
    def code(self) -> str:
        """The number that the agency gives."""
        return f"MAU-{self.number:02d}"

    @property
    def name(self) -> str:
        """A name that is plainly none."""
        return f"Cán bộ Mẫu {self.number:02d}"


def person_id(number: int) -> str:
    """Give the id of a member of the staff by number."""
    return f"mau-{number:02d}"


OFFICER, HEAD_OF_REGISTRY = person_id(1), person_id(2)


def staff(communes: Sequence[tuple[str, date | None]]) -> tuple[Member, ...]:
    """Give everybody; each commune, with its last day, has a head."""
    return (*_agency(), *_district(communes))


def _agency() -> Iterator[Member]:
    branch = dict(BRANCHES)
    home = next(body for body, name in branch.items() if name == "Thạch Thất")
    yield _member(1, _EMPLOYEE, home, "Viên chức thụ lý")
    yield _member(2, _EMPLOYEE, REGISTRY, "Trưởng phòng", heads=True)
    yield _member(3, _EMPLOYEE, LAND_OFFICE, "Giám đốc Văn phòng Đăng ký đất đai", heads=True)
    yield _member(4, _SERVANT, COMMITTEE, "Chuyên viên kiểm soát thủ tục hành chính")
    yield _member(5, _SERVANT, CHECKS, "Chuyên viên")
    yield _member(6, _SERVANT, CHECKS, "Trưởng phòng", heads=True)
    yield _member(7, _CADRE, DELEGATION, "Thành viên Đoàn giám sát")
    yield _member(8, _SERVANT, COUNCIL, "Chuyên viên giúp việc Đoàn giám sát")
    yield _member(9, _SERVANT, OFFICE, "Chuyên viên tiếp công dân")
    yield _member(10, _SERVANT, COMMITTEE, "Chuyên viên quản trị danh mục, tài khoản")
    yield _member(11, _SERVANT, COUNCIL, "Chuyên viên kiểm tra sổ cái")
    yield _member(12, _SERVANT, COMMITTEE, "Kỹ sư vận hành hệ thống")
    yield _member(13, _EMPLOYEE, DESK, "Văn thư")
    yield Member(number=14, category=_SERVANT, posts=tuple(_in_turn(14, "Giám đốc Sở")))
    yield _member(15, _CADRE, DELEGATION, "Trưởng Đoàn giám sát", heads=True)
    yield _member(16, _SERVANT, OFFICE, "Chánh Văn phòng", heads=True)
    yield _member(17, _EMPLOYEE, DESK, "Phụ trách Bộ phận Một cửa", heads=True)
    for number, body in enumerate(DIVISIONS, 21):
        yield _member(number, _SERVANT, body, "Trưởng phòng", heads=True)
    for number, body in enumerate(branch, 31):
        yield _member(number, _EMPLOYEE, body, "Giám đốc Chi nhánh", heads=True)


def _district(communes: Iterable[tuple[str, date | None]]) -> Iterator[Member]:
    """The district ended on 30/6/2025; some communes half a year before."""
    term = Term(_SINCE, _TWO_TIERS)
    yield _member(40, _CADRE, DISTRICT_COMMITTEE, "Chủ tịch UBND huyện", heads=True, term=term)
    for number, (body, last) in enumerate(communes, 41):
        term = Term(_SINCE, last)
        title, category = "Chủ tịch UBND cấp xã", StaffCategory.COMMUNE_OFFICIAL
        yield _member(number, category, body, title, heads=True, term=term)


def _member(
    number: int, category: StaffCategory, unit: str, title: str, *, heads: bool = False, term: Term = _WHOLE
) -> Member:
    post = Post(person_id(number), unit, title, heads, term, _DECISION)
    return Member(number=number, category=category, posts=(post,), term=term)


def _in_turn(number: int, title: str) -> Iterator[Post]:
    """The head of the department, and of the one that took it over."""
    for unit, term in ((RESOURCES, Term(_SINCE, LAST_OLD)), (SUCCESSOR, Term(FIRST_NEW, None))):
        yield Post(person_id(number), unit, title, True, term, _DECISION)
