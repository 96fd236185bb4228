"""Behaviour of several logs as tables: each log, each two of them, and where they differ; in words for the command line and files."""

import numpy as np

from baro.rules.counted.told import Cell, Column, Measure, Table
from baro.rules.judged.harmonising.behaviour import Behaviour, Order, differing_orders, told_of_logs, two_by_two

ORDERS = {Order.NEVER: "không liền nhau", Order.FORWARD: "→", Order.BACKWARD: "←", Order.BOTH: "cả hai chiều"}
_MS_A_DAY = 86_400_000


def behaviour_tables(behaviour: Behaviour) -> tuple[Table, ...]:
    """All tables of a comparison, the short ones first."""
    return (
        logs_table(behaviour), pairs_table(behaviour), only_some_table(behaviour), shares_table(behaviour), orders_table(behaviour),
        traces_table(behaviour),
    )  # fmt: skip


def logs_table(behaviour: Behaviour) -> Table:
    """A row per log; days are days of 24 hours from the first event of a case to its last."""
    rows = tuple(
        (t.name, t.cases, t.events, t.activities, t.traces, t.most_common / t.cases if t.cases else None, _days(t.median), _days(t.ninetieth))
        for t in told_of_logs(behaviour)
    )  # fmt: skip
    columns = (
        _text("log", "Nhật ký"), _count("cases", "Hồ sơ"), _count("events", "Sự kiện"), _count("activities", "Việc"),
        _count("traces", "Đường đi khác nhau"), _share("most_common", "Đi đường phổ biến nhất"), _day("median", "Trung vị, ngày"),
        _day("ninetieth", "90 % xong trong, ngày"),
    )  # fmt: skip
    note = "Ngày là 24 giờ, từ sự kiện đầu đến sự kiện cuối của hồ sơ."
    return Table("logs", "Từng nhật ký", columns, rows, note=note)


def pairs_table(behaviour: Behaviour) -> Table:
    """A row for each two logs."""
    logs = behaviour.pooled.logs
    rows: list[tuple[Cell, ...]] = []
    for one in two_by_two(behaviour):
        first, second = logs[one.first], logs[one.second]
        rows.append(
            (
                first.name, second.name, one.both, one.only_first, one.only_second, one.same_order, one.other_order,
                one.shared_traces, one.shared_first / first.case_count, one.shared_second / second.case_count,
            )
        )  # fmt: skip
    columns = (
        _text("first", "Nhật ký"), _text("second", "so với"), _count("both", "Việc cả hai có"), _count("only_first", "chỉ bên trước"),
        _count("only_second", "chỉ bên sau"), _count("same", "Cặp việc cùng thứ tự"), _count("other", "khác thứ tự"),
        _count("traces", "Đường đi chung"), _share("shared_first", "Hồ sơ bên trước đi đường chung"),
        _share("shared_second", "Hồ sơ bên sau đi đường chung"),
    )  # fmt: skip
    note = "Thứ tự theo việc này đứng liền sau việc kia ít nhất trong một hồ sơ; chỉ so các việc cả hai có."
    return Table("pairs", "Từng cặp nhật ký", columns, tuple(rows), note=note)


def only_some_table(behaviour: Behaviour) -> Table:
    """The activities that some logs do not have, with their cases by log."""
    has = behaviour.with_activity > 0
    found = np.flatnonzero(has.any(axis=1) & ~has.all(axis=1))
    ranked = found[np.lexsort((found, -behaviour.with_activity[found].sum(axis=1)))]
    rows = tuple((behaviour.pooled.activities[a], *behaviour.with_activity[a].tolist()) for a in ranked)
    columns = (_text("activity", "Việc"), *_by_log(behaviour, Measure.COUNT))
    return Table("only_some", "Việc không phải nhật ký nào cũng có (số hồ sơ)", columns, rows)


def shares_table(behaviour: Behaviour) -> Table:
    """The activities that every log has, those first whose share of cases ranges most."""
    cases = np.array([log.case_count for log in behaviour.pooled.logs])
    everywhere = np.flatnonzero((behaviour.with_activity > 0).all(axis=1))
    share = behaviour.with_activity[everywhere] / cases
    spread = share.max(axis=1) - share.min(axis=1) if len(everywhere) else np.empty(0)
    ranked = np.lexsort((everywhere, -spread))
    rows = tuple((behaviour.pooled.activities[everywhere[k]], *share[k].tolist(), float(spread[k])) for k in ranked)
    columns = (_text("activity", "Việc"), *_by_log(behaviour, Measure.SHARE), _share("spread", "Chênh lệch"))
    return Table("shares", "Việc nhật ký nào cũng có (phần hồ sơ)", columns, rows)


def orders_table(behaviour: Behaviour) -> Table:
    """The pairs of activities whose order is not the same in all logs."""
    called = behaviour.pooled.activities
    rows: list[tuple[Cell, ...]] = []
    for pair in differing_orders(behaviour).tolist():
        a, b = behaviour.pairs[pair].tolist()
        orders = (_order(behaviour, pair, k) for k in range(len(behaviour.pooled.logs)))
        rows.append((called[a], called[b], *orders))
    columns = (_text("a", "Việc"), _text("b", "và việc"), *_by_log(behaviour, Measure.TEXT))
    note = "→: việc sau liền sau việc trước; ←: ngược lại; trong ngoặc là số hồ sơ."
    return Table("orders", "Thứ tự khác nhau giữa các nhật ký", columns, tuple(rows), note=note)


def traces_table(behaviour: Behaviour) -> Table:
    """The distinct traces that are in more than one log, or that five cases or more took, the most common first."""
    pooled = behaviour.pooled
    total = pooled.cases.sum(axis=1)
    kept = np.flatnonzero(((pooled.cases > 0).sum(axis=1) > 1) | (total >= 5))
    ranked = kept[np.lexsort((kept, -total[kept]))]
    rows = tuple(
        (" → ".join(pooled.activities[a] for a in pooled.traces.trace(int(t))), *pooled.cases[t].tolist())
        for t in ranked
    )
    columns = (_text("trace", "Đường đi"), *_by_log(behaviour, Measure.COUNT))
    return Table("traces", "Đường đi có ở nhiều nhật ký, hoặc từ 5 hồ sơ", columns, rows)


def _order(behaviour: Behaviour, pair: int, log: int) -> str:
    order = behaviour.order(pair, log)
    forward, backward = int(behaviour.forward[pair, log]), int(behaviour.backward[pair, log])
    shown = {Order.NEVER: "", Order.FORWARD: f" ({forward})", Order.BACKWARD: f" ({backward})"}
    return ORDERS[order] + shown.get(order, f" ({forward}, {backward})")


def _by_log(behaviour: Behaviour, measure: Measure) -> list[Column]:
    return [Column(f"l{k}", log.name, measure) for k, log in enumerate(behaviour.pooled.logs)]


def _days(ms: int | None) -> float | None:
    return None if ms is None else ms / _MS_A_DAY


def _text(key: str, label: str) -> Column:
    return Column(key, label, Measure.TEXT)


def _count(key: str, label: str) -> Column:
    return Column(key, label, Measure.COUNT)


def _share(key: str, label: str) -> Column:
    return Column(key, label, Measure.SHARE)


def _day(key: str, label: str) -> Column:
    return Column(key, label, Measure.WORKING_DAYS)
