"""The harmoniser finds in the demo's communes what was planted there, and nothing else."""

import pytest

from baro.channels.demo.authority import registers
from baro.channels.demo.process_tables import NO_LIMIT, NO_ROLE, SHORT, SUM, with_tables
from baro.channels.demo.process_variants import PLANTED, USUAL
from baro.channels.intake.processes import read_process
from baro.rules.judged.harmonising.differences import DifferenceKind
from baro.rules.judged.harmonising.harmonised import Harmonised, harmonise
from baro.rules.judged.harmonising.variants import HeldProcess, works_of
from baro.rules.prescribed.durations import Duration, Unit

COMMUNES = tuple(f"xa-{k:02d}" for k in range(23))


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict[str, Harmonised]:
    approvals = registers.processes(COMMUNES)
    tables = with_tables(approvals, COMMUNES, tmp_path_factory.mktemp("bang"))
    held = [
        HeldProcess(id=key, body=told.unit, name=told.name, kind=told.kind, since=told.approved_on, process=read_process(path))
        for key, (told, path) in tables.items()
    ]  # fmt: skip
    return {work.name: harmonise(work) for work in works_of(held)}


def by_commune(one: Harmonised) -> dict[str, tuple[tuple[str, str], ...]]:
    """How each commune differs from the middle: kind of difference and activity."""
    told = {}
    for variant, compared in zip(one.variants, one.compared, strict=True):
        middle = one.variants[one.middle].process.steps
        facts = []
        for d in compared.differences:
            step = (
                middle[d.first]
                if d.first is not None
                else variant.process.steps[d.second]
                if d.second is not None
                else None
            )
            facts.append((d.kind.name, step.activity if step else ""))
        told |= {held.body: tuple(facts) for held in variant.holders}
    return told


def test_only_the_two_planted_works_are_there(found):
    assert sorted(found) == ["Quy trình nội bộ cấp xã mẫu 1", "Quy trình nội bộ cấp xã mẫu 2"]


def test_the_second_work_differs_exactly_as_planted(found):
    one = found["Quy trình nội bộ cấp xã mẫu 2"]
    planted = {COMMUNES[k]: v.differences for v in PLANTED for k in v.communes}
    assert by_commune(one) == {commune: planted.get(commune, ()) for commune in COMMUNES}
    assert len(one.variants) == len(PLANTED)
    assert all(compared.flow_checked for compared in one.compared)


def test_the_first_work_differs_exactly_as_planted(found):
    total = ("OTHER_TOTAL", "")
    planted = {
        COMMUNES[SHORT]: (("MISSING", "Phân công xử lý"), ("OTHER_LIMIT", "Thẩm định"), ("MISSING", "Ký duyệt"), total),
        COMMUNES[NO_ROLE]: (("OTHER_ROLE", "Phân công xử lý"),),
        COMMUNES[NO_LIMIT]: (("OTHER_LIMIT", "Thẩm định"),),
        COMMUNES[SUM]: (("OTHER_LIMIT", "Thẩm định"),),
    }
    told = by_commune(found["Quy trình nội bộ cấp xã mẫu 1"])
    assert told == {commune: planted.get(commune, ()) for commune in COMMUNES}


def test_the_usual_version_is_proposed_and_the_short_one_stands_alone(found):
    one = found["Quy trình nội bộ cấp xã mẫu 2"]
    proposed = [(s.activity, s.role, s.limit.value if s.limit else None) for s in one.common.table]
    assert proposed == [(s.activity, s.role, s.limit) for s in USUAL]
    assert one.common.total == Duration(10, Unit.WORKING_DAY)
    assert [s.step.activity for s in one.common.left_out] == ["Kiểm tra thể thức"]
    short = next(
        v for v, variant in enumerate(one.variants) if variant.process.total_limit == Duration(4, Unit.WORKING_DAY)
    )
    assert (short,) in one.groups


def test_every_kind_of_difference_that_a_line_of_steps_can_have_is_planted():
    planted = {kind for variant in PLANTED for kind, _ in variant.differences}
    assert planted == {kind.name for kind in DifferenceKind} - {"OTHER_FLOW"}
