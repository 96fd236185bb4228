"""Harmonised processes in words: what differs, why a step is proposed, in what a work ranges."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from baro.rules.judged.harmonising.differences import Difference, DifferenceKind
from baro.rules.judged.harmonising.harmonised import Harmonised
from baro.rules.judged.harmonising.proposing import CommonVersion, VotedStep
from baro.rules.judged.harmonising.variants import HeldProcess, Variant
from baro.rules.prescribed.durations import Duration, amount_of, describe
from baro.rules.prescribed.processes import Step

MARKS: Mapping[DifferenceKind, str] = {
    DifferenceKind.MISSING: "thiếu bước",
    DifferenceKind.ADDED: "thêm bước",
    DifferenceKind.MOVED: "chỗ khác",
    DifferenceKind.OTHER_NAME: "tên khác",
    DifferenceKind.OTHER_ROLE: "người làm khác",
    DifferenceKind.OTHER_LIMIT: "thời hạn khác",
    DifferenceKind.OTHER_FLOW: "thứ tự, nhánh khác",
    DifferenceKind.OTHER_TOTAL: "thời hạn chung khác",
}
BRANCHES_LOST = "Bản giữa có nhánh rẽ; bản chung có bước khác nên xếp thành một hàng: xin ghi lại cột “Bước tiếp theo”."
NO_ROLE, NO_LIMIT = "không ghi ai làm", "không ghi thời hạn"


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most of something, in words; the same where nothing differs, "" where nobody tells it."""

    least: str
    most: str

    @property
    def differs(self) -> bool:
        """Say whether there is more than one."""
        return self.least != self.most


def difference_words(one: Difference, first: Variant, second: Variant) -> str:
    """Tell how the second differs from the first."""
    mine = first.process.steps[one.first] if one.first is not None else None
    theirs = second.process.steps[one.second] if one.second is not None else None
    match one.kind, mine, theirs:
        case DifferenceKind.MISSING, Step() as step, _:
            return f"thiếu bước “{step.activity}”"
        case DifferenceKind.ADDED, _, Step() as step:
            return f"thêm bước “{step.activity}”"
        case DifferenceKind.MOVED, Step() as step, _:
            return f"bước “{step.activity}” đứng chỗ khác"
        case DifferenceKind.OTHER_NAME, Step() as step, Step() as other:
            return f"bước “{step.activity}” gọi là “{other.activity}”"
        case DifferenceKind.OTHER_ROLE, Step() as step, Step() as other:
            return _other_role(step, other)
        case DifferenceKind.OTHER_LIMIT, Step() as step, Step() as other:
            return f"bước “{step.activity}”: thời hạn {_told(other.limit)} (bản giữa: {_told(step.limit)})"
        case DifferenceKind.OTHER_TOTAL, _, _:
            return f"thời hạn chung {_told(second.process.total_limit)} (bản giữa: {_told(first.process.total_limit)})"
        case _:
            return "cùng các bước nhưng thứ tự, nhánh rẽ khác"


def told_differences(one: Harmonised, v: int) -> list[str]:
    """How a variant differs from the one in the middle, in words."""
    compared = one.compared[v]
    words = [difference_words(d, one.variants[one.middle], one.variants[v]) for d in compared.differences]
    return words if compared.flow_checked else [*words, "thứ tự, nhánh rẽ chưa so được"]


def activity_of(one: Harmonised, n: int) -> str:
    """What a line of the steps is called: as the middle variant calls it, else the first that has it."""
    line = one.lines[n]
    v = one.middle if line.middle is not None else next(v for v, c in enumerate(line.cells) if c.step is not None)
    step = line.cells[v].step
    return "" if step is None else one.variants[v].process.steps[step].activity


def reasons(one: VotedStep, bodies: int) -> tuple[str, ...]:
    """Tell why a step stands in the common version, or was left out."""
    return tuple(_reasons(one, bodies))


def total_reason(common: CommonVersion) -> str:
    """Tell where the limit of the common version comes from."""
    vote = common.total_vote
    if common.total is None:
        return "Chưa đề xuất được: chưa cơ quan nào ghi."
    if vote.value is None:
        return "Bằng tổng các bước; chưa cơ quan nào ghi thời hạn chung."
    if common.added_up:
        return f"Bằng tổng các bước; {vote.have}/{vote.of} cơ quan nay ghi {describe(vote.value)}."
    return f"Theo số đông: {vote.have}/{vote.of} cơ quan nay ghi {describe(vote.value)}."


def limit_words(limit: Duration | None) -> str:
    """Tell a limit, or that none is told."""
    return NO_LIMIT if limit is None else describe(limit)


def span_of_limits(held: Iterable[HeldProcess]) -> Span:
    """In what the limits of processes range, those told; of limits counted in other ways, by the way."""
    limits = [one.process.total_limit for one in held if one.process and one.process.total_limit]
    ranked = sorted(limits, key=amount_of)
    return Span(describe(ranked[0]), describe(ranked[-1])) if ranked else Span("", "")


def span_of_steps(held: Iterable[HeldProcess]) -> tuple[int, int]:
    """The fewest and the most steps."""
    counts = [len(one.process.steps) for one in held if one.process]
    return min(counts, default=0), max(counts, default=0)


def _reasons(one: VotedStep, bodies: int) -> Iterator[str]:
    yield f"{one.have}/{bodies} cơ quan có bước này"
    if one.elsewhere:
        yield f"{one.elsewhere} cơ quan để bước này ở chỗ khác"
    if not one.taken:
        return
    if one.role.value is None:
        yield "chưa cơ quan nào ghi ai làm"
    else:
        yield f"{one.role.have}/{one.have} cơ quan giao cho {one.role.value}"
    if one.limit.value is None:
        yield "chưa cơ quan nào ghi thời hạn"
    elif one.least == one.most:
        yield f"{one.limit.have}/{one.have} cơ quan để thời hạn {describe(one.limit.value)}"
    else:
        least, most = limit_words(one.least), limit_words(one.most)
        yield f"{one.limit.have}/{one.have} cơ quan để thời hạn {describe(one.limit.value)} (từ {least} đến {most})"


def _other_role(step: Step, other: Step) -> str:
    if not other.role.strip():
        return f"bước “{step.activity}” chưa ghi ai làm (bản giữa: {step.role})"
    if not step.role.strip():
        return f"bước “{step.activity}”: người làm là {other.role} (bản giữa chưa ghi)"
    return f"bước “{step.activity}”: người làm là {other.role} (bản giữa: {step.role})"


def _told(limit: Duration | None) -> str:
    return "chưa ghi" if limit is None else describe(limit)
