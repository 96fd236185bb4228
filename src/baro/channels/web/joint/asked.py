"""What the address of the list of joint dossiers asks for, and the dossiers that it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from baro.desk.joint import READ, joints_at
from baro.desk.permission import Asker, scope
from baro.records.queries.joint_dossiers import Place, closed_joint, open_joint
from baro.rules.judged.joint.legs import HELD, JointNow, LegState

MOST, PAGE = 500, 50
VIEWS = {
    "": "Đang giải quyết",
    "chua-xac-nhan": "Gửi chưa xác nhận",
    "qua-han": "Quá hạn",
    "den-luot-gui": "Đến lượt gửi",
    "da-xong": "Đã xong",
}
CLOSED = "da-xong"


@dataclass(frozen=True, slots=True, kw_only=True)
class JointAsked:
    """The view, the procedure, the agency where it lies, the beginning of the code; after which closed one a page begins."""

    view: str = ""
    process: str = ""
    agency: str = ""
    code: str = ""
    after: str = ""

    def changed(self, **words: str) -> str:
        """The address with some words changed; a page begins anew."""
        told = {"xem": self.view, "thu-tuc": self.process, "co-quan": self.agency, "ma": self.code}
        told |= {name.replace("_", "-"): word for name, word in words.items()}
        return "?" + urlencode({name: word for name, word in told.items() if word})

    @property
    def is_filtered(self) -> bool:
        """Say whether anything but the view is asked for."""
        return bool(self.process or self.agency or self.code)

    @property
    def place(self) -> Place | None:
        """After which closed dossier the page begins; None for the first, or where the address cannot be read."""
        moment, _, joint = self.after.partition("~")
        try:
            return Place(datetime.fromisoformat(moment), joint) if joint else None
        except ValueError:
            return None


def asked_of(told: Mapping[str, str]) -> JointAsked:
    """Read an address; what is not known is left out."""
    view = told.get("xem", "")
    return JointAsked(
        view=view if view in VIEWS else "", process=told.get("thu-tuc", "")[:40], agency=told.get("co-quan", "")[:40],
        code=told.get("ma", "").strip()[:60], after=told.get("sau", "")[:120],
    )  # fmt: skip


def open_now(who: Asker) -> list[JointNow]:
    """The open dossiers in reach as they stand: those with a leg that nobody acknowledged first, then those with a late
    leg, then the whole late, then the oldest."""
    found = joints_at(open_joint(scope(who, READ), MOST), who.at)
    return sorted(found, key=lambda now: (not now.unacknowledged, not now.late_legs, not now.is_late))


def closed_now(who: Asker, asked: JointAsked) -> tuple[list[JointNow], str]:
    """A page of closed ones, the last first, and where the next begins ("": there is none)."""
    found = closed_joint(scope(who, READ), asked.place, PAGE + 1)
    shown = joints_at(found[:PAGE], who.at)
    last = found[PAGE - 1] if len(found) > PAGE else None
    return shown, f"{last.closed_at.isoformat()}~{last.id}" if last and last.closed_at else ""


def is_meant(now: JointNow, asked: JointAsked, view: str) -> bool:
    """Say whether a dossier is one of those asked for."""
    if asked.process and now.dossier.process != asked.process:
        return False
    if asked.code and not now.dossier.code.startswith(asked.code):
        return False
    if asked.agency and asked.agency not in places_of(now):
        return False
    match view:
        case "chua-xac-nhan":
            return bool(now.unacknowledged)
        case "qua-han":
            return now.is_late or bool(now.late_legs)
        case "den-luot-gui":
            return any(leg.state in (LegState.TO_SEND, LegState.RETURNED) for leg in now.legs)
    return True


def places_of(now: JointNow) -> tuple[str, ...]:
    """Where a dossier lies: the agencies of the legs under way, else the lead."""
    return tuple(leg.leg.agency for leg in now.legs if leg.state in HELD) or (now.process.lead,)
