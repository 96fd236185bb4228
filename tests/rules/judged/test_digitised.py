"""When a dossier's papers are digitised: what stands counts, what was withdrawn counts for nothing."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.digitised import Copies, Copy, copies_of, is_digitised
from baro.rules.observed.papers import Integrity, Paper, Part, Store

AT = datetime(2024, 4, 1, 8, 0, tzinfo=UTC)
RESULT = Paper(id="p", dossier="d", body="b", number=1, part=Part.RESULT, title="GCN", named_by="x", named_at=AT)
COMPONENT = replace(RESULT, part=Part.COMPONENT, title="Đơn")
FILE = {"file": "a.pdf", "attached_at": AT}

PAPERS = st.builds(
    lambda part, file, integrity, reused, store, gone: replace(
        RESULT, part=part, file="a.pdf" if file else "", integrity=integrity if file else Integrity.NONE,
        reused_from="q" if file and reused and part is Part.COMPONENT else "", store=Store.NATIONAL if file and store else None,
        withdrawn_at=AT if gone else None,
    ),
    st.sampled_from(Part), st.booleans(), st.sampled_from(Integrity), st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip


def test_a_result_is_digitised_by_a_copy_here_or_by_what_the_source_tells():
    assert not is_digitised(False, copies_of([RESULT]))
    assert is_digitised(False, copies_of([replace(RESULT, **FILE)]))
    assert is_digitised(True, copies_of([]))
    assert not is_digitised(False, copies_of([replace(RESULT, **FILE, withdrawn_at=AT)]))
    assert not is_digitised(False, copies_of([replace(COMPONENT, **FILE)]))


def test_a_signed_copy_is_one_whose_signatures_are_all_intact():
    for integrity in Integrity:
        found = copies_of([replace(RESULT, **FILE, integrity=integrity)]).result_copy
        assert found is (Copy.SIGNED if integrity is Integrity.INTACT else Copy.FILE)


def test_components_are_counted_one_by_one():
    told = [COMPONENT, replace(COMPONENT, **FILE), replace(COMPONENT, **FILE, reused_from="q.1")]
    assert copies_of(told) == Copies(components=3, components_copied=2, components_reused=1)


@given(st.lists(PAPERS, max_size=8), PAPERS)
def test_withdrawing_a_paper_is_as_if_it_had_never_been(papers, one):
    assert copies_of([*papers, replace(one, withdrawn_at=AT)]) == copies_of(papers)


@given(st.lists(PAPERS, max_size=8))
def test_parts_are_never_more_than_the_whole(papers):
    found = copies_of(papers)
    assert 0 <= found.components_reused <= found.components_copied <= found.components
    assert not found.is_pushed or found.result_copy is not Copy.NONE
