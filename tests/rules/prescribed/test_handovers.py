from datetime import date

import pytest

from baro.rules.prescribed.handovers import (
    HandedOver,
    ItemKind,
    OpenItem,
    check_hand_over,
    hand_over_statement,
    suggested_successor,
)
from baro.rules.prescribed.places.hanoi import HANOI
from baro.rules.prescribed.refusals import Refused

JULY = date(2025, 7, 1)
SPLIT = "hn.276.ha-bang"


def an_item(code, unit=SPLIT, kind=ItemKind.CASE):
    return OpenItem(kind=kind, id=code, unit=unit, code=code)


def given(code, successor="hn.hoa-lac", on=JULY, unit=SPLIT):
    return HandedOver(kind=ItemKind.CASE, id=code, unit=unit, successor=successor, on=on)


def test_every_open_item_is_handed_over_or_listed():
    items = [an_item("1"), an_item("2"), an_item("3", kind=ItemKind.PETITION)]
    told = hand_over_statement(HANOI, SPLIT, items, [given("1")], on=JULY)
    assert [i.id for i in told.outstanding] == ["2", "3"]
    assert told.counts[ItemKind.CASE] == (1, 1)
    assert told.counts[ItemKind.PETITION] == (0, 1)


def test_the_latest_hand_over_counts():
    told = hand_over_statement(HANOI, SPLIT, [an_item("1")], [given("1"), given("1", "hn.ha-bang", date(2025, 7, 9))], on=date(2025, 8, 1))  # fmt: skip
    assert [h.successor for h in told.handed] == ["hn.ha-bang"]


def test_a_split_suggests_nobody_and_a_merger_its_heir():
    assert suggested_successor(HANOI, SPLIT, JULY) == ""
    assert suggested_successor(HANOI, "hn.276.chang-son", JULY) == "hn.tay-phuong"


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (given("1", SPLIT), "handover.to_itself"),
        (given("1", "hn.276.ubnd"), "handover.successor_not_in_force"),
        (given("1", unit="hn.so-noi-vu"), "handover.body_goes_on"),
    ],
)
def test_a_hand_over_that_cannot_be_is_refused(one, code):
    with pytest.raises(Refused, match=code):
        check_hand_over(HANOI, one)
