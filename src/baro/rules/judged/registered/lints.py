"""Faults of a version of a process in the register, on a day. Each is a question to the body that approved it.

The rules are those that the article's supervision asks for (units without a process, no limit, not published, …); none is a
number of the law.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from baro.rules.judged.registered.steps import sum_of_limits
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.law.repealed import REPEALED
from baro.rules.prescribed.processes import ApprovedProcess, Step
from baro.rules.prescribed.work_processes import Approval, RegisterKind


class RegisterLint(IntEnum):
    """A kind of fault; its number stands in addresses, and never changes its meaning."""

    NO_STEPS = 0
    STEP_WITHOUT_ROLE = 1
    STEP_WITHOUT_LIMIT = 2
    SUM_DIFFERS = 3
    ROLE_GONE = 4
    NOT_PUBLISHED = 5
    REVIEW_PAST = 6
    BASIS_REPEALED = 7
    LIMITS_DIFFER = 8
    NEVER_USED = 9
    BODY_GONE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version in force: its approval, its steps as read (None: none were given), how many courses of work name it, and the
    bodies that took over from a body that is no more (None: it still is)."""

    approval: Approval
    process: ApprovedProcess | None
    runs: int
    heirs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a version is held against on a day: the titles of posts by body, folded (none: nobody recorded any), and the total
    limits in words of each work, by its folded name, with the names of the bodies that have them."""

    on: date
    titles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    totals: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RegisterFault:
    """A fault, and the words that show it."""

    lint: RegisterLint
    shown: str


def faults_in(told: Version, around: Around) -> tuple[RegisterFault, ...]:
    """Find the faults of a version; of each kind at most one, with all that shows it."""
    found = ((lint, tuple(dict.fromkeys(find(told, around)))) for lint, find in _FINDERS.items())
    return tuple(RegisterFault(lint, "; ".join(shown)) for lint, shown in found if shown)


def _no_steps(told: Version, around: Around) -> Iterator[str]:
    if told.process is None or not told.process.steps:
        yield "danh mục chưa có bảng bước của quy trình"


def _without_role(told: Version, around: Around) -> Iterator[str]:
    yield from (_named(step) for step in _steps(told) if not step.role.strip())


def _without_limit(told: Version, around: Around) -> Iterator[str]:
    """Receiving and handing over are of a moment where the process as a whole has a limit."""
    if told.process is not None and (told.process.total_limit is None or any(s.limit for s in told.process.steps)):
        at_once = {"received", "returned", "released"}
        yield from (_named(s) for s in told.process.steps if s.limit is None and s.kind not in at_once)


def _sum_differs(told: Version, around: Around) -> Iterator[str]:
    found = sum_of_limits(told.process) if told.process else None
    if told.process and found is not None and told.process.total_limit not in (None, found):
        yield f"cộng các bước {describe(found)}, thời hạn {describe(told.process.total_limit)}"


def _role_gone(told: Version, around: Around) -> Iterator[str]:
    titles = around.titles.get(told.approval.unit, frozenset())
    if titles:
        roles = dict.fromkeys(step.role.strip() for step in _steps(told) if step.role.strip())
        yield from (role for role in roles if fold(role) not in titles)


def _not_published(told: Version, around: Around) -> Iterator[str]:
    if told.approval.published_on is None or told.approval.published_on > around.on:
        yield f"phê duyệt ngày {told.approval.approved_on:%d/%m/%Y}, chưa ghi ngày công bố"


def _review_past(told: Version, around: Around) -> Iterator[str]:
    if told.approval.review_by and told.approval.review_by < around.on:
        yield f"hạn rà soát {told.approval.review_by:%d/%m/%Y}"


def _basis_repealed(told: Version, around: Around) -> Iterator[str]:
    for one in REPEALED:
        if one.since <= around.on and one.what in told.approval.bases:
            yield f"{one.what} hết hiệu lực từ {one.since:%d/%m/%Y} ({one.by})"


def _limits_differ(told: Version, around: Around) -> Iterator[str]:
    totals = around.totals.get(fold(told.approval.name), {})
    if told.process is not None and told.process.total_limit is not None and len(totals) > 1:
        yield from (f"{limit}: {', '.join(names)}" for limit, names in sorted(totals.items()))


def _never_used(told: Version, around: Around) -> Iterator[str]:
    if told.approval.kind is RegisterKind.INTERNAL and not told.runs:
        yield "chưa có việc nào được ghi theo quy trình này"


def _body_gone(told: Version, around: Around) -> Iterator[str]:
    if told.heirs is not None:
        yield f"nơi kế thừa: {', '.join(told.heirs)}" if told.heirs else "chưa ghi nơi kế thừa"


def _steps(told: Version) -> tuple[Step, ...]:
    return told.process.steps if told.process else ()


def _named(step: Step) -> str:
    return f"bước {step.no} “{step.activity}”" if step.no else f"bước “{step.activity}”"


_FINDERS: Mapping[RegisterLint, Callable[[Version, Around], Iterator[str]]] = {
    RegisterLint.NO_STEPS: _no_steps,
    RegisterLint.STEP_WITHOUT_ROLE: _without_role,
    RegisterLint.STEP_WITHOUT_LIMIT: _without_limit,
    RegisterLint.SUM_DIFFERS: _sum_differs,
    RegisterLint.ROLE_GONE: _role_gone,
    RegisterLint.NOT_PUBLISHED: _not_published,
    RegisterLint.REVIEW_PAST: _review_past,
    RegisterLint.BASIS_REPEALED: _basis_repealed,
    RegisterLint.LIMITS_DIFFER: _limits_differ,
    RegisterLint.NEVER_USED: _never_used,
    RegisterLint.BODY_GONE: _body_gone,
}
