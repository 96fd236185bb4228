"""A command in a home that nobody prepared says so in a sentence; a port that is none, too."""

import io
import os
import subprocess
import sys

import pytest

from baro.app.commands import import_
from baro.rules.prescribed.refusals import Refused
from house.source import ROOT


def baro(home, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("BARO_DATABASE", "DJANGO_SETTINGS_MODULE")}
    env = {**kept, "BARO_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), **more}
    return subprocess.run(
        [sys.executable, "-m", "baro.app", *words], env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "words", [("account", "open", "lan"), ("api-key", "issue", "lan"), ("import", __file__, "--source", "a")]
)
def test_tables_that_nobody_made_are_told_in_a_sentence(tmp_path, words):
    done = baro(tmp_path, *words)
    assert done.returncode == 3
    assert f"Nơi giữ dữ liệu {tmp_path} chưa được chuẩn bị" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("written", ["0", "65536", "tám nghìn", "-1", "٨٠٠٠"])
def test_a_port_that_is_none_is_told_before_any_work(tmp_path, written):
    done = baro(tmp_path, "serve", PORT=written)
    assert done.returncode == 3
    assert f"“{written}”" in done.stderr
    assert not (tmp_path / "baro.sqlite3").exists()


@pytest.mark.django_db
def test_a_source_of_a_body_that_nobody_knows_is_refused():
    with pytest.raises(Refused) as refusal:
        import_.main([__file__, "--source", "a", "--unit", "XX"], io.StringIO(), io.StringIO())
    assert (refusal.value.code, refusal.value.facts) == ("import.no_unit", {"unit": "XX"})
