import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.rules.judged.conformance.align import CompiledRuns, align
from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.judged.conformance.expected import expected_next
from rules.judged.conformance.nets import blocks, build

MAIN = ("seq", "tiếp nhận", "thẩm định", ("xor", "yêu cầu bổ sung", "trình ký"), "ký duyệt", "trả kết quả")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), ("tiếp nhận",)),
        (("tiếp nhận",), ("thẩm định",)),
        (("tiếp nhận", "thẩm định"), ("trình ký", "yêu cầu bổ sung")),
        (("tiếp nhận", "ký duyệt"), ("trả kết quả",)),  # what was skipped is behind
        (("tiếp nhận", "họp"), ("thẩm định",)),  # what the process does not know changes nothing
        (("tiếp nhận", "thẩm định", "tiếp nhận"), ("trình ký", "yêu cầu bổ sung")),  # nor what is behind
    ],
)
def test_what_comes_next(told, expected):
    assert expected_next(compile_net(build(MAIN)), told).activities == expected


def test_at_the_end_nothing_comes_next():
    told = ("tiếp nhận", "thẩm định", "trình ký", "ký duyệt", "trả kết quả")
    assert expected_next(compile_net(build(MAIN)), told) == expected_next(compile_net(build(MAIN)), (*told, "z"))
    assert expected_next(compile_net(build(MAIN)), told).may_end


@settings(max_examples=300, deadline=None)
@given(blocks, st.data())
def test_who_does_what_is_expected_never_deviates(block, data):
    automaton, told = compile_net(build(block)), []
    for _ in range(12):
        expected = expected_next(automaton, told)
        if not expected.activities or (expected.may_end and data.draw(st.booleans())):
            break
        told.append(data.draw(st.sampled_from(expected.activities)))
    if expected_next(automaton, told).may_end:
        assert align(tuple(told), CompiledRuns(automaton)).cost == 0
