"""A column of texts as one text of lines, a zero byte between them, cut at many places at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BREAK = b"\0"  # no body holds one: JSON writes it in letters


@dataclass(frozen=True, slots=True)
class Lines:
    """`text` and, of each line, how long it is and where it ends (the place of its break). In bytes."""

    text: bytes
    lengths: NDArray[np.int64]
    ends: NDArray[np.int64]

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where each line starts."""
        return self.ends - self.lengths

    def cut(self, at: NDArray[np.int64], kind: np.dtype[np.void]) -> NDArray[np.void] | None:
        """Give what stands at each place `at`, as many bytes as `kind` has; None if there are not as many."""
        last = len(self.text) - kind.itemsize
        if not len(at) or last < 0 or at.min() < 0 or at.max() > last:
            return None
        everywhere: NDArray[np.void] = np.ndarray((last + 1,), kind, self.text, strides=(1,))
        return everywhere[at]


def lines_of(text: bytes, count: int) -> Lines | None:
    """Find the lines; None if they are not `count`."""
    ends = np.append(np.flatnonzero(np.frombuffer(text, np.uint8) == ord(BREAK)), len(text))
    return Lines(text, np.diff(ends, prepend=-1) - 1, ends) if len(ends) == count else None


def parts(**widths: int) -> np.dtype[np.void]:
    """Give the kind of a cut whose parts follow each other, each as many bytes wide as is told."""
    return np.dtype([(name, f"V{width}") for name, width in widths.items()])


def are_all(found: NDArray[np.void], told: bytes) -> bool:
    """Say whether each of `found` is `told`."""
    return bool(found.tobytes() == told * len(found))
