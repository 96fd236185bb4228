"""Two servers started at once on a new home: one prepares it, the other waits, both answer."""

import os
import subprocess

import pytest

from journeys.browser.a_house import answering, serve


@pytest.fixture
def both(tmp_path):
    """Start two at once, as a person does who presses twice or a machine that restarts a service too eagerly."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("BARO_", "DJANGO_"))}
    started: list[tuple[subprocess.Popen[bytes], object]] = []
    with (tmp_path / "1.txt").open("w") as one, (tmp_path / "2.txt").open("w") as two:
        for out in (one, two):
            started.append((serve(env | {"BARO_HOME": str(tmp_path / "home")}, out), tmp_path / out.name))
    yield started
    for server, _ in started:
        server.terminate()
        assert server.wait(60) == 0


def test_both_answer_and_the_demo_was_built_once(both):
    assert len({answering(server, said) for server, said in both}) == 2
    built = ["Dựng cơ quan mẫu" in said.read_text("utf-8") for _, said in both]
    assert sorted(built) == [False, True]
