"""The kinds of mutation in the ledger's own tables that must show: what is altered, and what names it.

Each kind is a function of a chance and a `Bench`: it alters something by SQL, past the triggers, and gives the test of the
refusals by which the ledger must name the very row, tile, checkpoint or stretch.
"""

import json

from baro.records.ledger.tree import leaf_hash
from records.ledger.bench import Bench, Located, flipped, names


def bit_of_an_entry(bench: Bench) -> Located:
    index, place, entry, body = bench.entry()
    bench.set_body(place, flipped(bench.chance, body))
    return names("ledger.entry_altered", index=index, entry=entry)


def bit_of_a_leaf(bench: Bench) -> Located:
    index, place, entry, body = bench.entry()
    bench.run("UPDATE ledger_entry SET leaf = %s WHERE place = %s", flipped(bench.chance, leaf_hash(body)), place)
    return names("ledger.entry_altered", index=index, entry=entry)


def backdated(bench: Bench) -> Located:
    """An earlier moment, the leaf recomputed: only the tree still knows."""
    index, place, entry, body = bench.entry()
    told = json.loads(body)
    field = bench.chance.choice(["occurred_at", "recorded_at"])
    told[field] = f"{int(told[field][:4]) - 1}{told[field][4:]}"
    new = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    bench.set_body(place, new, leaf_hash(new))
    return names("ledger.not_its_leaf", index=index, entry=entry)


def another_actor(bench: Bench) -> Located:
    index, place, entry, body = bench.entry()
    new = body.replace(b'"actor":"', b'"actor":"x', 1)
    bench.set_body(place, new, leaf_hash(new))
    return names("ledger.not_its_leaf", index=index, entry=entry)


def deleted(bench: Bench) -> Located:
    index, place, _, _ = bench.entry()
    bench.run("DELETE FROM ledger_entry WHERE place = %s", place)
    return names("ledger.entry_missing", index=index)


def out_of_the_index(bench: Bench) -> Located:
    index, _, entry, _ = bench.entry()
    bench.run('DELETE FROM ledger_index WHERE "index" = %s', index)
    last = index == bench.size - 1
    return names("ledger.entry_unplaced", entry=entry) if last else names("ledger.entry_missing", index=index)


def renamed(bench: Bench) -> Located:
    index, place, entry, _ = bench.entry()
    bench.run("UPDATE ledger_entry SET stream = 'trial/other' WHERE place = %s", place)
    return names("ledger.row_renamed", index=index, entry=entry)


def another_version(bench: Bench) -> Located:
    index, place, entry, _ = bench.entry()
    bench.run("UPDATE ledger_entry SET version = version + 100000 WHERE place = %s", place)
    return names("ledger.row_renamed", index=index, entry=entry)


def changed_places(bench: Bench) -> Located:
    one, two = bench.chance.sample(range(bench.size), 2)
    for before, after in ((one, -1), (two, one), (-1, two)):
        bench.run('UPDATE ledger_index SET "index" = %s WHERE "index" = %s', after, before)
    codes = ("ledger.not_its_leaf", "ledger.stream_broken")
    return lambda found: {one, two} <= {r.facts.get("index") for r in found if r.code in codes}


def forged_beside(bench: Bench) -> Located:
    """A forged entry put in without a place in the tree."""
    name = f"forged{bench.chance.randrange(10**9)}"
    sql = "INSERT INTO ledger_entry (entry_id, stream, version, body, leaf) SELECT %s, 'trial/forged', 1, body, leaf FROM ledger_entry WHERE place = %s"
    bench.run(sql, name, bench.entry()[1])
    return names("ledger.entry_unplaced", entry=name)


def forged_appended(bench: Bench) -> Located:
    """A forged entry put at the end of index and table, the tiles left as they were."""
    forged_beside(bench)
    name, place = bench.one("SELECT entry_id, place FROM ledger_entry WHERE stream = 'trial/forged'")
    bench.run('INSERT INTO ledger_index ("index", place) VALUES (%s, %s)', bench.size, place)
    return names("ledger.row_renamed", index=bench.size, entry=name)


