"""Settings of the process for work on large columns: called once, at the start of a job that has its process to itself.

The C library gives blocks above 32 MB back to the kernel as soon as they are let go, and takes fresh, zeroed pages for
the next: over ten million cases that costs more than the sums themselves. And Python's collector of cycles walks all
the long-lived names of people and units again and again, among which there are no cycles.
"""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # malloc.h of the GNU C library
_KEPT = 1 << 30


@contextmanager
def big_arrays() -> Iterator[None]:
    """Keep the memory that arrays let go, for the life of the process, and collect no cycles meanwhile."""
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have none: then nothing changes
    if set_option is not None:
        set_option(_MMAP_THRESHOLD, _KEPT)
        set_option(_TRIM_THRESHOLD, _KEPT)
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()
