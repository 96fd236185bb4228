"""A disk whose power fails: what was written but not synced is kept, dropped, or torn at sectors of 512 bytes, by chance.

A SQLite file system (VFS) in memory, by `apsw`. A file is the bytes that the disk holds for sure, the bytes that a program
reads back, and what was written in between.
"""

import random
from dataclasses import dataclass, field

import apsw

SECTOR = 512
Write = tuple[int, bytes]  # (offset, data); data of a cut is empty and the offset is the new length


@dataclass
class Kept:
    """A file's durable bytes, its present bytes, and the writes between them; None stands for a cut at an offset."""

    durable: bytearray = field(default_factory=bytearray)
    present: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, offset: int, data: bytes | None) -> None:
        self.waiting.append((offset, data))
        put(self.present, offset, data)

    def sync(self) -> None:
        self.durable[:] = self.present
        self.waiting.clear()

    def after_the_cut(self, chance: random.Random) -> bytes:
        """What the disk holds: each unsynced write whole, not at all, or some of its sectors."""
        left, mood = bytearray(self.durable), chance.random()
        for offset, data in self.waiting:
            if data is None:
                if chance.random() < mood:
                    put(left, offset, None)
                continue
            for start in range(0, len(data), SECTOR):
                if chance.random() < mood:
                    put(left, offset + start, data[start : start + SECTOR])
        return bytes(left)


def put(where: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del where[offset:]
        return
    if len(where) < offset:
        where.extend(bytes(offset - len(where)))
    where[offset : offset + len(data)] = data


class Disk(apsw.VFS):
    """A disk that fails at write number `fails_at` (0: never). Files are found by the last part of their names."""

    def __init__(self, name: str, fails_at: int = 0) -> None:
        super().__init__(name, base="")
        self.files: dict[str, Kept] = {}
        self.fails_at, self.writes, self.syncs, self.is_dead = fails_at, 0, 0, False

    def put_file(self, name: str, data: bytes) -> None:
        self.files[name] = Kept(bytearray(data), bytearray(data))

    def survivors(self, chance: random.Random) -> dict[str, bytes]:
        return {name: kept.after_the_cut(chance) for name, kept in self.files.items()}

    def alive(self) -> None:
        if self.is_dead:
            raise apsw.IOError

    def xFullPathname(self, name):
        return name

    def xOpen(self, name, flags):
        path = name.filename() if isinstance(name, apsw.URIFilename) else name or "temporary"
        return DiskFile(self, path.rsplit("/", 1)[-1], flags)

    def xDelete(self, name, syncdir):
        self.alive()
        self.files.pop(name.rsplit("/", 1)[-1], None)

    def xAccess(self, name, flags):
        return name.rsplit("/", 1)[-1] in self.files


class DiskFile:
    """An open file."""

    def __init__(self, disk, name, flags):
        disk.alive()
        self.disk, self.kept = disk, disk.files.setdefault(name, Kept())
        flags[1] = flags[0]

    def xRead(self, amount, offset):
        return bytes(self.kept.present[offset : offset + amount])

    def xWrite(self, data, offset):
        self.disk.alive()
        self.kept.write(offset, bytes(data))
        self.disk.writes += 1
        if self.disk.writes == self.disk.fails_at:
            self.disk.is_dead = True
        self.disk.alive()

    def xTruncate(self, length):
        self.disk.alive()
        self.kept.write(length, None)

    def xSync(self, flags):
        self.disk.alive()
        self.disk.syncs += 1
        self.kept.sync()

    def xFileSize(self):
        return len(self.kept.present)

    def xFileControl(self, op, pointer):
        return False

    def xSectorSize(self):
        return SECTOR

    def xDeviceCharacteristics(self):
        return 0

    def xCheckReservedLock(self):
        return False

    def xLock(self, level):
        pass

    def xUnlock(self, level):
        pass

    def xClose(self):
        pass
