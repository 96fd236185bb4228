"""The board: each count is what a plain reading of the dossiers gives, and opens exactly the dossiers it counts; whoever may
open none sees the same counts."""

import random
import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.test import Client

from baro.records.models import Account, Dossier
from baro.records.projections.dossier_counts import count_anew
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.kinds import Kind
from channels.web.imports.people import person
from channels.web.organisation.office import see

pytestmark = pytest.mark.django_db
HERE = timedelta(hours=7)
AS_OF = datetime(2024, 6, 14, 3, tzinfo=UTC)
UNITS = ("Phòng Một", "Phòng Hai", "")
ENDS = (Kind.RELEASED, Kind.REFUSED, Kind.WITHDRAWN)


@pytest.fixture(autouse=True)
def _world(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("lan", "tthc_control", "b-so")
    person("khac", "tthc_control", "b-khac")
    person("dai-bieu", "council_member", "b-so")


def as_(name: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=name))
    return client


def some_dossiers(count: int = 150) -> list[Dossier]:
    """Dossiers of five months, many at the edges of a month or of the day looked from; moments are whole hours."""
    chance = random.Random(11)
    edges = [datetime(2024, m, 1, tzinfo=UTC) - HERE for m in (4, 5, 6)] + [
        datetime(2024, 5, 20, 17, tzinfo=UTC),
        AS_OF,
    ]

    def moment() -> datetime:
        near = chance.choice(edges) + timedelta(hours=chance.choice((-1, 0, 1)))
        return min(AS_OF, chance.choice((near, edges[0] + timedelta(hours=chance.randrange(-700, 1600)))))

    made = []
    for k in range(count):
        received, due = moment(), chance.choice((moment(), moment() + timedelta(days=4), None))
        ended = chance.choice((None, max(received, moment())))
        kinds = (TimeClass.NOT_COMPUTABLE,) if due is None else (TimeClass.LATE,) if ended and ended > due else (1, 2)
        made.append(
            Dossier(
                id=f"s:{k:03}", source="s", body="b-so", code=f"H{k:03}", unit=UNITS[k % 3], received_at=received,
                last_event_at=received, due_at=due, due_on=(due + HERE).date() if due else None, ended_at=ended,
                ended_kind=chance.choice(ENDS) if ended else 0, event_count=1, due_source=0, why_not=0,
                time_class=chance.choice(kinds) if ended else TimeClass.PENDING_ON_TIME, is_reopened=bool(ended and k % 5 == 0),
                in_time_by_pause=bool(ended and k % 7 == 0), is_digitised=k % 4 == 0, result_copy=k % 3 if k % 5 else 0, result_pushed=k % 7 == 1,
                components=k % 4, components_copied=k % 4 and k % 4 - k % 2, components_reused=int(k % 4 == 3), as_of=AS_OF, first_batch="b", last_batch="b", segment="x",
                place=k, digest="", holder_unit=UNITS[k % 2], holder_person="Nguyễn Thị Lan", holder_kind=-1 if ended else k % 3,
            )
        )  # fmt: skip
    Dossier.objects.whole().bulk_create(made)
    count_anew("b-so", [date(2024, m, 1) for m in range(1, 8)])
    return made


def in_period(dossiers: list[Dossier], begins: datetime, ends: datetime) -> dict[str, set[str]]:
    """Which dossiers each count of a period counts, read one by one."""
    ended = [d for d in dossiers if d.ended_at is not None and begins <= d.ended_at < ends]
    received = [d for d in dossiers if begins <= d.received_at < ends]
    with_result = [d for d in ended if d.ended_kind == Kind.RELEASED]
    return {
        "tiep-nhan": {d.code for d in received},
        "xong": {d.code for d in ended},
        "xong-dung": {d.code for d in ended if d.time_class in (TimeClass.EARLY, TimeClass.ON_TIME)},
        "xong-tre": {d.code for d in ended if d.time_class == TimeClass.LATE},
        "nho-tam-dung": {d.code for d in ended if d.in_time_by_pause},
        "khong-ket-qua": {d.code for d in ended if d.ended_kind in (Kind.REFUSED, Kind.WITHDRAWN)},
        "da-so-hoa": {d.code for d in with_result if d.is_digitised or d.result_copy},
        "chua-so-hoa": {d.code for d in with_result if not d.is_digitised and not d.result_copy},
        "mo-lai": {d.code for d in ended if d.is_reopened},
    }


def at_moment(dossiers: list[Dossier], at: datetime) -> dict[str, set[str]]:
    at = at + timedelta(microseconds=1) if at == AS_OF else at  # what happened just then is known
    open_then = [d for d in dossiers if d.received_at < at and (d.ended_at is None or d.ended_at >= at)]
    due = [d for d in open_then if d.due_at]
    begins = datetime.combine((at + HERE).date(), datetime.min.time(), UTC) - HERE
    over = at if begins == at else begins + timedelta(days=1)
    return {
        "ton": {d.code for d in open_then},
        "ton-qua-han": {d.code for d in due if d.due_at <= at},
        "den-han": {d.code for d in due if at < d.due_at <= over},
        "sap-den-han": {d.code for d in due if at < d.due_at <= at + timedelta(days=7)},
    }


