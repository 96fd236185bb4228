"""What the command's exit code says to a program that called it (docs/reference/baro-judge.md)."""

from enum import IntEnum

from baro.rules.prescribed.refusals import Refused


class ExitCode(IntEnum):
    """0 done; 2 the command line was not understood; 3 an input was refused; 4 the outputs could not be written; 130 a
    person stopped it."""

    DONE = 0
    USAGE = 2
    INPUT_REFUSED = 3
    OUTPUT_FAILED = 4
    STOPPED = 130


def exit_code_of(refusal: Refused) -> ExitCode:
    """Choose the exit code of a refusal by its part."""
    part = refusal.code.partition(".")[0]
    return {"shell": ExitCode.USAGE, "out": ExitCode.OUTPUT_FAILED}.get(part, ExitCode.INPUT_REFUSED)
