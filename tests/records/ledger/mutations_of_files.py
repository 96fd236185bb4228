"""The kinds of edit of files that must show: deliveries in the store, files kept with a source, the signer's memory, and
checkpoints that somebody carried away."""

from pathlib import Path

from records.ledger.bench import Bench, Located, flipped, names

ROWS = ("rows.json", "rows.parquet")


def segment_bit(bench: Bench) -> Located:
    folder = a_segment(bench)
    file = bench.chance.choice(sealed_files(folder))
    bench.write(file, flipped(bench.chance, file.read_bytes()))
    return names("import.segment_altered", batch=folder.name)


def segment_file_lost(bench: Bench) -> Located:
    folder = a_segment(bench)
    bench.write(bench.chance.choice(sealed_files(folder)), None)
    return names("import.segment_altered", batch=folder.name)


def segment_file_added(bench: Bench) -> Located:
    folder = a_segment(bench)
    bench.write(folder / "them.parquet", b"x")
    return names("import.segment_altered", batch=folder.name)


def segment_lost(bench: Bench) -> Located:
    folder = a_segment(bench)
    bench.move(folder)
    return names("import.segment_lost", batch=folder.name)


def source_rows_bit(bench: Bench) -> Located:
    file = a_segment(bench) / bench.chance.choice(ROWS)
    bench.write(file, flipped(bench.chance, file.read_bytes()))
    return names("import.rows_altered", batch=file.parent.name)


def source_rows_lost(bench: Bench) -> Located:
    file = a_segment(bench) / bench.chance.choice(ROWS)
    bench.write(file, None)
    return names("import.rows_lost", batch=file.parent.name)


def kept_file_bit(bench: Bench) -> Located:
    file = a_kept_file(bench)
    bench.write(file, flipped(bench.chance, file.read_bytes()))
    return names("import.file_altered", file=file.name)


def kept_file_lost(bench: Bench) -> Located:
    file = a_kept_file(bench)
    bench.write(file, None)
    return names("import.file_lost", file=file.name)


def signer_root(bench: Bench) -> Located:
    """One letter of the root that the signer remembers."""
    origin, size, root, *_ = bench.signer.read_text().split("\n")
    at = bench.chance.randrange(40)
    root = root[:at] + ("A" if root[at] != "A" else "B") + root[at + 1 :]
    bench.write(bench.signer, f"{origin}\n{size}\n{root}\n".encode())
    return names("ledger.signer_differs", size=bench.signed)


def signer_bit(bench: Bench) -> Located:
    """Any bit of the signer's memory: spoilt, another log's, another root or size."""
    before = bench.signer.read_bytes()
    bench.write(bench.signer, flipped(bench.chance, before))
    codes = {
        "ledger.state_file",
        "ledger.other_log",
        "ledger.signer_differs",
        "ledger.signer_rolled_back",
        "ledger.cut_off",
    }
    return lambda found: any(r.code in codes for r in found)


def signer_rolled_back(bench: Bench) -> Located:
    bench.write(bench.signer, bench.signer.with_name("signer.older").read_bytes())
    return names("ledger.signer_rolled_back", size=bench.signed)


def signer_forgets(bench: Bench) -> Located:
    bench.write(bench.signer, None)
    return names("ledger.signer_rolled_back", size=bench.signed, known=0)


def carried_bit(bench: Bench) -> Located:
    """Any bit of what the log signed, or of its signature."""
    file = a_carried_file(bench)
    content = file.read_bytes()
    signed = content.index(b"\n", content.index("\n— ".encode()) + 1)
    bench.write(file, flipped(bench.chance, content[:signed]) + content[signed:])
    return names("ledger.carried_touched", file=file.name)


def carried_cosignature(bench: Bench) -> Located:
    """A letter of a witness's signature in a carried file."""
    file = a_carried_file(bench)
    text = file.read_text("utf-8")
    at = len(text) - bench.chance.randrange(10, 90)
    bench.write(file, (text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]).encode())
    return names("ledger.carried_cosignature", file=file.name, witness="council.example/witness")


def carried_cut(bench: Bench) -> Located:
    file = a_carried_file(bench)
    content = file.read_bytes()
    bench.write(file, content[: bench.chance.randrange(content.index("\n— ".encode()) + 40)])
    return names("ledger.carried_touched", file=file.name)


def a_segment(bench: Bench) -> Path:
    return bench.chance.choice(sorted(f for f in (bench.home / "store").iterdir() if f.name != "tmp"))


def sealed_files(folder: Path) -> list[Path]:
    return sorted(f for f in folder.iterdir() if f.name not in ROWS and f.stat().st_size)


def a_kept_file(bench: Bench) -> Path:
    return bench.chance.choice(sorted((bench.home / "files").iterdir()))


def a_carried_file(bench: Bench) -> Path:
    return bench.chance.choice(sorted(bench.carried.iterdir()))


IN_FILES = (
    segment_bit, segment_file_lost, segment_file_added, segment_lost, source_rows_bit, source_rows_lost, kept_file_bit,
    kept_file_lost, signer_root, signer_bit, signer_rolled_back, signer_forgets, carried_bit, carried_cosignature, carried_cut,
)  # fmt: skip