def cut_off(bench: Bench) -> Located:
    """The end cut away cleanly: index, entries and tiles; only a checkpoint still knows."""
    keep = bench.chance.randrange(bench.signed - bench.signed // 4, bench.signed)
    bench.run('DELETE FROM ledger_entry WHERE place IN (SELECT place FROM ledger_index WHERE "index" >= %s)', keep)
    bench.run('DELETE FROM ledger_index WHERE "index" >= %s', keep)
    return names("ledger.cut_off", size=keep, known=bench.signed)


def tile(bench: Bench, level: int) -> Located:
    count = bench.one("SELECT count(*) FROM ledger_tile WHERE level = %s", level)[0]
    number = bench.chance.randrange(count)
    hashes = bytes(bench.one("SELECT hashes FROM ledger_tile WHERE level = %s AND number = %s", level, number)[0])
    at = bench.chance.randrange(len(hashes))
    new = hashes[:at] + bytes([hashes[at] ^ 1]) + hashes[at + 1 :]
    bench.run("UPDATE ledger_tile SET hashes = %s WHERE level = %s AND number = %s", new, level, number)
    if level:
        return names("ledger.tile_touched", level=level, number=number)
    return names("ledger.not_its_leaf", index=number * 256 + at // 32)


def low_tile(bench: Bench) -> Located:
    return tile(bench, 0)


def upper_tile(bench: Bench) -> Located:
    return tile(bench, bench.chance.choice([1, 2] if bench.size >= 65536 else [1]))


def lost_tile(bench: Bench) -> Located:
    number = bench.chance.randrange(bench.size // 256)
    bench.run("DELETE FROM ledger_tile WHERE level = 0 AND number = %s", number)
    return names("ledger.not_its_leaf", index=number * 256)


def checkpoint_root(bench: Bench) -> Located:
    bench.run("UPDATE ledger_checkpoint SET root = %s WHERE size = %s", bench.chance.randbytes(32), bench.signed)
    return names("ledger.checkpoint_touched", size=bench.signed)


def lost_checkpoint(bench: Bench) -> Located:
    bench.run("DELETE FROM ledger_checkpoint WHERE size = %s", bench.signed)
    return names("ledger.checkpoint_lost", size=bench.signed)


def another_name_of_the_log(bench: Bench) -> Located:
    bench.run("UPDATE ledger_log SET origin = 'other.example/so-cai'")
    return names("ledger.log_renamed", origin="other.example/so-cai")


def checkpoint_signature(bench: Bench) -> Located:
    note = bench.one("SELECT note FROM ledger_checkpoint WHERE size = %s", bench.signed)[0]
    at = len(note) - bench.chance.randrange(10, 60)
    other = "A" if note[at] != "A" else "B"
    bench.run(
        "UPDATE ledger_checkpoint SET note = %s WHERE size = %s", note[:at] + other + note[at + 1 :], bench.signed
    )
    return names("ledger.checkpoint_touched", size=bench.signed)


def cosignature(bench: Bench) -> Located:
    name, line = bench.one("SELECT name, line FROM ledger_cosignature WHERE size = %s", bench.signed)
    at = len(line) - bench.chance.randrange(10, 60)
    other = "A" if line[at] != "A" else "B"
    bench.run("UPDATE ledger_cosignature SET line = %s WHERE name = %s", line[:at] + other + line[at + 1 :], name)
    return names("ledger.cosignature_touched", size=bench.signed)


def backdated_cosignature(bench: Bench) -> Located:
    bench.run("UPDATE ledger_cosignature SET seconds = seconds - %s", bench.chance.randrange(1, 10**6))
    return names("ledger.cosignature_touched", size=bench.signed)


def personal_value(bench: Bench) -> Located:
    rows = bench.one("SELECT count(*) FROM personal_value")[0]
    sql = "SELECT name, sealed FROM personal_value ORDER BY name LIMIT 1 OFFSET %s"
    name, sealed = bench.one(sql, bench.chance.randrange(rows))
    bench.run("UPDATE personal_value SET sealed = %s WHERE name = %s", flipped(bench.chance, bytes(sealed)), name)
    return names("ledger.personal_touched", name=name)


def lost_personal_value(bench: Bench) -> Located:
    rows = bench.one("SELECT count(*) FROM personal_value")[0]
    (name,) = bench.one("SELECT name FROM personal_value ORDER BY name LIMIT 1 OFFSET %s", bench.chance.randrange(rows))
    bench.run("DELETE FROM personal_value WHERE name = %s", name)
    return names("ledger.personal_lost", name=name)


IN_THE_LEDGER = (
    bit_of_an_entry, bit_of_a_leaf, backdated, another_actor, deleted, out_of_the_index, renamed, another_version,
    changed_places, forged_beside, forged_appended, cut_off, low_tile, upper_tile, lost_tile, checkpoint_root,
    checkpoint_signature, lost_checkpoint, another_name_of_the_log, cosignature, backdated_cosignature, personal_value, lost_personal_value,
)  # fmt: skip
