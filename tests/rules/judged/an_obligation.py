"""A coordination rule, an obligation of it, and what was told of it."""

from dataclasses import replace
from datetime import date

from baro.rules.observed.followed import Followed, FollowedKind
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation, Rhythm

CALENDAR = calendar_named("vn")
KEEPER, TAX, OUTSIDE = "b-so", "b-thue", "Kho bạc (tên ngoài danh mục)"
RULE = CoordinationRule(
    id="q1", unit=KEEPER, name="Quy chế một", number="1/QC", signed_on=date(2024, 1, 2), valid_from=date(2024, 1, 2),
    parties=(KEEPER, TAX), outside=(OUTSIDE,),
)  # fmt: skip
ON_REQUEST = Obligation(
    id="n1", rule="q1", debtor=TAX, creditor=KEEPER, task="Trả lời phiếu chuyển", article="Điều 5", rhythm=Rhythm.ASKED,
    limit=Duration(5, Unit.WORKING_DAY), valid_from=date(2024, 1, 2),
)  # fmt: skip
QUARTERLY = replace(
    ON_REQUEST, id="n2", debtor=OUTSIDE, rhythm=Rhythm.QUARTER, limit=Duration(10, Unit.WORKING_DAY), task="Gửi số liệu"
)


def told(number: int, kind: FollowedKind, on: date, about: str = "", counts_on: date | None = None, corrects: int = 0):
    return Followed(
        number=number, kind=kind, told_on=on, counts_on=counts_on or on, teller=KEEPER, document="1/CV", about=about,
        corrects=corrects,
    )  # fmt: skip
