"""CSV as it comes: delimiters, encodings, quotes; what cannot be cut into cells is told with its row."""

import codecs

import pytest

from baro.channels.intake.mapping import Mapping
from baro.channels.intake.read_log import read_log
from baro.rules.observed.quality import Doubt
from baro.rules.prescribed.refusals import Refused
from channels.intake.log_files import csv_text, event

ROWS = [
    event("A", "Tiếp nhận", "2024-01-15 08:30", "Nguyễn Thị Ưng"),
    event("A", "Trả kết quả", "2024-01-16 09:00", "Đặng Văn Ẩn"),
]
TEXT = csv_text(ROWS)


@pytest.fixture
def read(tmp_path):
    def run(raw, mapping=None):
        (tmp_path / "log.csv").write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return read_log(tmp_path / "log.csv", tmp_path / "store", mapping)

    return run


def content(result):
    log = result.store.whole()
    return [log.case(i) for i in range(log.case_count)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(read, delimiter):
    assert content(read(csv_text(ROWS, delimiter))) == content(read(TEXT))


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.rstrip("\n").encode(),
        ("sep=,\r\n" + TEXT).encode(),
    ],
    ids=["utf-8 mark", "utf-16", "utf-16 big endian", "crlf", "no last line break", "separator hint"],
)
def test_the_same_text_in_other_clothes_is_the_same_log(read, raw):
    log, plain = content(read(raw)), content(read(TEXT))
    assert [(e.activity, e.actor, e.at) for e in log[0].events] == [
        (e.activity, e.actor, e.at) for e in plain[0].events
    ]


def test_rows_are_counted_with_the_line_of_the_hint(read):
    assert read("sep=,\n" + TEXT).store.whole().events.row.tolist() == [3, 4]


def test_windows_1258_is_refused_until_it_is_said(read):
    raw = "Mã hồ sơ,Bước,Thời điểm\nA,Trình ký,2024-01-15\n"
    coded = "".join(_for_windows(c) for c in raw).encode("windows-1258")
    with pytest.raises(Refused) as refusal:
        read(coded)
    assert refusal.value.code == "csv.encoding"
    assert read(coded, Mapping(encoding="windows-1258")).store.names.activities == ("Trình ký",)


def _for_windows(letter: str) -> str:
    """Windows-1258 writes most tones apart from the letter."""
    spelt = {
        "ã": "a\u0303",
        "ồ": "ô\u0300",
        "ớ": "ơ\u0301",
        "ờ": "ơ\u0300",
        "ể": "ê\u0309",
        "ì": "i\u0300",
        "ý": "y\u0301",
    }
    return spelt.get(letter, letter)


def test_cells_may_hold_delimiters_quotes_and_line_breaks(read):
    result = read('Mã hồ sơ,Bước,Thời điểm\nA,"Trình, ký ""gấp""\nlần 2",2024-01-15\nA,Xong,2024-01-16\n')
    assert result.store.names.activities == ('Trình, ký "gấp"\nlần 2', "Xong")
    assert result.store.whole().events.row.tolist() == [2, 3]


def test_a_row_with_too_few_or_too_many_cells_is_left_out_and_told(read):
    lines = [f"A,bước {n},2024-01-15 08:{n:02}" for n in range(20)]
    lines[4], lines[11] = "A,hỏng", "A,hỏng,2024-01-15,thừa"
    result = read("\n".join(["Mã hồ sơ,Bước,Thời điểm", *lines]) + "\n")
    assert [(f.doubt, f.row, f.value) for f in result.quality.findings] == [
        (Doubt.BAD_CELL, 6, "A,hỏng"),
        (Doubt.BAD_CELL, 13, "A,hỏng,2024-01-15,thừa"),
    ]
    assert result.store.whole().events.row.tolist() == [n for n in range(2, 22) if n not in (6, 13)]


def test_blank_lines_are_passed_over_and_counted(read):
    result = read("Mã hồ sơ,Bước,Thời điểm\n\nA,x,2024-01-15\n\nA,y,2024-01-16\n\n")
    assert result.store.whole().events.row.tolist() == [3, 5]
    assert result.quality.counts == {}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "log.no_columns"),
        (b"\n\n", "log.no_columns"),
        ("Mã hồ sơ,Bước,Thời điểm\nA,x\0,2024-01-15\n".encode(), "csv.binary"),
        (bytes(range(256)) * 40, "csv.binary"),
        ("Mã hồ sơ,Bước,Thời điểm\n".encode() + b"A,\xff\xfe,2024-01-15\n", "csv.encoding"),
        ("Mã hồ sơ,Bước,Thời điểm\n".encode() + b"A,x,2024-01-15\n" * 200_000 + b"A,\xff,2024-01-15\n", "csv.encoding"),
        ('Mã hồ sơ,Bước,Thời điểm\nA,x,2024-01-15\nA,"y,2024-01-16\nA,z,2024-01-17\n'.encode(), "csv.open_quote"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1], "csv.encoding"),
        (",".join(f"c{n}" for n in range(2_000)).encode() + b"\n", "log.too_many_columns"),
    ],
    ids=[
        "empty",
        "line breaks",
        "nul",
        "binary",
        "not utf-8",
        "not utf-8 far down",
        "open quote",
        "cut utf-16",
        "wide",
    ],
)
def test_what_is_no_csv_is_refused(read, raw, code):
    with pytest.raises(Refused) as refusal:
        read(raw)
    assert refusal.value.code == code


def test_a_log_of_many_blocks_is_read_whole_and_in_order(read):
    count = 300_000
    lines = [f"HS{n // 10},bước {n % 10},2024-01-15 08:{n % 60:02}:{n // 60 % 60:02}" for n in range(count)]
    result = read("\n".join(["Mã hồ sơ,Bước,Thời điểm", *lines]) + "\n")
    assert (result.store.case_count, result.store.event_count) == (count // 10, count)
    assert list(result.store.ids) == [f"HS{n}" for n in range(count // 10)]
    assert sorted(result.store.whole().events.row.tolist()) == list(range(2, count + 2))


def test_a_bad_row_in_a_far_block_has_its_row_number(read):
    lines = [f"HS{n // 10},bước {n % 10},2024-01-15 08:00:00" for n in range(250_000)]
    lines[240_000] = "một ô"
    result = read("\n".join(["Mã hồ sơ,Bước,Thời điểm", *lines]) + "\n")
    assert [f.row for f in result.quality.findings] == [240_002]
    assert result.store.whole().events.row[-1] == 250_001
