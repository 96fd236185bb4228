"""summary.json is canonical: the same figures give the same bytes."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from baro.channels.exports.summary import write_summary


def test_keys_are_sorted_words_readable_and_the_last_line_ended(tmp_path: Path) -> None:
    write_summary(
        tmp_path / "s.json",
        {"version": "1", "as_of": date(2024, 4, 25), "log": {"cases": np.int64(3), "a": "Thạch Thất"}},
    )
    wanted = '{\n "as_of": "2024-04-25",\n "log": {\n  "a": "Thạch Thất",\n  "cases": 3\n },\n "version": "1"\n}\n'
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == wanted


def test_the_order_of_telling_does_not_show(tmp_path: Path) -> None:
    write_summary(tmp_path / "a.json", {"x": 1, "y": {"p": 1, "q": 2}})
    write_summary(tmp_path / "b.json", {"y": {"q": 2, "p": 1}, "x": 1})
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_what_json_cannot_say_is_refused_before_the_file_is_made(bad: float, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_summary(tmp_path / "s.json", {"rate": bad})
    assert not list(tmp_path.iterdir())
