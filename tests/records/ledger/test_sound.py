import pytest

from acts import NOON, noted
from baro.records.ledger.chains import Chains
from baro.records.ledger.lines import BREAK
from baro.records.ledger.runs import Row, Run, runs
from baro.records.ledger.scan import check_run
from baro.records.ledger.sequencer import sequence_pending
from baro.records.ledger.sound import sound_leaves
from baro.records.ledger.tree import leaf_hash
from baro.records.recording import record_all

SIZE = 60


class Told(Run):
    """A run of rows that need not be stored; the columns as the database would join them."""

    def rows(self):
        return self.__dict__["told"]


def told(rows):
    filled = [row for row in rows if None not in row]
    run = Told(
        low=rows[0].index, high=rows[0].index + len(rows),
        names=BREAK.join(named(row) for row in rows if None not in (row.entry_id, row.stream, row.version)),
        leaves=b"".join(row.leaf for row in rows if row.leaf is not None),
        text=BREAK.join(row.body for row in rows if row.body is not None),
        is_whole=[(len(row.entry_id), len(row.leaf)) for row in filled] == [(26, 32)] * len(rows),
    )  # fmt: skip
    run.__dict__["told"] = rows
    return run


def named(row):
    version = str(row.version).encode() if isinstance(row.version, int) else row.version
    return b'%b%b","version":%b' % (row.entry_id, row.stream, version)


@pytest.fixture
def rows(db):
    record_all([noted(f"trial/{n % 7}", n=n) for n in range(SIZE)], at=NOON)
    sequence_pending()
    (run,) = runs(SIZE)
    assert told(run.rows()).__dict__ | {"told": 0} == run.__dict__ | {"told": 0}
    return run.rows()


def put(rows, at, **columns):
    return [*rows[:at], rows[at]._replace(**columns), *rows[at + 1 :]]


def relinked(rows, at):
    """The entry at `at` names another predecessor; its leaf fits."""
    body = rows[at].body
    start = body.rfind(b'"prev":"') + 8
    body = body[:start] + b"0" * 64 + body[start + 64 :]
    return put(rows, at, body=body, leaf=leaf_hash(body))


def settled(rows, chains):
    return sound_leaves(told(rows), chains) == b"".join(row.leaf for row in rows)


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
        lambda rows: put(rows, 30, body=rows[30].body.replace(b"trial", b"tryal", 1)),
        lambda rows: put(rows, 30, leaf=b"x" * 32),
        lambda rows: put(rows, 30, stream=rows[31].stream),
        lambda rows: put(rows, 30, version=rows[30].version + 1),
        lambda rows: put(rows, 30, version=b"9x"),
        lambda rows: put(rows, 30, entry_id=rows[31].entry_id),
        lambda rows: put(rows, 30, entry_id=rows[30].entry_id[:-1]),
        lambda rows: put(put(rows, 30, entry_id=rows[30].entry_id[:-1]), 31, entry_id=rows[30].entry_id[-1:] + rows[31].entry_id),
        lambda rows: put(rows, 30, body=None),
        lambda rows: put(put(rows, 30, body=rows[30].body + BREAK + rows[31].body), 31, body=None),
        lambda rows: put(put(rows, 30, stream=rows[30].stream + BREAK + rows[31].stream), 31, stream=None),
        lambda rows: put(rows, 30, body=rows[30].body + BREAK),
        lambda rows: put(put(rows, 30, leaf=rows[30].leaf[:-1]), 31, leaf=rows[30].leaf[-1:] + rows[31].leaf),
    ],
    ids=["bit", "leaf", "stream", "version", "no-number", "id", "short-id", "shifted-ids", "gone", "two-in-one", "streams-in-one", "line", "shifted-leaves"],
)  # fmt: skip
def test_an_unsound_run_is_left_to_the_look_which_names_the_row(rows, change):
    chains = Chains(SIZE)
    assert sound_leaves(told(change(rows)), chains) is None
    _, wrong = check_run(told(change(rows)), chains)
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
    rows = change(rows)
    settled, looked, unseen = Chains(SIZE), Chains(SIZE), told(rows)
    assert sound_leaves(unseen, settled) is not None
    unseen.__dict__["is_whole"] = False
    assert check_run(unseen, looked)[1] == []
    assert settled.broken() == looked.broken()
    assert broken <= set(settled.broken())


def test_an_entry_written_in_another_way_is_left_to_the_look_which_finds_it_right(rows):
    body = b'{"id":"x","stream":"other","version":1}'
    strange, chains = told([Row(0, b"x", b"other", 1, body, leaf_hash(body))]), Chains(1)
    assert sound_leaves(strange, chains) is None
    assert check_run(strange, chains) == (leaf_hash(body), [])
    assert chains.broken() == []
