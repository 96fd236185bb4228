"""docs/reference/baro-judge.md says of the command what the command is."""

import re
import shlex
from pathlib import Path

import pytest

from baro.channels.exports.write_all import FILES
from baro.channels.shell.arguments import DemoArguments, JudgeArguments, read_arguments
from baro.channels.shell.exit_codes import ExitCode, exit_code_of
from baro.channels.wording import SENTENCES
from baro.rules.prescribed.calendar_names import CALENDAR_NAMES
from baro.rules.prescribed.refusals import Refused

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "baro-judge.md").read_text("utf-8")
JUDGE, DEMO = PAGE.split("## Lệnh `baro demo-log`")
EXAMPLES = re.findall(r"^baro (.+)$", PAGE, re.MULTILINE)


def documented(part: str) -> dict[str, bool]:
    """The arguments of a page's table, and whether each has to be given."""
    rows = re.findall(r"^\| `([^`]+)` \| (có|không) \|", part, re.MULTILINE)
    return {name: needed == "có" for name, needed in rows}


def in_the_code(command: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The options that the help of a command names."""
    with pytest.raises(SystemExit) as done:
        read_arguments([command, "--help"])
    assert done.value.code == ExitCode.DONE
    return set(re.findall(r"^  (?:-h, )?(--[a-z-]+)", capsys.readouterr().out, re.MULTILINE))


@pytest.mark.parametrize(("command", "part"), [("judge", JUDGE), ("demo-log", DEMO)])
def test_every_option_is_documented_and_no_other(command, part, capsys):
    assert set(documented(part)) - {"NHẬT_KÝ"} == in_the_code(command, capsys)


@pytest.mark.parametrize(("command", "part"), [("judge", JUDGE), ("demo-log", DEMO)])
def test_what_the_page_calls_needed_is_what_is_missed(command, part):
    with pytest.raises(Refused) as refusal:
        read_arguments([command])
    missed = str(refusal.value.facts["reason"]).removeprefix("thiếu ").split(", ")
    assert set(missed) == {name for name, needed in documented(part).items() if needed}


def test_the_exit_codes_are_those_of_the_code():
    rows = re.findall(r"^\| (\d+) \| `([A-Z_]+)` \|", JUDGE, re.MULTILINE)
    assert {name: int(code) for code, name in rows} == {c.name: int(c) for c in ExitCode}


@pytest.mark.parametrize("code", SENTENCES)
def test_every_refusal_has_an_exit_code_of_the_page(code):
    wanted = {"shell": ExitCode.USAGE, "out": ExitCode.OUTPUT_FAILED}
    assert exit_code_of(Refused(code)) == wanted.get(code.split(".")[0], ExitCode.INPUT_REFUSED)


def test_the_files_are_those_that_are_written():
    assert re.findall(r"^\| `([a-z]+\.[a-z]+)` \|", JUDGE, re.MULTILINE) == list(FILES)


def test_the_calendars_are_those_that_ship():
    (row,) = re.findall(r"^\| `--calendar` .+$", JUDGE, re.MULTILINE)
    assert set(re.findall(r"`([a-z-]+)`", row)) - {"--calendar"} == set(CALENDAR_NAMES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_are_understood(example):
    asked = read_arguments(shlex.split(example))
    assert isinstance(asked, DemoArguments if example.startswith("demo-log") else JudgeArguments)


def test_there_are_examples_of_both_commands():
    assert {example.split()[0] for example in EXAMPLES} == {"judge", "demo-log"}
