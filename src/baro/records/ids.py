"""The codes of cases as a sequence of text that is read only when somebody looks."""

from collections.abc import Callable, Iterator, Sequence
from typing import overload

import pyarrow as pa
import pyarrow.compute as pc


class Ids(Sequence[str]):
    """A sequence of str over an Arrow array, which `load` fetches at the first look."""

    def __init__(self, length: int, load: Callable[[], pa.Array]) -> None:
        self._length = length
        self._load = load
        self._array: pa.Array | None = None

    @classmethod
    def of(cls, array: pa.Array) -> "Ids":
        """Wrap an array that is already there."""
        return cls(len(array), lambda: array)

    @classmethod
    def of_texts(cls, codes: Sequence[str]) -> "Ids":
        """Wrap codes that may be a plain sequence."""
        return codes if isinstance(codes, Ids) else cls.of(pa.array(list(codes), pa.string()))

    @property
    def array(self) -> pa.Array:
        """The whole as an Arrow string array."""
        if self._array is None:
            self._array = self._load()
        return self._array

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            start, stop, step = index.indices(self._length)
            if step == 1:
                part = self.array.slice(start, max(0, stop - start))
                return Ids.of(part)
            return [self.array[i].as_py() for i in range(start, stop, step)]
        return str(self.array[int(index)].as_py())

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """Give the place of a code; raises `ValueError` if it is not there."""
        found = pc.index(self.array.slice(start, None if stop is None else stop - start), value).as_py()
        if found < 0:
            raise ValueError(value)
        return int(found) + start

    def __iter__(self) -> Iterator[str]:
        return iter(self.array.to_pylist())
