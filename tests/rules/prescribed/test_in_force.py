"""Which process version judges a dossier."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.prescribed.in_force import contested, process_in_force, processes_in_force
from baro.rules.prescribed.processes import ApprovedProcess, Net

NET = Net(("p",), (), (1,), ((1,),))
DAYS = st.dates(date(2023, 1, 1), date(2025, 12, 31))


def process(
    code: str, *procedures: str, valid_from: date | None = None, valid_to: date | None = None
) -> ApprovedProcess:
    return ApprovedProcess(code, code, NET, procedures=procedures, valid_from=valid_from, valid_to=valid_to)


def test_the_version_in_force_on_the_key_date_judges():
    old = process("QT-01/1", "1.01", valid_to=date(2024, 3, 31))
    new = process("QT-01/2", "1.01", valid_from=date(2024, 4, 1))
    assert process_in_force((old, new), "1.01", date(2024, 3, 31)) is old
    assert process_in_force((old, new), "1.01", date(2024, 4, 1)) is new


def test_a_process_made_for_the_procedure_goes_before_one_for_any():
    anyone, own = process("QT-00", valid_from=date(2024, 6, 1)), process("QT-02", "Cấp đổi")
    assert process_in_force((anyone, own), "cap doi", date(2024, 7, 1)) is own
    assert process_in_force((anyone, own), "", date(2024, 7, 1)) is anyone


def test_no_process_is_in_force_before_the_first_one():
    assert process_in_force((process("QT", valid_from=date(2024, 1, 1)),), "", date(2023, 12, 31)) is None


@given(
    st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.none() | DAYS, st.none() | DAYS), min_size=0, max_size=5),
    st.lists(st.tuples(st.sampled_from([-1, 0, 1]), DAYS), min_size=1, max_size=8),
)
def test_the_columnar_twin_chooses_the_same(versions, cases):
    made = tuple(
        process(f"Q{k}", *([name] if name else []), valid_from=a, valid_to=b) for k, (name, a, b) in enumerate(versions)
    )
    days = np.array([(on - date(1970, 1, 1)).days for _, on in cases], dtype=np.int32)
    columns = processes_in_force(made, ("a", "b"), np.array([p for p, _ in cases], dtype=np.int32), days)
    for (code, on), k in zip(cases, columns, strict=True):
        one = process_in_force(made, ("a", "b")[code] if code >= 0 else "", on)
        assert (made[k] if k >= 0 else None) is one


def test_versions_that_nothing_sets_apart_are_told():
    one, other = process("QT-A", "1.01"), process("QT-B", "1.01")
    later, elsewhere = process("QT-C", "1.01", valid_from=date(2024, 1, 1)), process("QT-D", "1.02")
    assert contested((one, other, later, elsewhere)) == ((other, one),)
    assert process_in_force((one, other), "1.01", date(2023, 5, 5)) is one
    assert contested((process("QT-A", valid_to=date(2023, 1, 1)), process("QT-B", "1.01"))) == ()
