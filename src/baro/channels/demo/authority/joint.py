"""Liên thông in the demo: a coordination rule, the legs of the four procedures, and a dozen dossiers told by working days gone
by. All of it is made up but the tax office's limit, which is a default; who is late here is nobody real."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from baro.channels.demo.authority.organisation import FIRST_NEW, REGISTRY
from baro.rules.observed.joint import JointKind, Outcome
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.joint import CoordinationRule, JointLeg, JointProcess
from baro.rules.prescribed.places.city import COMMITTEE, LAND_OFFICE, RESOURCES, SUCCESSOR

TAX = "hn.cuc-thue"
RULE = CoordinationRule(
    id="demo-quy-che", unit=COMMITTEE, name="Quy chế phối hợp mẫu giải quyết thủ tục liên thông",
    number="Mẫu/QC-UBND", signed_on=date(2023, 6, 1), valid_from=date(2023, 6, 1),
    parties=(COMMITTEE, LAND_OFFICE, TAX, REGISTRY),
)  # fmt: skip
_DAY = Unit.WORKING_DAY
_SINCE = date(2023, 6, 1)
_KINDS = {
    "gui": JointKind.SENT, "nhan": JointKind.ACKNOWLEDGED, "xong": JointKind.ANSWERED, "lai": JointKind.RETURNED,
    "het": JointKind.ENDED,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Something that happened to a leg ("": to the whole) so many working days ago, at an hour; told by the lead for an agency
    that has no account, else by the agency itself."""

    kind: JointKind
    leg: str
    days_ago: int
    hour: int
    teller: str
    document: str
    outcome: Outcome | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A dossier of a procedure, received so many working days ago, and what happened to it."""

    code: str
    process: str
    days_ago: int
    happened: tuple[Happened, ...]


def versions() -> Iterator[JointProcess]:
    """The versions of the four procedures: with the department of the day, until 28/2/2025 and since."""
    for k in range(1, 5):
        for number, (department, day) in enumerate(((RESOURCES, _SINCE), (SUCCESSOR, FIRST_NEW)), 1):
            yield JointProcess(
                process=f"demo-lien-thong-{k}", version=number, lead=LAND_OFFICE, rule=RULE.id, limit=Duration(15, _DAY),
                legs=_legs(k, department), decision=f"Mẫu {k}.{number}/QĐ-UBND", signed_on=day, valid_from=day,
            )  # fmt: skip


def courses() -> tuple[Course, ...]:
    """The dossiers: in time, late at the tax office, late at the lead, sent and never acknowledged, returned, just begun."""
    return tuple(_course(k, *one) for k, one in enumerate(_TOLD, 1))


def _legs(k: int, department: str) -> tuple[JointLeg, ...]:
    check = JointLeg(
        key="1", agency=REGISTRY, task="Kiểm tra hồ sơ, trích thông tin địa chính", limit=Duration(2, _DAY),
        papers_in="Hồ sơ đã số hóa", papers_out="Phiếu chuyển thông tin địa chính (mẫu)",
    )  # fmt: skip
    tax = JointLeg(
        key="2", agency=TAX, task="Xác định nghĩa vụ tài chính", limit=Duration(5, _DAY), after="1",
        papers_in="Phiếu chuyển thông tin địa chính (mẫu)", papers_out="Thông báo nộp tiền (mẫu)",
    )  # fmt: skip
    after = "1" if k % 2 == 0 else "2"  # of two of the four, the department works beside the tax office
    sign = JointLeg(
        key="3", agency=department, task="Thẩm định, ký kết quả", limit=Duration(4, _DAY), after=after,
        papers_in="Hồ sơ, kết quả các chặng trước", papers_out="Kết quả giải quyết (mẫu)",
    )  # fmt: skip
    return (check, tax, sign)


# the procedure, the working day of receipt (days ago), and the course: word, leg, @ days ago, : hour
_TOLD = (
    (1, 30, "gui1@30:9 nhan1@30:10 xong1@29:9 gui2@29:10 nhan2@28:9 xong2@25:9 gui3@25:10 nhan3@25:14 xong3@22:9 het@21:9"),
    (1, 34, "gui1@34:9 nhan1@33:9 xong1@33:15 gui2@33:16 nhan2@32:9 xong2@21:16 gui3@20:9 nhan3@20:10 xong3@17:9 het@16:15"),
    (2, 40, "gui1@33:9 nhan1@33:10 xong1@32:9 gui2@32:10 gui3@32:10 nhan2@31:9 nhan3@31:9 xong3@29:9 xong2@28:9 het@23:9"),
    (3, 28, "gui1@28:9 nhan1@28:10 xong1@27:9 gui2@27:10 lai2@25:9 gui2@24:9 nhan2@23:9 xong2@20:9 gui3@20:10 nhan3@20:14 xong3@17:9 het@16:9"),
    (4, 26, "gui1@26:9 nhan1@26:10 xong1@25:9 gui2@25:10 gui3@25:10 nhan2@24:9 nhan3@24:9 xong2@21:9 xong3@21:15 het@20:9"),
    (1, 24, "gui1@24:9 nhan1@24:10 xong1@23:9 gui2@23:10 nhan2@22:9"),
    (2, 21, "gui1@21:9 nhan1@21:10 xong1@20:9 gui2@20:10 gui3@20:10 nhan2@19:9 xong2@16:9 nhan3@19:9"),
    (3, 9, "gui1@9:9 nhan1@9:10 xong1@8:9 gui2@8:10"),
    (4, 6, "gui1@6:9 nhan1@6:10 xong1@5:9 gui2@5:10 gui3@5:10 nhan3@5:14 lai3@3:9 nhan2@4:9"),
    (1, 5, "gui1@5:9 nhan1@5:10 xong1@4:9"),
    (3, 2, "gui1@2:9 nhan1@2:14"),
    (4, 1, ""),
)  # fmt: skip


def _course(k: int, procedure: int, days_ago: int, told: str) -> Course:
    happened = tuple(_happened(k, n, word) for n, word in enumerate(told.split(), 1))
    process = f"demo-lien-thong-{procedure}"
    return Course(code=f"LT-MẪU-{k:02d}", process=process, days_ago=days_ago, happened=happened)


def _happened(k: int, n: int, word: str) -> Happened:
    what, _, when = word.partition("@")
    days, _, hour = when.partition(":")
    leg = what[-1] if what[-1].isdigit() else ""
    kind = _KINDS[what.removesuffix(leg) if leg else what]
    is_leads = (
        kind in (JointKind.SENT, JointKind.ENDED) or leg != "1"
    )  # only the first leg's agency has an account here
    outcome = Outcome.RESULT if kind in (JointKind.ANSWERED, JointKind.ENDED) else None
    return Happened(
        kind=kind, leg=leg, days_ago=int(days), hour=int(hour), teller=LAND_OFFICE if is_leads else REGISTRY,
        document=f"Mẫu {k}.{n}/CV" if is_leads else "", outcome=outcome,
        words="Thiếu bản trích đo (dữ liệu mẫu)." if kind is JointKind.RETURNED else "",
    )  # fmt: skip
