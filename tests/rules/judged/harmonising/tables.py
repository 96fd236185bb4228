"""Step tables for the tests of harmonising: made of few words, so that likeness and difference both happen."""

from dataclasses import replace
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st

from baro.rules.judged.harmonising.variants import HeldProcess
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.processes import ApprovedProcess, Net, Step, Transition

ACTIVITIES = ("Tiếp nhận", "Phân công", "Thẩm định", "Ký duyệt", "Trả kết quả")
ROLES = ("Văn thư", "Chuyên viên", "")
patient = settings(deadline=None)
"""However long an example takes on a busy machine."""
KINDS = ("", "received", "approved")


def days(n: int | None) -> Duration | None:
    return None if n is None else Duration(n, Unit.WORKING_DAY)


def step(activity: str, role: str = "Văn thư", limit: int | None = 1, kind: str = "") -> Step:
    return Step("", activity, role, days(limit), kind=kind)


def line_of(*steps: Step, total: int | None = 5, name: str = "Sao lục") -> ApprovedProcess:
    """Steps that follow one another as they are printed."""
    count = len(steps)
    moves = tuple(
        Transition(f"t{k}", one.activity, ((k, 1),), ((k + 1, 1),) if k + 1 < count else ())
        for k, one in enumerate(steps)
    )
    net = Net(tuple(f"p{k}" for k in range(count)), moves, (1, *[0] * (count - 1)), ((0,) * count,))
    return ApprovedProcess("QT", name, net, steps, total_limit=days(total))


def held(n: int, process: ApprovedProcess | None, name: str = "Sao lục", body: str = "", **more) -> HeldProcess:
    return HeldProcess(
        id=f"p{n:02d}", body=body or f"xa-{n:02d}", name=name, since=date(2024, 1, 1), process=process, **more
    )


def may_skip(process: ApprovedProcess, k: int) -> ApprovedProcess:
    """The same table, but step k may be left out."""
    k %= len(process.steps)
    over = Transition("over", None, ((k, 1),), ((k + 1, 1),) if k + 1 < len(process.steps) else ())
    return replace(process, net=replace(process.net, transitions=(*process.net.transitions, over)))


steps = st.builds(
    step, st.sampled_from(ACTIVITIES), st.sampled_from(ROLES), st.sampled_from((None, 0, 1, 2)), st.sampled_from(KINDS)
)
tables = st.lists(steps, min_size=1, max_size=5)
lines = st.builds(lambda steps, total: line_of(*steps, total=total), tables, st.sampled_from((None, 3, 5)))
processes = st.one_of(lines, st.builds(may_skip, lines, st.integers(0, 4)))
