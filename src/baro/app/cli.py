"""The command `baro`: reads the words, does the job, says what came of it."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from baro.app.commands import COMMANDS, run_command
from baro.channels.shell.arguments import DemoArguments, read_arguments
from baro.channels.shell.exit_codes import ExitCode, exit_code_of
from baro.channels.wording import sentence
from baro.rules.prescribed.refusals import Refused


def main(words: Sequence[str], out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run one command; give its exit code. Refusals are told in one sentence, never as a trace."""
    out, err = out or sys.stdout, err or sys.stderr
    try:
        if words and words[0] in COMMANDS:
            return run_command(words[0], words[1:], out, err)
        asked = read_arguments(words, COMMANDS)
        if isinstance(asked, DemoArguments):
            from baro.app.demo_log import make_demo_log  # what writes files takes a second to load; commands do without

            make_demo_log(asked, out)
        else:
            from baro.app.judge import judge

            judge(asked, out, err)
    except Refused as refusal:
        err.write(sentence(refusal) + "\n")
        return exit_code_of(refusal)
    except KeyboardInterrupt:
        err.write("\nĐã dừng theo yêu cầu.\n")
        return ExitCode.STOPPED
    except BrokenPipeError:  # the reader of our output has gone: nobody is left to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.DONE
