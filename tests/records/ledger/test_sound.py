import pytest

from acts import NOON, noted
from baro.records.ledger import scan
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


def test_a_sound_run_is_settled_without_looking_at_rows(rows):
    last = {}
    assert sound_leaves(rows, last) == [row[5] for row in rows]
    assert last == {row[2]: row[5] for row in rows}


def test_runs_follow_each_other(rows):
    last = {}
    assert sound_leaves(rows[:25], last) is not None
    assert sound_leaves(rows[25:], last) is not None
    assert sound_leaves(rows[25:], {}) is None


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
        lambda rows: relinked(rows, 30),
        lambda rows: [*rows[:20], rows[27], *rows[21:27], rows[20], *rows[28:]],
    ],
    ids=["bit", "leaf", "stream", "version", "no-number", "id", "short-id", "shifted-ids", "gone", "link", "turned"],
)  # fmt: skip
def test_an_unsound_run_is_left_to_the_look_which_names_the_row(rows, change):
    last = {}
    assert sound_leaves(change(rows), last) is None
    assert last == {}
    _, wrong = check_run(change(rows), {})
    assert {refused.facts["index"] for refused in wrong} & {20, 27, 30}


def test_an_entry_written_in_another_way_is_left_to_the_look_which_finds_it_right(rows):
    body = b'{"id":"x","stream":"other","version":1}'
    strange = [(0, b"x", b"other", 1, body, leaf_hash(body))]
    assert sound_leaves(strange, {}) is None
    assert check_run(strange, {}) == ([leaf_hash(body)], [])
