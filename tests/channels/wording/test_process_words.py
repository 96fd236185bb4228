"""Every flaw of a process is said in one sentence that names its step."""

import pytest

from baro.channels.wording.processes import flaw_sentence
from baro.rules.prescribed.soundness import Flaw, FlawKind


@pytest.mark.parametrize("kind", [k for k in FlawKind if k is not FlawKind.TOO_LARGE])
def test_a_flaw_names_its_step(kind: FlawKind) -> None:
    assert "“Ký duyệt”" in flaw_sentence(Flaw(kind, "Ký duyệt"))


def test_a_flaw_names_what_is_left_waiting() -> None:
    assert "“Trả kết quả”" in flaw_sentence(Flaw(FlawKind.DEADLOCK, "Ký duyệt", "Trả kết quả"))


def test_a_process_too_large_to_decide_says_how_far_one_looked() -> None:
    assert "1000" in flaw_sentence(Flaw(FlawKind.TOO_LARGE, "", bound=1000))
