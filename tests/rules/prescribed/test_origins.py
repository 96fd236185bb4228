"""Which bodies came of which: many to many, as in July 2025, and nothing lost on the way."""

from datetime import date

import pytest

from baro.rules.prescribed.origins import Share, origins
from baro.rules.prescribed.places.hanoi import HANOI
from baro.rules.prescribed.successions import SuccessionKind

JUNE, JULY = date(2025, 6, 30), date(2025, 7, 1)
THACH_THAT = "hn.276"
FIVE = {"hn.thach-that", "hn.ha-bang", "hn.tay-phuong", "hn.hoa-lac", "hn.yen-xuan"}


def communes():
    """The communes of the district on the eve, with what became of them."""
    return [p for p in origins(HANOI, JUNE, JULY, THACH_THAT) if HANOI.term_on(p.old, JUNE).level == "commune"]


def test_the_twenty_communes_of_thach_that_became_five():
    assert len({p.old for p in communes()}) == 20
    assert {p.new for p in communes()} == FIVE


def test_a_commune_with_several_heirs_went_to_none_of_them_whole():
    heirs = {p.old: {q.new for q in communes() if q.old == p.old} for p in communes()}
    divided = {old for old, new in heirs.items() if len(new) > 1}
    assert divided
    assert {p.share for p in communes() if p.old in divided} == {Share.PART}


def test_a_commune_that_went_whole_has_one_heir():
    whole = [p for p in communes() if p.share is Share.WHOLE]
    assert len({p.old for p in whole}) == len(whole)
    assert all(line.kind is SuccessionKind.MERGE for p in whole for line in p.lines)


@pytest.mark.parametrize("first", [date(2024, 4, 24), date(2025, 1, 1), JUNE])
def test_every_body_that_ended_is_told_and_none_twice_for_one_heir(first):
    found = origins(HANOI, first, JULY, THACH_THAT)
    ended = {
        t.body
        for t in HANOI.in_force(first)
        if t.body in set(HANOI.on(first).below(THACH_THAT)) and HANOI.term_on(t.body, JULY) is None
    }
    assert {p.old for p in found} >= ended
    assert len({(p.old, p.new) for p in found}) == len(found)


def test_days_without_a_reorganisation_tell_nothing():
    assert origins(HANOI, date(2025, 8, 1), date(2025, 8, 2)) == ()
