"""Forms of discipline by category of staff and epoch, and the measures that are no discipline.

Until 30/6/2025 NĐ 112/2020/NĐ-CP (amended by 71/2023): giáng chức for leading and hạ bậc lương for other civil servants;
both abolished by NĐ 172/2025/NĐ-CP. Labour Code art. 124 for workers (from memory: not verified).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.staff import StaffCategory

REFORMED_ON = date(2025, 7, 1)


class Form(StrEnum):
    """Khiển trách, cảnh cáo, hạ bậc lương, giáng chức, cách chức, bãi nhiệm, buộc thôi việc, kéo dài thời hạn nâng lương,
    sa thải; `UNTOLD` where the source counts a case without telling its form."""

    REPRIMAND = "reprimand"
    WARNING = "warning"
    PAY_CUT = "pay_cut"
    DEMOTION = "demotion"
    REMOVAL = "removal"
    RECALL = "recall"
    TERMINATION = "termination"
    PAY_RISE_DELAYED = "pay_rise_delayed"
    DISMISSAL = "dismissal"
    UNTOLD = "untold"


class Measure(StrEnum):
    """What holds to account without being discipline: kiểm điểm trách nhiệm tập thể, kiểm điểm rút kinh nghiệm, phê bình,
    nhắc nhở bằng văn bản. Never counted as discipline."""

    COLLECTIVE_REVIEW = "collective_review"
    LESSON_REVIEW = "lesson_review"
    CRITICISM = "criticism"
    WRITTEN_REMINDER = "written_reminder"


class MeasureState(StrEnum):
    """Whether a measure was only proposed (đề nghị) or carried out."""

    PROPOSED = "proposed"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person disciplined by a body on a day. `person` and `person_unit` are "" where the source does not tell them;
    `origin` is the inspection that found the breach."""

    id: str
    unit: str
    person: str
    person_unit: str
    category: StaffCategory
    form: Form
    decided_on: date
    decision: str
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTaken:
    """A measure of `unit` towards a body (a collective) or a person; `person`, `object` are "" where not told."""

    id: str
    unit: str
    kind: Measure
    state: MeasureState
    taken_on: date
    object: str = ""
    person: str = ""
    origin: str = ""


_MILD = frozenset({Form.REPRIMAND, Form.WARNING})
_SERVANT = _MILD | {Form.REMOVAL, Form.TERMINATION}
_OFFICIAL = _SERVANT | {Form.RECALL}
_ALLOWED = {
    StaffCategory.CADRE: _MILD | {Form.REMOVAL, Form.RECALL},
    StaffCategory.CIVIL_SERVANT: _SERVANT,
    StaffCategory.COMMUNE_OFFICIAL: _OFFICIAL,
    StaffCategory.PUBLIC_EMPLOYEE: _SERVANT,
    StaffCategory.WORKER: frozenset({Form.REPRIMAND, Form.PAY_RISE_DELAYED, Form.REMOVAL, Form.DISMISSAL}),
}
_ABOLISHED = frozenset({Form.PAY_CUT, Form.DEMOTION})
_KNEW_ABOLISHED = frozenset({StaffCategory.CIVIL_SERVANT, StaffCategory.COMMUNE_OFFICIAL})


def forms_for(category: StaffCategory, on: date) -> frozenset[Form]:
    """Give the forms that the law knows for a category on a day, for leaders and others together."""
    had_more = on < REFORMED_ON and category in _KNEW_ABOLISHED
    return _ALLOWED[category] | (_ABOLISHED if had_more else frozenset())


def check_decision(decision: Decision) -> None:
    """Refuse a decision without number, or of a form that the law does not know for the category on that day.

    Raises `Refused("discipline.no_decision" | "discipline.form_not_allowed")`.
    """
    if not decision.decision.strip():
        raise Refused("discipline.no_decision")
    allowed = forms_for(decision.category, decision.decided_on)
    if decision.form is not Form.UNTOLD and decision.form not in allowed:
        raise Refused(
            "discipline.form_not_allowed",
            form=decision.form.value,
            category=decision.category.value,
            on=f"{decision.decided_on:%d/%m/%Y}",
        )
