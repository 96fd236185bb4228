from dataclasses import replace

import pytest

from baro.rules.judged.catalogue.changes import Part, changes
from baro.rules.prescribed.procedures import Channel, ChannelTerms, Procedure

COUNTER = ChannelTerms(channel=Channel.COUNTER, written="15 Ngày", limit=None, fee="0 đồng")
ONLINE = ChannelTerms(channel=Channel.ONLINE, written="10 Ngày", limit=None, fee="0 đồng")
FIRST = Procedure(code="1.1", name="Cấp giấy", levels=("Cấp xã",), channels=(COUNTER,), bases=("45/2013/QH13",))


def told(after: Procedure) -> list[tuple[Part, Channel | None, str, str]]:
    return [(one.part, one.channel, one.before, one.after) for one in changes(FIRST, after)]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (FIRST, []),
        (replace(FIRST, name="Cấp đổi giấy"), [(Part.NAME, None, "Cấp giấy", "Cấp đổi giấy")]),
        (replace(FIRST, bases=("31/2024/QH15",)), [(Part.BASES, None, "45/2013/QH13", "31/2024/QH15")]),
        (replace(FIRST, channels=(COUNTER, ONLINE)), [(Part.CHANNEL_NEW, Channel.ONLINE, "", "10 Ngày")]),
        (
            replace(FIRST, channels=(ONLINE,)),
            [(Part.CHANNEL_GONE, Channel.COUNTER, "15 Ngày", ""), (Part.CHANNEL_NEW, Channel.ONLINE, "", "10 Ngày")],
        ),
        (
            replace(FIRST, channels=(replace(COUNTER, written="7 Ngày", fee="50.000 đồng"),)),
            [
                (Part.LIMIT, Channel.COUNTER, "15 Ngày", "7 Ngày"),
                (Part.FEE, Channel.COUNTER, "0 đồng", "50.000 đồng"),
            ],
        ),
    ],
)
def test_what_changed_is_told_part_by_part(after, expected):
    assert told(after) == expected
