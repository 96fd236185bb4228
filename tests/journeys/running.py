"""Run the command as a user would, and hear what it says."""

import io

from baro.app.cli import main


def baro(*words: object) -> tuple[int, str, str]:
    """Give the exit code, what was printed, and what was said on the side."""
    out, err = io.StringIO(), io.StringIO()
    code = main([str(word) for word in words], out, err)
    return code, out.getvalue(), err.getvalue()
