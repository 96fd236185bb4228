"""Shares told from five on; the backlog that each month ends with."""

from hypothesis import given
from hypothesis import strategies as st

from baro.rules.counted.digitisation import COUNTS, Digitisation, backlogs, together

MONTHS = st.lists(
    st.builds(
        lambda whole, part: Digitisation(with_result=whole, digitised=min(whole, part)), st.integers(0, 50), st.integers(0, 50)
    ),
    max_size=12,
)  # fmt: skip


def test_a_share_of_fewer_than_five_is_not_told():
    assert Digitisation(with_result=4, digitised=2).share is None
    assert Digitisation(with_result=5, digitised=2).share == 0.4
    assert Digitisation(components=10, components_copied=4, components_reused=1).component_share == 0.4
    assert Digitisation(components=10, components_copied=4, components_reused=1).reuse_share == 0.1
    assert Digitisation().reuse_share is None


def test_the_backlog_is_carried_on():
    months = [Digitisation(with_result=10, digitised=4), Digitisation(), Digitisation(with_result=5, digitised=5)]
    assert backlogs(months, before=2) == (8, 8, 8)


@given(MONTHS, st.integers(0, 20))
def test_the_last_backlog_is_all_that_is_left(months, before):
    found = backlogs(months, before)
    assert not months or found[-1] == before + together(months).backlog
    assert list(found) == sorted(found)


@given(MONTHS)
def test_counts_add_up_in_any_order(months):
    assert together(months) == together(reversed(months))
    assert all(getattr(together(months), name) == sum(getattr(m, name) for m in months) for name in COUNTS)
