"""What a mutation works on: the database past its triggers, the home's files, the files that others carried away."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from django.db import connection

from baro.rules.prescribed.refusals import Refused

Located = Callable[[list[Refused]], bool]


@dataclass
class Bench:
    """A ledger of `size` entries with its newest checkpoint at `signed`; a random source; the folders of the authority,
    of the signer and of whoever carried checkpoints away. Files are put back as they were by `mend`."""

    size: int
    signed: int
    chance: Random
    home: Path
    signer: Path
    carried: Path
    _before: dict[Path, bytes | None] = field(default_factory=dict)
    _moved: list[tuple[Path, Path]] = field(default_factory=list)

    def run(self, sql, *values):
        with connection.cursor() as cursor:
            cursor.execute(sql, values)

    def one(self, sql, *values):
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchone()

    def entry(self):
        """(index, place, entry id, body) of any entry."""
        index = self.chance.randrange(self.size)
        sql = 'SELECT e.place, e.entry_id, e.body FROM ledger_index i JOIN ledger_entry e ON e.place = i.place WHERE i."index" = %s'
        place, entry, body = self.one(sql, index)
        return index, place, entry, bytes(body)

    def set_body(self, place, body, leaf=None):
        if leaf is None:
            self.run("UPDATE ledger_entry SET body = %s WHERE place = %s", body, place)
        else:
            self.run("UPDATE ledger_entry SET body = %s, leaf = %s WHERE place = %s", body, leaf, place)

    def write(self, path: Path, content: bytes | None) -> None:
        """Write a file, or take it away."""
        self._before.setdefault(path, path.read_bytes() if path.exists() else None)
        self._put(path, content)

    def move(self, path: Path) -> None:
        """Take a folder away."""
        aside = path.with_name(f"{path.name}.aside")
        path.rename(aside)
        self._moved.append((aside, path))

    def mend(self) -> None:
        """Put all files back."""
        for path, content in self._before.items():
            self._put(path, content)
        for aside, path in self._moved:
            aside.rename(path)
        self._before.clear()
        self._moved.clear()

    @staticmethod
    def _put(path: Path, content: bytes | None) -> None:
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)


def names(code: str, **facts: object) -> Located:
    return lambda found: any(r.code == code and facts.items() <= r.facts.items() for r in found)


def flipped(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
