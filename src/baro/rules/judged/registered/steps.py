"""How long the steps of an approved process take together, where they follow one another in a line."""

from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.processes import ApprovedProcess, Net


def in_a_line(net: Net) -> bool:
    """Say whether each step has one before and one behind it: then their limits add up."""
    if any(len(t.consumes) != 1 or len(t.produces) > 1 for t in net.transitions):
        return False
    begins = [place for t in net.transitions for place, _ in t.consumes]
    ends = [place for t in net.transitions for place, _ in t.produces]
    return len(set(begins)) == len(begins) and len(set(ends)) == len(ends)


def sum_of_limits(process: ApprovedProcess) -> Duration | None:
    """Add up the limits of the steps; None where steps branch, fewer than two have a limit, or the units differ from that of
    the whole. A step "trong ngày" adds nothing."""
    limits = [step.limit for step in process.steps if step.limit is not None]
    total = process.total_limit
    if total is None or len(limits) < 2 or not in_a_line(process.net):
        return None
    if any(limit.unit is not total.unit for limit in limits if limit.value):
        return None
    return Duration(sum(limit.value for limit in limits), total.unit)
