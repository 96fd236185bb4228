"""The mapping file: what a person says about a log; a misspelt key is refused, never passed over."""

import re

import pytest

from baro.channels.intake.column_names import Role
from baro.channels.intake.mapping import Mapping, parse_mapping, read_mapping
from baro.channels.intake.parsed_moments import DateOrder
from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.refusals import Refused
from house.source import ROOT

PAGE = (ROOT / "docs" / "how-to" / "map-a-log.md").read_text("utf-8")


def test_the_example_of_the_documentation_is_read():
    (block,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    mapping = parse_mapping(block)
    assert mapping.columns[Role.CASE] == "Mã HS nội bộ"
    assert mapping.kinds["Xong, chờ trả"] is Kind.RELEASED
    assert mapping.zone == "Asia/Ho_Chi_Minh"
    assert mapping.order is DateOrder.DAY_FIRST
    assert mapping.end_of_day == {Role.RECORDED_DUE}
    assert mapping.limit_unit is Unit.WORKING_DAY
    assert mapping.procedure_limits == {"1.012784": Duration(12, Unit.WORKING_DAY)}
    assert mapping.granularity is Granularity.DATE
    assert mapping.encoding == "windows-1258"
    assert not mapping.synthetic
    assert not mapping.every_kind


@pytest.mark.parametrize("name", [*(role.value for role in Role), *Kind.__members__])
def test_the_documentation_names_every_role_and_kind(name):
    assert f"`{name}`" in PAGE


def test_an_empty_file_says_nothing():
    assert parse_mapping("") == Mapping()


REFUSED = [
    ("[colums]\ncase='a'", "map.unknown_key"),
    ("case='a'", "map.unknown_key"),
    ("[columns]\ncasse='a'", "map.unknown_key"),
    ("[columns]\ncase=1", "map.bad_value"),
    ("[columns]\ncase=''", "map.bad_value"),
    ("[columns]\ncase='a'\nactivity='a'", "map.column_twice"),
    ("[kinds]\n'x'='RECIEVED'", "map.bad_value"),
    ("[kinds]\n'x'=2", "map.bad_value"),
    ("[time]\nzone='Asia/Hanoi'", "map.bad_value"),
    ("[time]\nzone='../../etc/passwd'", "map.bad_value"),
    ("[time]\nformat='%d/%m/%Y'", "map.bad_value"),
    ("[time]\nzones='UTC'", "map.unknown_key"),
    ("[granularity]\ntime='day'", "map.unknown_key"),
    ("[granularity]\ndue='hour'", "map.bad_value"),
    ("[limit]\nunit='ngày'", "map.bad_value"),
    ("[file]\nencoding='ebcdic'", "map.bad_value"),
    ("[log]\nsynthetic='yes'", "map.bad_value"),
    ("[columns", "map.broken"),
    ("[columns]\ncase='a'\ncase='b'", "map.broken"),
]


@pytest.mark.parametrize(("text", "code"), REFUSED, ids=[text.replace("\n", " ") for text, _ in REFUSED])
def test_what_it_does_not_understand_is_refused(text, code):
    with pytest.raises(Refused) as refusal:
        parse_mapping(text, "anh-xa.toml")
    assert refusal.value.code == code
    assert refusal.value.facts["file"] == "anh-xa.toml"


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "m.toml").write_text("[log]\nsynthetic = true\n", encoding="utf-8-sig")
    assert read_mapping(tmp_path / "m.toml").synthetic


@pytest.mark.parametrize(
    ("raw", "code"), [(b"\xff\xfe\x00", "map.broken"), (b"#" * 2_000_000, "map.too_large"), (None, "map.missing")]
)
def test_a_file_that_is_none_is_refused(tmp_path, raw, code):
    if raw is not None:
        (tmp_path / "m.toml").write_bytes(raw)
    with pytest.raises(Refused) as refusal:
        read_mapping(tmp_path / "m.toml")
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[procedure_limits]\n"1.01" = "lâu lắm"', "procedure_limits.1.01"),
        ('[clock]\ngranularity = "second"', "clock.granularity"),
    ],
)
def test_a_limit_or_a_granularity_that_is_not_understood_is_refused_by_its_key(text, key):
    with pytest.raises(Refused) as refused:
        parse_mapping(text)
    assert refused.value.facts["key"] == key


def test_the_clock_may_count_to_the_minute():
    assert parse_mapping('[clock]\ngranularity = "minute"').granularity is Granularity.MINUTE
