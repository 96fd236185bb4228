"""Hand-over when a body ends: each open item goes to a named successor, or is told as not handed over.

A kind of matter that may lie open is one line of `ItemKind`, and one line of `records/queries/open_items.READERS`.

A split has no automatic answer, so nothing is ever handed over by rule: a single heir is only suggested, and a person
names the successor of each item.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


class ItemKind(StrEnum):
    """What may lie open when a body ends: its code, what it is called, and the operation by which a member of its
    compartment gives a sealed one on ("" where there are none)."""

    word: str
    works: str

    def __new__(cls, code: str, word: str, works: str = "") -> Self:
        """Make a kind of its line."""
        kind = str.__new__(cls, code)
        kind._value_, kind.word, kind.works = code, word, works
        return kind

    CASE = "case", "Hồ sơ"
    JOINT = "joint", "Hồ sơ liên thông chủ trì"
    LEG = "leg", "Hồ sơ liên thông có chặng của cơ quan, chưa kết thúc"
    QUESTION = "question", "Câu hỏi về dấu hiệu chưa kết luận"
    CONCLUSION = "conclusion", "Kết luận giao ban chưa thực hiện xong"
    UPWARD = "upward", "Kiến nghị với cấp trên chưa giải quyết xong"
    OBLIGATION = "obligation", "Nghĩa vụ phối hợp đang áp dụng"
    TASK = "task", "Nhiệm vụ chủ trì hoặc đã giao, chưa kết thúc"
    TARGET = "target", "Chỉ tiêu chưa hết kỳ"
    PETITION = "petition", "Đơn thư chưa kết luận", "petition.work"
    DENUNCIATION = "denunciation", "Tố cáo chưa kết luận", "denunciation.work"
    INSPECTION = "inspection", "Cuộc kiểm tra chưa ghi kết luận", "inspection.record"
    DISCIPLINE = "discipline", "Hình thức xử lý mới đề nghị, chưa thực hiện"
    PROPOSAL = "proposal", "Đề nghị cần hai người, chưa thực hiện"
    PROCESS = "process", "Quy trình đang áp dụng"
    APPOINTMENT = "appointment", "Chức vụ"
    DELEGATION = "delegation", "Ủy quyền"
    ACTING_HEAD = "acting_head", "Giao phụ trách"
    LEAVE_COVER = "leave_cover", "Vắng mặt, người thay"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class OpenItem:
    """A matter that a body has not finished, by its kind, id and code as people know it ("" where the asker may not see
    it); `person` is whose it is, if anybody's. `sealed` is what the policy asks about one kept in a compartment."""

    kind: ItemKind
    id: str
    unit: str
    code: str = ""
    person: str = ""
    sealed: Subject | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """An item given to a body from a day on, by a decision."""

    kind: ItemKind
    id: str
    unit: str
    successor: str
    on: date
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverStatement:
    """What became of the open items of a body that ended: `handed` and `outstanding` together are all of them."""

    body: str
    ended_on: date | None
    suggested: str
    handed: tuple[HandedOver, ...]
    outstanding: tuple[OpenItem, ...]
    codes: Mapping[tuple[ItemKind, str], str] = field(default_factory=dict)
    """As what people know the items that are still open, handed over or not."""

    @property
    def counts(self) -> Mapping[ItemKind, tuple[int, int]]:
        """How many of each kind were handed over, and how many were not."""
        return {
            kind: (sum(h.kind == kind for h in self.handed), sum(o.kind == kind for o in self.outstanding))
            for kind in ItemKind
        }


def hand_over_statement(
    bodies: Bodies, body: str, items: Iterable[OpenItem], handed: Iterable[HandedOver], *, on: date
) -> HandOverStatement:
    """Tell, as of a day, what became of every item that was open in a body; an item handed over twice counts once, to
    the latest successor."""
    latest: dict[tuple[ItemKind, str], HandedOver] = {}
    for given in sorted(handed, key=lambda h: h.on):
        if given.unit == body and given.on <= on:
            latest[given.kind, given.id] = given
    opened = [i for i in items if i.unit == body]
    still = (i for i in opened if (i.kind, i.id) not in latest)
    return HandOverStatement(
        body=body,
        ended_on=bodies.last_day(body),
        suggested=suggested_successor(bodies, body, on),
        handed=tuple(sorted(latest.values(), key=lambda h: (h.kind, h.id))),
        outstanding=tuple(sorted(still)),
        codes={(i.kind, i.id): i.code for i in opened},
    )


def suggested_successor(bodies: Bodies, body: str, on: date) -> str:
    """Give the one body that inherited everything; "" where a person has to choose."""
    found = bodies.mapped(body, on)
    return found.heirs[0] if found.is_mapped and found.is_unique else ""


def check_hand_over(bodies: Bodies, given: HandedOver) -> None:
    """Refuse a hand-over to oneself, to a body not in force that day, or by a body that goes on.

    Raises `Refused("handover.to_itself" | "handover.successor_not_in_force" | "handover.body_goes_on")`. The successor
    need not be an heir of the body: a decision may send an item elsewhere.
    """
    day = f"{given.on:%d/%m/%Y}"
    if given.successor == given.unit:
        raise Refused("handover.to_itself")
    if bodies.term_on(given.successor, given.on) is None:
        raise Refused("handover.successor_not_in_force", body=called(bodies, given.successor), on=day)
    if bodies.last_day(given.unit) is None and not any(s.predecessor == given.unit for s in bodies.successions):
        raise Refused("handover.body_goes_on", body=called(bodies, given.unit))
