"""The common version as a process: read back it is what was proposed, branches kept where they can be."""

from baro.channels.intake.processes import read_process, write_process
from baro.rules.judged.harmonising.draft import draft_of, is_common, loses_branches
from baro.rules.judged.harmonising.flows import flow_of, is_plain
from baro.rules.judged.harmonising.harmonised import harmonise
from baro.rules.judged.harmonising.variants import works_of
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.soundness import check_soundness
from rules.judged.harmonising.tables import days, held, line_of, step
from rules.judged.harmonising.test_harmonised import USUAL, side_by_side, steps_of

SHORT = line_of(*steps_of(USUAL, 0, 2, 3), total=4)


def harmonised(*told):
    (work,) = works_of(held(n, one) for n, one in enumerate(told))
    return harmonise(work)


def test_a_draft_written_as_a_step_table_reads_back_as_proposed(tmp_path):
    one = harmonised(USUAL, USUAL, SHORT)
    draft = draft_of(one)
    for name in ("ban-chung.xlsx", "ban-chung.csv"):
        write_process(draft, tmp_path / name)
        read = read_process(tmp_path / name)
        told = [(s.no, s.activity, s.role, s.limit) for s in read.steps]
        assert told == [(s.no, s.activity, s.role, s.limit) for s in one.common.table]
        assert (read.name, read.total_limit, read.approval.decision_no) == ("Sao lục", days(5), "")
        assert check_soundness(read.net) == ()


def test_branches_are_kept_where_the_steps_are_those_of_the_middle():
    one = harmonised(side_by_side(USUAL), side_by_side(USUAL), USUAL)
    labels = {fold(s.activity) for s in USUAL.steps}
    assert not loses_branches(one)
    assert flow_of(draft_of(one), labels, {}) == flow_of(side_by_side(USUAL), labels, {})
    assert is_plain(draft_of(one, in_a_row=True))


def test_branches_that_cannot_be_kept_are_told():
    """Four of seven have one more step, each among others of its own: the branching one stays in the middle."""
    added = [
        line_of(*USUAL.steps, step("Lưu trữ"), step(f"Việc riêng {n}"), step(f"Việc riêng {n} nữa")) for n in range(4)
    ]
    one = harmonised(*[side_by_side(USUAL)] * 3, *added)
    assert one.variants[one.middle].process.net == side_by_side(USUAL).net
    assert loses_branches(one)
    assert is_plain(draft_of(one))
    assert [s.activity for s in draft_of(one).steps] == [*(s.activity for s in USUAL.steps), "Lưu trữ"]


def test_who_has_the_common_version_need_not_replace_anything():
    one = harmonised(USUAL, USUAL, SHORT)
    assert [is_common(one, v) for v in range(len(one.variants))] == [True, False]
