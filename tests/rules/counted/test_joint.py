"""The three ways of counting joint dossiers, side by side."""

from baro.rules.counted.joint import counted_in
from rules.judged.joint.a_joint_dossier import LAND, LEAD, TAX, at, course, process

WHOLE = "gui1@2 xong1@4 gui2@5 xong2@9 het@10"


def counted(*told: str, begins: int = 1, ends: int = 30):
    return counted_in([(course(one), process()) for one in told], at(begins, 0), at(ends, 0))


def test_one_submission_is_one_whatever_number_of_agencies_handled_it():
    found = counted(WHOLE)
    assert found.submissions == 1
    assert found.dossiers == {LEAD: 1, TAX: 1, LAND: 1}
    assert found.results == {TAX: 1, LAND: 1, LEAD: 1}
    assert (found.dossiers_in_all, found.results_in_all) == (3, 3)


def test_sent_again_it_is_still_one_dossier_of_the_agency():
    assert counted("gui1@2 lai1@3 gui1@4").dossiers == {LEAD: 1, TAX: 1}


def test_each_is_counted_in_the_period_in_which_it_happened():
    assert counted(WHOLE, begins=3, ends=6).submissions == 0
    assert counted(WHOLE, begins=3, ends=6).dossiers == {LAND: 1}
    assert counted(WHOLE, begins=3, ends=6).results == {TAX: 1}


def test_nothing_counts_nothing():
    assert (counted().submissions, counted().dossiers_in_all, counted().results_in_all) == (0, 0, 0)
