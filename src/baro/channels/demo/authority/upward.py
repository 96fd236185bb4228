"""Proposals to the upper level in the demo. The first is the article's: what the district proposed, and the City's council asked the
department of home affairs to take up; its documents and what became of it are made up, as is all the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from baro.channels.demo.authority.organisation import CHECKS
from baro.rules.observed.followed import FollowedKind
from baro.rules.observed.upward import UpwardProposal
from baro.rules.prescribed.places.city import COMMITTEE, LAND_OFFICE, SUCCESSOR
from baro.rules.prescribed.places.thach_that import DISTRICT_COMMITTEE

HOME_AFFAIRS = "hn.so-noi-vu"
_KINDS = {
    "chuyen": FollowedKind.ROUTED, "tra": FollowedKind.ANSWERED, "xong": FollowedKind.ACCEPTED, "chua": FollowedKind.NOT_ACCEPTED,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that became of a proposal, on a day, told by a body; `until` so many working days later, if a day is named."""

    kind: FollowedKind
    days_ago: int
    teller: str
    body: str = ""
    until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A proposal made so many working days ago by a body to another, and what became of it."""

    id: str
    unit: str
    to: str
    about: str
    days_ago: int
    steps: tuple[Step, ...]


def of_the_article() -> tuple[UpwardProposal, tuple[tuple[date, FollowedKind, str, str], ...]]:
    """The district's, with what became of it: day, kind, who told it, to whom it was passed on."""
    made = UpwardProposal(
        id="demo-kn-huyen", unit=DISTRICT_COMMITTEE, document="Mẫu 1/TTr-UBND", signed_on=date(2024, 4, 23), to=COMMITTEE,
        about="Tháo gỡ khó khăn, vướng mắc trong cải cách hành chính công (nội dung theo bài báo; văn bản là mẫu)",
    )  # fmt: skip
    steps = (
        (date(2024, 4, 25), FollowedKind.ROUTED, COMMITTEE, HOME_AFFAIRS),
        (date(2024, 6, 14), FollowedKind.ANSWERED, HOME_AFFAIRS, ""),
        (date(2024, 6, 20), FollowedKind.ACCEPTED, DISTRICT_COMMITTEE, ""),
    )
    return made, steps


def courses() -> Iterator[Course]:
    """Those of the land office: waiting, passed on, past the day named, answered, not resolved, resolved."""
    for number, (about, to, days_ago, told) in enumerate(_TOLD, 2):
        steps = tuple(_step(word, to) for word in told.split())
        yield Course(
            id=f"demo-kn-{number}", unit=LAND_OFFICE, to=to, about=f"{about} (mẫu)", days_ago=days_ago, steps=steps
        )


# what, to whom, working days ago; then word @ days ago [/ working days until the answer is wanted]
_TOLD = (
    ("Bổ sung máy quét cho chi nhánh", SUCCESSOR, 6, ""),
    ("Thống nhất mẫu phiếu chuyển thông tin với cơ quan thuế", COMMITTEE, 48, "chuyen@41"),
    ("Hướng dẫn hồ sơ có nguồn gốc trước năm 1993", SUCCESSOR, 60, "chuyen@55/20"),
    ("Sửa thời hạn của quy trình đính chính", SUCCESSOR, 35, "chuyen@33 tra@5"),
    ("Tăng người cho bộ phận một cửa", COMMITTEE, 90, "chuyen@86 tra@60 chua@52/15"),
    ("Mở dữ liệu bản đồ cho chi nhánh", SUCCESSOR, 120, "tra@100 xong@96"),
)  # fmt: skip


def _step(word: str, to: str) -> Step:
    what, _, when = word.partition("@")
    days, _, until = when.partition("/")
    kind = _KINDS[what]
    return Step(
        kind=kind, days_ago=int(days), teller=to if kind is FollowedKind.ROUTED else LAND_OFFICE,
        body=(CHECKS if to == SUCCESSOR else SUCCESSOR) if kind is FollowedKind.ROUTED else "",
        until=int(until) if until else None,
    )  # fmt: skip
