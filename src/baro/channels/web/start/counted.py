"""What somebody may count: the dossiers in reach by their class in time, deliveries, the figures of the article."""

from dataclasses import dataclass
from datetime import datetime

from baro.desk import permission
from baro.desk.article import figures_for
from baro.desk.permission import Asker
from baro.records.queries.briefings import open_conclusions
from baro.records.queries.dossier_counts import by_time_class, judged_as_of
from baro.records.queries.imports import batches, open_conflict_counts, sources
from baro.records.queries.signal_questions import count_questions
from baro.rules.counted.small_counts import Told, Veil
from baro.rules.judged.deadlines.classes import IN_TIME, TimeClass
from baro.rules.observed.signal_questions import Stage
from baro.rules.prescribed.policy.standing import Subject

_DONE = (*IN_TIME, TimeClass.LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossiers:
    """Dossiers in reach, as judged at a moment: all, open and late, open and in time, done and done late."""

    as_of: datetime | None
    total: int
    open_late: int
    open_in_time: int
    done: int
    done_late: int
    not_computable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliveries:
    """The sources that somebody may read: when the latest delivery came, and how many contradictions wait."""

    sources: int
    last: datetime | None
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Questions about red flags that wait for somebody: to be answered, of these past their day, and to be judged."""

    to_answer: int
    overdue: int
    to_judge: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the article, with its unit and what it counts; `veil` is "small" or "withheld" where it may not be told."""

    value: int | None
    veil: str
    unit: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Figures about one body."""

    body: str
    figures: tuple[Figure, ...]


def dossiers_of(who: Asker) -> Dossiers | None:
    """Count the dossiers that somebody may read; None where there are none."""
    scope = permission.scope(who, "dossier.read")
    found = by_time_class(scope)
    if not found:
        return None
    return Dossiers(
        as_of=judged_as_of(scope),
        total=sum(found.values()),
        open_late=found.get(TimeClass.PENDING_LATE, 0),
        open_in_time=found.get(TimeClass.PENDING_ON_TIME, 0),
        done=sum(found.get(c, 0) for c in _DONE),
        done_late=found.get(TimeClass.LATE, 0),
        not_computable=found.get(TimeClass.NOT_COMPUTABLE, 0),
    )


def deliveries_of(who: Asker) -> Deliveries | None:
    """Tell of deliveries, to whom the page of deliveries is open."""
    if not permission.allows(who, "import.read"):
        return None
    seen = {s.code for s in sources() if permission.allows(who, "import.read", Subject(id=s.code, unit=s.unit))}
    latest = next((batch.received_at for batch in batches(most=500) if batch.source in seen), None)
    waiting = sum(n for code, n in open_conflict_counts().items() if code in seen)
    return Deliveries(sources=len(seen), last=latest, waiting=waiting)


def conclusions_of(who: Asker) -> tuple[int, int]:
    """How many conclusions of briefings somebody is to report on, and how many of these are past their day."""
    return open_conclusions(permission.scope(who, "briefing.report"), who.on)


def questions_of(who: Asker) -> Questions:
    """Count the questions that wait for somebody."""
    counts, overdue = count_questions(permission.scope(who, "signal.answer"), who.on)
    judged, _ = count_questions(permission.scope(who, "signal.judge"), who.on)
    return Questions(to_answer=counts[Stage.ASKED], overdue=overdue, to_judge=judged[Stage.ANSWERED])


_GROUPS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "Huyện Thạch Thất",
        (
            ("processes.district", "quy trình", "nội bộ của UBND huyện đã ban hành"),
            ("processes.commune", "quy trình", "của 23 xã, thị trấn"),
            ("inspections", "lượt", "thanh tra, kiểm tra công vụ, năm 2021 đến 2023"),
            ("disciplined", "cán bộ, công chức", "cấp xã bị kỷ luật, năm 2021 đến 2023"),
        ),
    ),
    (
        "Sở Tài nguyên và Môi trường",
        (
            ("processes.department", "quy trình", "nội bộ được công bố"),
            ("complaints.total", "vụ", "khiếu nại, tố cáo đã tiếp nhận"),
            ("complaints.concluded", "vụ", "đã kết luận"),
            ("complaints.verifying", "vụ", "đang xác minh"),
        ),
    ),
    (
        "Văn phòng Đăng ký đất đai",
        (
            ("reprimands", "viên chức", "bị khiển trách"),
            ("lessons_reviews", "viên chức", "được đề nghị kiểm điểm rút kinh nghiệm"),
            ("collective_reviews", "tập thể", "chi nhánh bị kiểm điểm trách nhiệm"),
            ("dossiers_per_year", "hồ sơ", "tiếp nhận trong năm gần nhất có dữ liệu"),
        ),
    ),
    ("Thành phố", (("linked_procedures", "thủ tục", "liên thông"),)),
)


def article_of(who: Asker) -> tuple[FigureGroup, ...]:
    """Give the figures that somebody may read, by body; a group without any is left out. Nothing at all where the
    records hold nothing of them."""
    found = figures_for(who)
    if not any(found.values()):
        return ()
    groups = (
        FigureGroup(
            body=body,
            figures=tuple(_figure(found[name], unit, what) for name, unit, what in lines if name in found),
        )
        for body, lines in _GROUPS
    )
    return tuple(group for group in groups if group.figures)


def _figure(told: Told | None, unit: str, what: str) -> Figure:
    if isinstance(told, Veil):
        return Figure(value=None, veil=told.value, unit=unit, what=what)
    return Figure(value=told, veil="", unit=unit, what=what)
