"""How an approved process is asked whether it is clear: its needs, looked for in its steps and among its faults."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from baro.rules.judged.clarity import Looked
from baro.rules.judged.registered.lints import RegisterFault, RegisterLint
from baro.rules.prescribed.clarity import Need
from baro.rules.prescribed.processes import ApprovedProcess, Step
from baro.rules.prescribed.work_processes import Approval

_APPROVES = "approved"
"""The kind of a step at which somebody signs (`rules/observed/kinds.py`)."""
_UNCHECKED = Looked(checked=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearProcess:
    """A version of a process in force, its steps (None: none were given) and its faults."""

    approval: Approval
    process: ApprovedProcess | None
    faults: tuple[RegisterFault, ...]


def _by_faults(name: str, *lints: RegisterLint, of_steps: bool = True) -> Callable[[ClearProcess], Looked]:
    """What is missing is what faults of these kinds show, behind `name`."""

    def look(told: ClearProcess) -> Looked:
        if of_steps and not _steps(told):
            return _UNCHECKED
        return Looked(missing=tuple(f"{name}{fault.shown}" for fault in told.faults if fault.lint in lints))

    return look


def _time(told: ClearProcess) -> Looked:
    looked = _by_faults("không ghi thời hạn: ", RegisterLint.STEP_WITHOUT_LIMIT)(told)
    if told.process is not None and _steps(told) and told.process.total_limit is None:
        return Looked(missing=(*looked.missing, "không ghi thời hạn chung"))
    return looked


def _product(told: ClearProcess) -> Looked:
    steps = _steps(told)
    if not steps:
        return _UNCHECKED
    return Looked() if any(s.outputs or s.forms for s in steps) else Looked(missing=("không bước nào nêu kết quả",))


def _approver(told: ClearProcess) -> Looked:
    steps = _steps(told)
    if not steps:
        return _UNCHECKED
    signs = any(s.approver_role.strip() or (s.kind == _APPROVES and s.role.strip()) for s in steps)
    return Looked() if signs else Looked(missing=("không bước nào nêu ai duyệt, ai ký",))


def _review(told: ClearProcess) -> Looked:
    if told.approval.review_by is None:
        return Looked(missing=("chưa ghi hạn rà soát",))
    return _by_faults("quá ", RegisterLint.REVIEW_PAST, of_steps=False)(told)


def _steps(told: ClearProcess) -> tuple[Step, ...]:
    return told.process.steps if told.process else ()


PROCESS_NEEDS: Mapping[Need, Callable[[ClearProcess], Looked]] = {
    Need.STEPS: _by_faults("", RegisterLint.NO_STEPS, of_steps=False),
    Need.PERFORMER: _by_faults("không ghi ai làm: ", RegisterLint.STEP_WITHOUT_ROLE),
    Need.POST: _by_faults("chức danh không còn: ", RegisterLint.ROLE_GONE),
    Need.TIME: _time,
    Need.SUM: _by_faults("", RegisterLint.SUM_DIFFERS),
    Need.PRODUCT: _product,
    Need.APPROVER: _approver,
    Need.BODY: _by_faults("cơ quan ban hành không còn, ", RegisterLint.BODY_GONE, of_steps=False),
    Need.PUBLISHED: _by_faults("", RegisterLint.NOT_PUBLISHED, of_steps=False),
    Need.REVIEW: _review,
}
