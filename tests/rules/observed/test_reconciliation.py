"""The statement of a delivery: rows and dossiers are accounted for, and totals agree or the differences are listed."""

from dataclasses import replace

import pytest

from baro.rules.observed.reconciliation import Declared, Difference, Dossiers, Rows, Statement, balanced
from baro.rules.prescribed.refusals import Refused

ROWS = Rows(received=100, kept=90, refused=4, duplicates=5, unfinished=1)
DOSSIERS = Dossiers(told=10, new=5, changed=2, same=3, vanished=0, returned=0, held=10)
STATEMENT = Statement(rows=ROWS, dossiers=DOSSIERS, appended_events=7)


def test_a_statement_in_which_all_is_accounted_for_stands():
    assert balanced(STATEMENT) is STATEMENT


@pytest.mark.parametrize("wrong", [{"rows": replace(ROWS, kept=91)}, {"dossiers": replace(DOSSIERS, new=4)}])
def test_a_row_or_dossier_not_accounted_for_stops_the_import(wrong):
    with pytest.raises(Refused) as refusal:
        balanced(replace(STATEMENT, **wrong))
    assert refusal.value.code == "import.unbalanced"


def test_our_total_equals_theirs_when_nothing_vanished():
    assert STATEMENT.agrees


def test_a_vanished_dossier_is_a_difference_between_what_we_hold_and_what_they_tell():
    told = replace(STATEMENT, dossiers=replace(DOSSIERS, vanished=2, held=12))
    assert told.differences == (Difference("held_dossiers", 12, 10),)


def test_a_part_of_the_dossiers_is_not_compared_with_the_whole():
    told = replace(STATEMENT, dossiers=replace(DOSSIERS, held=12), is_whole=False)
    assert told.agrees


def test_what_the_sender_states_is_compared_with_what_the_file_holds():
    told = replace(STATEMENT, declared=Declared(dossiers=11, rows=100))
    assert told.differences == (Difference("declared_dossiers", 10, 11),)
