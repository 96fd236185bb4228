"""How an assigned task is asked whether it is clear: what it says of itself, and what was told of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from baro.rules.judged.clarity import Looked
from baro.rules.judged.tasks.standing import WITH_LEAD, TaskNow, counted_on
from baro.rules.observed.tasks import TaskKind
from baro.rules.prescribed.clarity import Need

_TELLS = frozenset({TaskKind.NOTED, TaskKind.ASKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearTask:
    """A task as it stands, and whether the body that leads it is there."""

    now: TaskNow
    has_lead: bool


def _content(told: ClearTask) -> Looked:
    return _missing_unless(bool(told.now.task.content.strip()), "nội dung không còn")


def _performer(told: ClearTask) -> Looked:
    named = told.now.stage not in WITH_LEAD or bool(told.now.holder)
    return _missing_unless(named, "đơn vị chủ trì chưa giao cho ai")


def _time(told: ClearTask) -> Looked:
    return _missing_unless(told.now.due_on is not None, "không có thời hạn")


def _product(told: ClearTask) -> Looked:
    return _missing_unless(bool(told.now.task.product.strip()), "không nêu sản phẩm")


def _approver(told: ClearTask) -> Looked:
    return _missing_unless(bool(told.now.task.leader.strip()), "không nêu lãnh đạo chỉ đạo")


def _body(told: ClearTask) -> Looked:
    return _missing_unless(told.has_lead, "đơn vị chủ trì không còn")


def _followed(told: ClearTask) -> Looked:
    """Late with the lead, it must have said since the day due how far it is, or asked for another day."""
    now = told.now
    if now.stage not in WITH_LEAD or not now.is_late or now.due_on is None:
        return Looked()
    said = any(e.kind in _TELLS and counted_on(e, now.task) > now.due_on for e in now.events)
    return _missing_unless(said, "quá hạn mà chưa ghi tình hình")


def _missing_unless(told: bool, words: str) -> Looked:
    return Looked() if told else Looked(missing=(words,))


TASK_NEEDS: Mapping[Need, Callable[[ClearTask], Looked]] = {
    Need.STEPS: _content,
    Need.PERFORMER: _performer,
    Need.TIME: _time,
    Need.PRODUCT: _product,
    Need.APPROVER: _approver,
    Need.BODY: _body,
    Need.REVIEW: _followed,
}