def links(page: str) -> dict[str, tuple[int, str]]:
    """The counts outside the table and the addresses they open, by the word of the count and of the holder."""
    found = {}
    for address, n in re.findall(r'<a href="(/ho-so/\?[^"]+)">([\d.]+)</a>', page.split('class="heat"')[0]):
        address = unescape(address)
        word = re.search(r"viec=([\w-]+)", address)
        held = re.search(r"giu=([^&]+)", address)
        found[(word[1] if word else "") + (f" {held[1]}" if held else "")] = (int(n.replace(".", "")), address)
    return found


def listed(client: Client, address: str) -> set[str]:
    return set(re.findall(r">(H\d{3})</a>", client.get(address).content.decode()))


def day(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=UTC) - HERE


@pytest.mark.parametrize(
    ("asked", "begins", "ends", "at"),
    [
        ("", "01/06/2024", "01/07/2024", AS_OF),
        ("?ky=2024-05", "01/05/2024", "01/06/2024", AS_OF),
        ("?ky=2024-05&den=20/05/2024", "01/05/2024", "21/05/2024", day("21/05/2024")),
        ("?ky=2024-Q2&den=20/05/2024", "01/04/2024", "21/05/2024", day("21/05/2024")),
        ("?ky=2024", "01/01/2024", "01/01/2025", AS_OF),
        ("?ky=2024-05&don-vi=Phòng Hai", "01/05/2024", "01/06/2024", AS_OF),
        ("?ky=2024-04&don-vi=(không ghi)&den=30/04/2024", "01/04/2024", "01/05/2024", day("01/05/2024")),
    ],
)
def test_each_count_is_what_a_plain_reading_gives_and_opens_those_dossiers(asked, begins, ends, at):
    made, client = some_dossiers(), as_("lan")
    unit = re.search(r"don-vi=([^&]+)", asked)
    mine = [d for d in made if not unit or d.unit == unit[1].replace("(không ghi)", "")]
    expected = in_period(mine, day(begins), day(ends)) | at_moment(mine, at)
    shown = links(client.get("/" + asked).content.decode())
    for word, codes in expected.items():
        assert word not in shown or shown[word][0] == len(codes), word
        assert word in shown or not codes or word == "den-han", word
        if word in shown:
            found = listed(client, shown[word][1])
            assert found == codes or (len(codes) > 50 and found < codes), word


def test_holders_of_what_is_late_are_told_with_their_dossiers():
    made, client = some_dossiers(), as_("lan")
    late = at_moment(made, AS_OF)["ton-qua-han"]
    shown = {word: told for word, told in links(client.get("/").content.decode()).items() if " " in word}
    assert sum(n for n, _ in shown.values()) == len(late)
    for count, address in shown.values():
        assert len(found := listed(client, address)) == count
        assert found <= late


def test_the_table_tells_the_share_late_of_each_unit_and_month():
    made, client = some_dossiers(), as_("lan")
    page = client.get("/?ky=2024-05").content.decode()
    for unit in UNITS:
        row = re.search(
            rf"<tr><th scope=\"row\"><a [^>]+>{re.escape(unit or '(không ghi)')}</a>(.*?)</tr>", page, re.S
        )[1]
        counts = in_period([d for d in made if d.unit == unit], day("01/05/2024"), day("01/06/2024"))
        timed = len(counts["xong-dung"] | counts["xong-tre"])
        last = re.findall(r"<td class=\"shade-[^\"]+\">(?:<a[^>]+>)?([\d,]*)(?:</a>)?<span[^>]*>([\d.·]+)</span>", row)[
            -1
        ]
        share = f"{100 * len(counts['xong-tre']) / timed:.1f}".replace(".", ",") if timed >= 5 else ""
        assert last == (share, str(timed))
        if counts["xong-tre"] and share:
            address = re.findall(r"<a href=\"(/ho-so/[^\"]+)\">", row.split('class="heat-now"')[0])[-1]
            assert listed(client, unescape(address)) == counts["xong-tre"]


def test_a_council_member_sees_the_counts_and_opens_no_dossier():
    some_dossiers()
    page, open_page = see(as_("dai-bieu"), "/?ky=2024-05"), see(as_("lan"), "/?ky=2024-05")
    board = page[page.index("Rõ quy trình") : page.index("Nơi đang giữ")]
    assert board == open_page[open_page.index("Rõ quy trình") : open_page.index("Nơi đang giữ")]
    assert "/ho-so/" not in as_("dai-bieu").get("/?ky=2024-05").content.decode()
    assert as_("dai-bieu").get("/ho-so/").status_code == 403


def test_another_body_s_people_see_nothing_of_it():
    some_dossiers()
    assert "Phòng Một" not in see(as_("khac"), "/")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [("?ky=2024-13", "không phải kỳ nào"), ("?den=31/02/2024", "không có trong lịch"), ("?ky=\0", "không phải kỳ nào")],
)
def test_an_address_that_means_nothing_is_told_in_a_sentence(asked, sentence):
    some_dossiers(20)
    assert sentence in see(as_("lan"), "/" + asked) or asked == "?ky=\0"


def test_a_unit_nobody_knows_gives_an_empty_board():
    some_dossiers(20)
    page = see(as_("lan"), "/?don-vi=Phòng Không Có")
    assert "Chưa có hồ sơ nào xong trong kỳ" in page
    assert "Không có hồ sơ nào chưa xong mà quá hạn" in page
