"""What exactly a proposal would do, in words and names: what the second person approves is what these lines say."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from baro.channels.web.organisation.named import body_named, holder_named, whose
from baro.channels.web.organisation.told import days_of
from baro.channels.wording.access import ROLES
from baro.channels.wording.organisation import HELD
from baro.channels.wording.proposals import FIELDS, GROUNDS, KINDS, STAGES, STATE_OF_STAGE
from baro.channels.wording.rights import OPERATIONS
from baro.desk.access_acts import told_role
from baro.desk.late_posts import held_of, tells_of_held
from baro.records.ledger.bodies import read_moment
from baro.records.queries.access import told_grant_row
from baro.records.queries.proposals import Proposal
from baro.rules.prescribed.posts import LeaveCover
from baro.rules.prescribed.zones import VIETNAM, local_time

Lines = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProposal:
    """A proposal as a page tells it."""

    id: str
    kind: str
    sentence: str
    lines: Lines
    reason: str
    first: str
    made_at: datetime
    expires_on: date | None
    second: str
    approved_at: datetime | None
    closed_by: str
    closed_at: datetime | None
    answer: str
    stage: str
    stage_word: str
    state: str
    is_erased: bool


def shown(found: Proposal, on: date) -> ShownProposal:
    """Tell a proposal on a day."""
    stage, kind = found.stage(on), KINDS.get(found.operation, OPERATIONS[found.operation])
    sentence, lines = ("nội dung đã được hủy", []) if not found.told else _what(found)
    return ShownProposal(
        id=found.id, kind=kind, sentence=sentence, lines=lines, reason=found.reason, first=holder_named(found.first),
        made_at=found.made_at, expires_on=found.expires_on, second=holder_named(found.second),
        approved_at=found.approved_at, closed_by=holder_named(found.closed_by), closed_at=found.closed_at,
        answer=found.answer, stage=str(stage), stage_word=STAGES[stage], state=STATE_OF_STAGE[stage],
        is_erased=not found.told,
    )  # fmt: skip


def _what(found: Proposal) -> tuple[str, Lines]:
    return _TOLD.get(found.operation, _plain)(found, json.loads(found.told))


def _granting(found: Proposal, told: dict[str, Any]) -> tuple[str, Lines]:
    new = told_role(told)
    person, role, unit = holder_named(new.person), ROLES[new.grant.role], body_named(new.grant.unit)
    lines = [("Cho", person), ("Vai trò", role), ("Tại đơn vị", unit), ("Thời gian", days_of(new.grant.term))]
    if new.grant.delegated_by:
        lines.append(("Theo ủy quyền của", holder_named(new.grant.delegated_by)))
    return f"{role}, {unit}: {person}", [*lines, ("Quyết định", new.decision)]


def _ending(found: Proposal, told: dict[str, Any]) -> tuple[str, Lines]:
    last, held = date.fromisoformat(told["last"]), told_grant_row(found.subject.id)
    day = ("Ngày cuối cùng giữ vai trò", f"{last:%d/%m/%Y}")
    if held is None:
        return f"đến hết {day[1]}", [day]
    person, role, unit = holder_named(held.person), ROLES[held.grant.role], body_named(held.grant.unit)
    lines = [("Của", person), ("Vai trò", role), ("Tại đơn vị", unit), ("Đang giữ", days_of(held.grant.term)), day]
    return f"{role}, {unit}: {person}, đến hết {day[1]}", lines


def _erasing(found: Proposal, told: dict[str, Any]) -> tuple[str, Lines]:
    fields = "mọi dữ liệu cá nhân" if told["fields"] is None else ", ".join(FIELDS.get(f, f) for f in told["fields"])
    ground, of = GROUNDS.get(told["ground"], told["ground"]), whose(found.subject.id)
    lines = [("Của", of), ("Dữ liệu bị hủy", fields), ("Căn cứ", ground)]
    if found.subject.unit:
        lines.append(("Thuộc đơn vị", body_named(found.subject.unit)))
    return f"{fields} của {of}", lines


def _late(found: Proposal, told: dict[str, Any]) -> tuple[str, Lines]:
    """Something that a person holds, to be entered late; what else is entered late is told by its codes."""
    if not tells_of_held(found):
        return _plain(found, told)
    kind, _, value = held_of(told)
    whom = value.absent if isinstance(value, LeaveCover) else value.person
    what = getattr(value, "title", "") or getattr(value, "role", "")
    lines = [("Của", holder_named(whom)), ("Việc ghi muộn", HELD[kind])]
    lines += [("Nội dung", what)] if what else []
    lines += [("Người thay", holder_named(value.cover))] if isinstance(value, LeaveCover) else []
    lines += [("Tại đơn vị", body_named(value.unit)), ("Thời gian được tính", days_of(value.term))]
    sentence = f"{HELD[kind]}{': ' + what if what else ''}, {holder_named(whom)}, {days_of(value.term)}"
    return sentence, [*lines, ("Quyết định", value.decision or "không ghi")]


def _voiding(found: Proposal, told: dict[str, Any]) -> tuple[str, Lines]:
    """A step of a dossier written down here, told by mistake."""
    code = str(told["dossier"]).partition(":")[2]
    happened, recorded = (_moment_here(told[name]) for name in ("happened_at", "recorded_at"))
    lines = [
        ("Hồ sơ", code), ("Thuộc đơn vị", body_named(found.subject.unit)),
        ("Bước bị hủy", f"{told['number']}. {told['activity']}"), ("Ghi là xảy ra lúc", happened),
        ("Ghi vào sổ lúc", recorded), ("Hệ quả", "Hạn, kết quả đối chiếu của hồ sơ tính lại không có bước này; bước vẫn hiện, gạch ngang, kèm lý do."),
    ]  # fmt: skip
    return f"bước “{told['activity']}” của hồ sơ {code}", lines


def _moment_here(text: str) -> str:
    return f"{local_time(read_moment(text), VIETNAM):%H:%M %d/%m/%Y}"


def _plain(found: Proposal, told: dict[str, Any]) -> tuple[str, Lines]:
    """What no page of its own tells yet: the codes as the act will tell them."""
    lines = [("Về việc có mã", found.subject.id)] if found.subject.id else []
    if found.subject.unit:
        lines.append(("Thuộc đơn vị", body_named(found.subject.unit)))
    return OPERATIONS[found.operation], [*lines, *((name, _written(value)) for name, value in told.items())]


def _written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


_TOLD: dict[str, Callable[[Proposal, dict[str, Any]], tuple[str, Lines]]] = {
    "grant.give": _granting,
    "grant.end": _ending,
    "ledger.erase": _erasing,
    "ledger.late_entry": _late,
    "dossier.void": _voiding,
}
