"""What may follow in the life of a paper: a copy once, pushed once, withdrawn once with a reason."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.observed.papers import (
    MOST,
    Integrity,
    Paper,
    Part,
    Signature,
    Store,
    Trust,
    check_attached,
    check_named,
    check_pushed,
    check_reused,
    check_withdrawn,
    weakest,
)
from baro.rules.prescribed.refusals import Refused

AT = datetime(2024, 4, 1, 8, 0, tzinfo=UTC)
TODAY = date(2024, 4, 1)
NAMED = Paper(
    id="p.1", dossier="mot-cua:H1", body="b-so", number=1, part=Part.COMPONENT, title="Đơn", named_by="p-1", named_at=AT
)
COPIED = replace(NAMED, file="a.pdf", attached_at=AT)
WITHDRAWN = replace(COPIED, withdrawn_at=AT)
OTHERS = replace(COPIED, id="q.1", dossier="mot-cua:H2")


def refused(check, *told) -> str:
    with pytest.raises(Refused) as refusal:
        check(*told)
    return refusal.value.code


def signature(integrity: Integrity) -> Signature:
    return Signature(signer="CN", signed_at=None, integrity=integrity, trust=Trust.NO_ROOTS)


def test_a_paper_has_a_name():
    check_named([], "Đơn đề nghị")
    assert refused(check_named, [], "  ") == "paper.no_title"
    assert refused(check_named, [], "x" * 301) == "paper.long_title"
    assert refused(check_named, [NAMED] * MOST, "Đơn") == "paper.too_many"


def test_a_file_is_attached_once_to_what_stands():
    check_attached(NAMED)
    assert refused(check_attached, COPIED) == "paper.has_file"
    assert refused(check_attached, WITHDRAWN) == "paper.withdrawn"


def test_only_a_component_is_used_again_and_only_from_another_dossiers_copy():
    check_reused(NAMED, OTHERS)
    check_reused(NAMED, replace(OTHERS, part=Part.RESULT))
    assert refused(check_reused, replace(NAMED, part=Part.RESULT), OTHERS) == "paper.reuse_component"
    assert refused(check_reused, NAMED, replace(OTHERS, file="")) == "paper.reuse_nothing"
    assert refused(check_reused, NAMED, replace(OTHERS, withdrawn_at=AT)) == "paper.reuse_nothing"
    assert refused(check_reused, NAMED, replace(OTHERS, dossier=NAMED.dossier)) == "paper.reuse_same"
    assert refused(check_reused, COPIED, OTHERS) == "paper.has_file"


def test_a_copy_is_pushed_once_under_the_stores_number():
    check_pushed(COPIED, TODAY, "KQ-1", TODAY)
    assert refused(check_pushed, NAMED, TODAY, "KQ-1", TODAY) == "paper.no_file"
    assert refused(check_pushed, replace(COPIED, store=Store.NATIONAL), TODAY, "KQ-1", TODAY) == "paper.pushed_already"
    assert refused(check_pushed, COPIED, date(2024, 4, 2), "KQ-1", TODAY) == "paper.pushed_in_future"
    assert refused(check_pushed, COPIED, TODAY, " ", TODAY) == "paper.no_reference"
    assert refused(check_pushed, COPIED, TODAY, "x" * 121, TODAY) == "paper.long_reference"


def test_a_paper_is_withdrawn_once_with_a_reason():
    check_withdrawn(COPIED, "Quét nhầm")
    assert refused(check_withdrawn, COPIED, " ") == "paper.no_reason"
    assert refused(check_withdrawn, WITHDRAWN, "Quét nhầm") == "paper.withdrawn"


@given(st.lists(st.sampled_from([one for one in Integrity if one is not Integrity.NONE])))
def test_signatures_together_are_intact_only_if_each_is(found):
    told = weakest(map(signature, found))
    assert (told is Integrity.NONE) == (not found)
    assert (told is Integrity.INTACT) == (bool(found) and set(found) == {Integrity.INTACT})
    assert told is Integrity.NONE or told in found
