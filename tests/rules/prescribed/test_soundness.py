"""A process as drawn can always be completed, properly, and every step of it can happen; otherwise the flaw is named."""

from hypothesis import given, settings

from baro.rules.prescribed.processes import Net, Transition
from baro.rules.prescribed.soundness import Flaw, FlawKind, check_soundness
from rules.judged.conformance.nets import blocks, build, wild_nets


def net(places: int, moves: list[tuple[str | None, list[int], list[int]]], final: int | None = None) -> Net:
    made = (
        Transition(f"t{k}", a, tuple((p, 1) for p in i), tuple((p, 1) for p in o)) for k, (a, i, o) in enumerate(moves)
    )
    initial = tuple(int(p == 0) for p in range(places))
    return Net(tuple(map(str, range(places))), tuple(made), initial, (tuple(int(p == final) for p in range(places)),))


def test_a_sequence_is_sound():
    assert check_soundness(net(2, [("a", [0], [1]), ("b", [1], [])])) == ()


def test_a_join_after_a_choice_waits_for_what_never_comes():
    drawn = net(4, [("a", [0], [1]), ("b", [0], [2]), (None, [1, 2], [3]), ("ký", [3], [])])
    assert check_soundness(drawn) == (
        Flaw(FlawKind.DEADLOCK, "a", "ký"),
        Flaw(FlawKind.DEADLOCK, "b", "ký"),
        Flaw(FlawKind.UNREACHABLE_STEP, "ký"),
    )


def test_work_left_over_at_the_end_is_no_proper_end():
    drawn = net(4, [(None, [0], [1, 2]), ("trả", [1], [3]), ("số hóa", [2], [2])], final=3)
    flaws = check_soundness(drawn)
    assert Flaw(FlawKind.NO_PROPER_END, "trả", "số hóa") in flaws


def test_a_loop_without_a_way_out_is_no_proper_end():
    drawn = net(3, [("a", [0], [1]), ("b", [1], [2]), ("c", [2], [1])])
    assert check_soundness(drawn) == (Flaw(FlawKind.NO_PROPER_END, "", "a"),)


def test_a_way_into_an_endless_loop_is_named_by_its_step():
    drawn = net(3, [("tốt", [0], []), ("hỏng", [0], [1]), ("x", [1], [2]), ("y", [2], [1])])
    assert check_soundness(drawn) == (Flaw(FlawKind.NO_PROPER_END, "hỏng", "x"),)


def test_a_loop_that_leaves_work_behind_each_time_is_unbounded():
    drawn = net(3, [("a", [0], [1]), ("thêm", [1], [1, 2]), ("c", [1], [])])
    assert check_soundness(drawn) == (Flaw(FlawKind.UNBOUNDED, "thêm"),)


def test_a_step_that_nothing_leads_to_is_named():
    drawn = net(2, [("a", [0], []), ("lạc", [1], [])])
    assert check_soundness(drawn) == (Flaw(FlawKind.UNREACHABLE_STEP, "lạc"),)


def test_a_step_drawn_twice_is_reachable_if_one_of_them_is():
    assert check_soundness(net(2, [("a", [0], []), ("a", [1], [])])) == ()


def test_too_many_markings_are_told_not_guessed():
    wide = [(None, [0], list(range(1, 13)))] + [(f"s{k}", [k], []) for k in range(1, 13)]
    assert check_soundness(net(13, wide)) == ()
    assert check_soundness(net(13, wide), bound=1000) == (Flaw(FlawKind.TOO_LARGE, "", bound=1000),)


@given(blocks)
@settings(deadline=None)
def test_every_process_built_of_blocks_is_sound(block):
    assert check_soundness(build(block)) == ()


@given(wild_nets())
@settings(deadline=None, max_examples=300)
def test_soundness_is_what_its_definition_says(drawn):
    kinds = {flaw.kind for flaw in check_soundness(drawn, bound=2000)}
    reached = reachable(drawn, 2000)
    if reached is None:
        assert kinds <= {FlawKind.UNBOUNDED, FlawKind.TOO_LARGE} and kinds
        return
    ends = {m for m in reached if m in drawn.finals}
    back = set(ends)
    while more := {m for m in reached if m not in back and any(n in back for n in after(drawn, m))}:
        back |= more
    over = any(
        m != f and any(f) and all(a >= b for a, b in zip(m, f, strict=True)) for m in reached for f in drawn.finals
    )
    dead = {t.label for t in drawn.transitions if t.label} - {
        t.label for m in reached for t in drawn.transitions if fired(t, m)
    }
    assert bool(kinds - {FlawKind.UNREACHABLE_STEP}) == (back != reached or over)
    assert (FlawKind.UNREACHABLE_STEP in kinds) == bool(dead)


def reachable(drawn: Net, most: int) -> set[tuple[int, ...]] | None:
    """Every marking, None if there are too many: a net this small has few, or no end of them."""
    found, front = {drawn.initial}, [drawn.initial]
    while front:
        for marking in after(drawn, front.pop()):
            if marking not in found:
                found.add(marking)
                front.append(marking)
        if len(found) > most:
            return None
    return found


def after(drawn: Net, marking: tuple[int, ...]) -> list[tuple[int, ...]]:
    return [reached for t in drawn.transitions if (reached := fired(t, marking))]


def fired(move: Transition, marking: tuple[int, ...]) -> tuple[int, ...] | None:
    take, give = dict(move.consumes), dict(move.produces)
    left = [count - take.get(p, 0) for p, count in enumerate(marking)]
    return None if min(left) < 0 else tuple(count + give.get(p, 0) for p, count in enumerate(left))
