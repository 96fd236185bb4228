import pytest

from acts import NOON, noted
from baro.records.ledger import scan
from baro.records.ledger.chains import Chains
from baro.records.ledger.scan import check_run, runs
from baro.records.ledger.sequencer import sequence_pending
from baro.records.ledger.sound import sound_leaves
from baro.records.ledger.tree import leaf_hash
from baro.records.recording import record_all

SIZE = 60


@pytest.fixture
def rows(db):
    record_all([noted(f"trial/{n % 7}", n=n) for n in range(SIZE)], at=NOON)
    sequence_pending()
    return [row for run in runs(SIZE) for row in run]


def put(rows, at, **columns):
    changed = scan.Row._make(rows[at])._replace(**columns)
    return [*rows[:at], changed, *rows[at + 1 :]]


def relinked(rows, at):
    """The entry at `at` names another predecessor; its leaf fits."""
    body = rows[at][4]
    start = body.rfind(b'"prev":"') + 8
    body = body[:start] + b"0" * 64 + body[start + 64 :]
    return put(rows, at, body=body, leaf=leaf_hash(body))


def settled(rows, chains):
    return sound_leaves(rows, chains) == [row[5] for row in rows]


def test_a_sound_run_is_settled_without_looking_at_rows(rows):
    chains = Chains(SIZE)
    assert settled(rows, chains)
    assert chains.broken() == []


def test_runs_follow_each_other(rows):
    chains, halved = Chains(SIZE), Chains(SIZE)
    assert settled(rows[:25], chains)
    assert settled(rows[25:], chains)
    assert chains.broken() == []
    assert settled(rows[25:], halved)
    assert halved.broken() == list(range(25, 32))


def test_of_many_at_once_the_seams_are_held_too(rows, monkeypatch):
    monkeypatch.setattr("baro.records.ledger.chains._AT_ONCE", 1)
    whole, turned = Chains(SIZE), Chains(SIZE)
    assert settled(rows, whole)
    assert whole.broken() == []
    assert settled(relinked(rows, 30), turned)
    assert turned.broken() == [30, 37]


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: put(rows, 30, body=rows[30][4].replace(b"trial", b"tryal", 1)),
        lambda rows: put(rows, 30, leaf=b"x" * 32),
        lambda rows: put(rows, 30, stream=rows[31][2]),
        lambda rows: put(rows, 30, version=rows[30][3] + 1),
        lambda rows: put(rows, 30, version="9x"),
        lambda rows: put(rows, 30, entry_id=rows[31][1]),
        lambda rows: put(rows, 30, entry_id=rows[30][1][:-1]),
        lambda rows: put(put(rows, 30, entry_id=rows[30][1][:-1]), 31, entry_id=rows[30][1][-1:] + rows[31][1]),
        lambda rows: put(rows, 30, body=None),
    ],
    ids=["bit", "leaf", "stream", "version", "no-number", "id", "short-id", "shifted-ids", "gone"],
)  # fmt: skip
def test_an_unsound_run_is_left_to_the_look_which_names_the_row(rows, change):
    chains = Chains(SIZE)
    assert sound_leaves(change(rows), chains) is None
    _, wrong = check_run(change(rows), chains)
    assert 30 in {refused.facts["index"] for refused in wrong}


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (lambda rows: relinked(rows, 30), {30}),
        (lambda rows: [*rows[:20], rows[27]._replace(index=20), *rows[21:27], rows[20]._replace(index=27), *rows[28:]], {20, 27}),
        (lambda rows: rows[7:], set(range(7, 14))),
    ],
    ids=["link", "turned", "no-first"],
)  # fmt: skip
def test_an_entry_that_does_not_follow_is_named_however_it_was_read(rows, change, broken):
    rows = change(list(map(scan.Row._make, rows)))
    settled, looked = Chains(SIZE), Chains(SIZE)
    assert sound_leaves(rows, settled) is not None
    scan._look(rows, looked)
    assert settled.broken() == looked.broken()
    assert broken <= set(settled.broken())


def test_an_entry_written_in_another_way_is_left_to_the_look_which_finds_it_right(rows):
    body = b'{"id":"x","stream":"other","version":1}'
    strange, chains = [(0, b"x", b"other", 1, body, leaf_hash(body))], Chains(1)
    assert sound_leaves(strange, chains) is None
    assert check_run(strange, chains) == ([leaf_hash(body)], [])
    assert chains.broken() == []
