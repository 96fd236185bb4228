"""The rail at the left: by question, only what exists and what the person may open."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from baro.desk import permission


@dataclass(frozen=True, slots=True)
class Stop:
    """A name on the rail, the route it opens, its drawing in icons.svg, and what the policy must allow."""

    name: str
    route: str
    icon: str
    operation: str = ""


@dataclass(frozen=True, slots=True)
class ShownStop:
    """A stop as the template draws it."""

    name: str
    address: str
    icon: str
    lit: bool


STOPS = (
    Stop("Tổng quan", "start", "overview"),
    Stop("Việc của tôi", "my_work", "work"),
    Stop("Hồ sơ", "dossiers", "dossier", "dossier.read"),
    Stop("Quy trình", "processes", "process", "process.read"),
    Stop("Nhiệm vụ", "tasks", "task"),
    Stop("Giao ban", "briefing", "briefing"),
    Stop("Đơn thư", "petitions", "letter", "petition.read"),
    Stop("Kiểm tra", "inspections", "inspection", "inspection.read"),
    Stop("Giám sát", "supervision", "supervision", "supervision.read"),
    Stop("Chỉ số", "indicators", "indicator", "figure.read"),
    Stop("Báo cáo", "reports", "report", "report.read"),
    Stop("Nhập dữ liệu", "imports", "import", "import.read"),
    Stop("Đề nghị hai người", "proposals", "proposal", "proposal.make"),
    Stop("Quyền", "grants", "key", "grant.read"),
    Stop("Tổ chức, nhân sự", "organisation", "organisation", "organisation.read"),
)


def rail(request: HttpRequest) -> list[ShownStop]:
    """Give the stops this person sees now."""
    return [shown for stop in STOPS if _may(request, stop) and (shown := _shown(stop, request.path)) is not None]


def _may(request: HttpRequest, stop: Stop) -> bool:
    asker = getattr(request, "asker", None)
    return not stop.operation or (asker is not None and permission.allows(asker, stop.operation))


def _shown(stop: Stop, path: str) -> ShownStop | None:
    try:
        address = reverse(stop.route)
    except NoReverseMatch:  # the area is not built yet
        return None
    lit = path == address or (address != "/" and path.startswith(address))
    return ShownStop(stop.name, address, stop.icon, lit)
