"""Hold the whole ledger against itself: entries, streams, index, tiles, checkpoints; name exactly what was touched."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db import connection

from baro.records.ledger.appending import tree_size
from baro.records.ledger.chains import Chains
from baro.records.ledger.checkpoint_text import Checkpoint, read_checkpoint
from baro.records.ledger.growth import Growth
from baro.records.ledger.heads import log_origin
from baro.records.ledger.many_hashes import full_tile_roots
from baro.records.ledger.notes import Verifier, is_signed, read_note
from baro.records.ledger.runs import Run, entry_at, runs
from baro.records.ledger.scan import check_run
from baro.records.ledger.tiles import TILE, WIDTH, LeafTiles, read_tiles
from baro.records.ledger.tree import HASH
from baro.rules.prescribed.refusals import Refused

# Entries that have no place in the tree and do not wait for one. To name them takes long, so they are counted first: all
# entries, less those at places up to `size` (each was just read), those placed since, and those that wait.
_COUNTED = (
    "SELECT (SELECT count(*) FROM ledger_entry)"
    ' - (SELECT count(*) FROM ledger_index i JOIN ledger_entry e ON e.place = i.place WHERE i."index" >= %s)'
    " - (SELECT count(*) FROM ledger_pending p JOIN ledger_entry e ON e.place = p.place"
    " LEFT JOIN ledger_index i ON i.place = p.place WHERE i.place IS NULL)"
)
_UNPLACED = (
    'SELECT e.entry_id FROM ledger_entry e LEFT JOIN ledger_index i ON i.place = e.place AND i."index" >= 0 '
    "LEFT JOIN ledger_pending p ON p.place = e.place WHERE i.place IS NULL AND p.place IS NULL ORDER BY e.place"
)
_GAPS = "SELECT stream, count(*), max(version) FROM ledger_entry GROUP BY stream HAVING count(*) <> max(version)"


@dataclass(slots=True)
class Verified:
    """What was found. `wrong` are sentences in the form of refusals; empty: nothing was touched."""

    size: int
    root: bytes
    checkpoints: int = 0
    wrong: list[Refused] = field(default_factory=list)


def verify(
    *,
    log: Verifier | None = None,
    kept: Sequence[Checkpoint] = (),
    watch: Callable[[Run], None] | None = None,
) -> Verified:
    """Verify everything. `log`: the key that signed the checkpoints; `kept`: states that somebody outside has kept;
    `watch` is given each run as it comes by, so that the ledger is read once."""
    size = tree_size()
    vouched, wrong = _checkpoints(log)
    asked = sorted({(c.size, c.root) for c in (*vouched, *kept)})
    chains, tiles, growth = Chains(size), LeafTiles(), Growth({s for s, _ in asked if s <= size})
    wrong += _other_log(size)
    for run in runs(size):
        leaves, found = check_run(run, chains)
        wrong += found
        if watch:
            watch(run)
        wrong += _against_tiles(tiles, leaves, run.low, {r.facts.get("index") for r in found})
        growth.take(leaves)
    growth.end()
    wrong += _broken_chains(chains, {r.facts.get("index") for r in wrong})
    wrong += _upper_tiles(growth.tile_roots)
    wrong += _against_checkpoints(asked, growth.roots, size)
    if wrong or _places() != size:  # else each place has its entry, which follows the one before it: none is left
        wrong += _unplaced(size, is_whole=all(r.code != "ledger.entry_missing" for r in wrong))
        wrong += _stream_gaps()
    return Verified(size, growth.root, len(vouched), wrong)


def _broken_chains(chains: Chains, known: set[object]) -> Iterator[Refused]:
    """Entries that do not follow the one before them in their stream, if nothing else is wrong with them."""
    for index in chains.broken():
        if index not in known:
            yield Refused("ledger.stream_broken", index=index, entry=entry_at(index))


def _other_log(size: int) -> Iterator[Refused]:
    """The first entry tells of which log it is."""
    for run in runs(min(size, 1)):
        if run.is_whole and b'"log":"%b"' % log_origin().encode() not in run.text:
            yield Refused("ledger.log_renamed", origin=log_origin())


def _against_tiles(tiles: LeafTiles, leaves: bytes, low: int, known: set[object]) -> Iterator[Refused]:
    count = len(leaves) // HASH
    stored = tiles.between(low // WIDTH, -(-(low + count) // WIDTH))
    if stored[: len(leaves)] == leaves:
        return
    for k in range(count):
        at = slice(k * HASH, (k + 1) * HASH)
        if stored[at] != leaves[at] and low + k not in known:
            yield Refused("ledger.not_its_leaf", index=low + k, entry=entry_at(low + k))


def _upper_tiles(hashes: bytes, level: int = 1) -> Iterator[Refused]:
    """Hold each level above against what the level below makes it."""
    while True:
        stored = read_tiles(level, 0, max(1, -(-len(hashes) // TILE)))
        for number, found in stored.items():
            if found != hashes[number * TILE : (number + 1) * TILE]:
                yield Refused("ledger.tile_touched", level=level, number=number)
        hashes, level = full_tile_roots(hashes), level + 1
        if not hashes:
            return


def _checkpoints(log: Verifier | None) -> tuple[list[Checkpoint], list[Refused]]:
    """Read the kept checkpoints; one whose row, note or signature does not fit is named."""
    good, wrong = [], []
    with connection.cursor() as cursor:
        cursor.execute("SELECT size, root, note FROM ledger_checkpoint ORDER BY size")
        for size, root, note in cursor.fetchall():
            try:
                text, lines = read_note(note)
                found = read_checkpoint(text)
            except Refused:
                wrong.append(Refused("ledger.checkpoint_touched", size=size))
                continue
            if (found.size, found.root) != (size, bytes(root)) or (log and not is_signed(text, lines, log)):
                wrong.append(Refused("ledger.checkpoint_touched", size=size))
            else:
                good.append(found)
    return good, wrong


def _against_checkpoints(asked: Sequence[tuple[int, bytes]], roots: dict[int, bytes], size: int) -> Iterator[Refused]:
    """Name the stretch of entries between the last checkpoint that fits and the first that does not."""
    fits = 0
    for asked_size, root in asked:
        if asked_size > size:
            yield Refused("ledger.cut_off", size=size, known=asked_size)
            return
        if roots.get(asked_size) != root:
            yield Refused("ledger.stretch_rewritten", low=fits, high=asked_size)
            return
        fits = asked_size


def _places() -> int:
    """As many places as there are from the first entry's to the last one's, which takes no counting."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce((SELECT max(place) FROM ledger_entry) - (SELECT min(place) FROM ledger_entry) + 1, 0)"
        )
        return int(cursor.fetchone()[0])


def _unplaced(size: int, *, is_whole: bool) -> Iterator[Refused]:
    """`is_whole`: each place up to `size` has its entry."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, [size])
        if is_whole and cursor.fetchone()[0] == size:
            return
        cursor.execute(_UNPLACED)
        for (entry,) in cursor.fetchall():
            yield Refused("ledger.entry_unplaced", entry=entry)


def _stream_gaps() -> Iterator[Refused]:
    with connection.cursor() as cursor:
        cursor.execute(_GAPS)
        for stream, count, version in cursor.fetchall():
            yield Refused("ledger.stream_gap", stream=stream, count=count, version=version)
