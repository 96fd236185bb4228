"""Say on the terminal how far long work has come: a line per stage, and a share that moves where somebody watches."""

from typing import TextIO


class Progress:
    """Tells stages and shares on a stream; `quiet` tells nothing."""

    def __init__(self, stream: TextIO, *, quiet: bool = False) -> None:
        self._stream = stream
        self._quiet = quiet
        self._moves = stream.isatty()
        self._stage = ""
        self._shown = -1

    def stage(self, words: str) -> None:
        """Begin a stage."""
        self.done()
        self._stage, self._shown = words, -1
        if not self._quiet:
            self._stream.write(words + (" …" if self._moves else " …\n"))
            self._stream.flush()

    def share(self, done: int, total: int) -> None:
        """Tell how much of the stage is done; a screen sees every percent, a file nothing."""
        percent = 100 * done // max(total, 1)
        if self._quiet or not self._moves or percent == self._shown:
            return
        self._shown = percent
        self._stream.write(f"\r{self._stage} … {percent:3d} %")
        self._stream.flush()

    def done(self) -> None:
        """End the stage."""
        if self._stage and self._moves and not self._quiet:
            self._stream.write(f"\r{self._stage}: xong.     \n")
            self._stream.flush()
        self._stage = ""
