"""A second coordination rule of the demo, with what it obliges to and what was told of it. All of it is made up: who is late
here is nobody real."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from baro.channels.demo.authority.joint import TAX
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation, Rhythm
from baro.rules.prescribed.places.city import COMMITTEE, LAND_OFFICE

TREASURY = "Kho bạc khu vực (mẫu, ngoài danh mục đơn vị)"
RULE_ID = "demo-quy-che-thue"
_DAY = Unit.WORKING_DAY
_MONTHS_BACK = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Something asked for so many working days ago, and how many working days later it was done or declined (None: not yet)."""

    obligation: str
    days_ago: int
    took: int | None
    kind: FollowedKind = FollowedKind.DONE


def rule(today: date) -> CoordinationRule:
    """The rule, in force for a little more than a year."""
    begins = _begins(today)
    return CoordinationRule(
        id=RULE_ID, unit=LAND_OFFICE, name="Quy chế phối hợp mẫu về nghĩa vụ tài chính đất đai", number="Mẫu 2/QC-VPĐK",
        signed_on=begins, valid_from=begins, parties=(LAND_OFFICE, TAX, COMMITTEE), outside=(TREASURY,),
    )  # fmt: skip


def obligations(today: date) -> tuple[Obligation, ...]:
    """What the rule obliges to: of the tax office when asked, of the land office every month, of the treasury every quarter."""
    told = {"rule": RULE_ID, "valid_from": _begins(today)}
    return (
        Obligation(
            id="demo-nv-thue", debtor=TAX, creditor=LAND_OFFICE, task="Thông báo nghĩa vụ tài chính theo phiếu chuyển (mẫu)",
            article="Điều 5 (mẫu)", rhythm=Rhythm.ASKED, limit=Duration(5, _DAY), **told,
        ),
        Obligation(
            id="demo-nv-danh-sach", debtor=LAND_OFFICE, creditor=TAX, task="Gửi danh sách hồ sơ đã chuyển thuế (mẫu)",
            article="Điều 7 (mẫu)", rhythm=Rhythm.MONTH, limit=Duration(5, _DAY), **told,
        ),
        Obligation(
            id="demo-nv-doi-chieu", debtor=TREASURY, creditor="", task="Đối chiếu số đã thu (mẫu)",
            article="Điều 9 (mẫu)", rhythm=Rhythm.QUARTER, limit=Duration(10, _DAY), **told,
        ),
    )  # fmt: skip


def askings() -> Iterator[Asking]:
    """What was asked of the tax office: most in time, some late, one declined, two without an answer."""
    for n, took in enumerate((3, 5, 9, 4, None, 5, 7, 2, 5, 4, None)):
        kind = FollowedKind.DECLINED if n == 7 else FollowedKind.DONE
        yield Asking(obligation="demo-nv-thue", days_ago=120 - 11 * n, took=took, kind=kind)


def after_due(number: int) -> int | None:
    """How many working days after (or, below 0, before) it was due the `number`-th period was seen to; None: never."""
    return None if number % 6 == 4 else (3 if number % 5 == 2 else -1)


def _begins(today: date) -> date:
    months = today.year * 12 + today.month - 1 - _MONTHS_BACK
    return date(months // 12, months % 12 + 1, 1)
