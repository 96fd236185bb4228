"""The weekly briefing: each count is what a plain reading of the dossiers gives, and opens exactly the dossiers it counts."""

import random
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from baro.records.models import Account, Dossier
from baro.records.projections.dossier_counts import count_anew
from baro.rules.counted.weeks import Week, read_week, week_of
from baro.rules.judged.deadlines.classes import TimeClass
from channels.web.imports.people import person
from channels.web.organisation.office import see

pytestmark = pytest.mark.django_db
HERE = timedelta(hours=7)
WEEK = Week(date(2024, 4, 22))
COLUMNS = ("received", "ended", "ended_late", "pending", "pending_late", "due_next")
AS_OF = datetime(2024, 4, 30, 10, tzinfo=UTC)
UNITS = ("Phòng Một", "Phòng Hai", "Đội Ba")


@pytest.fixture(autouse=True)
def _world(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("lan", "tthc_control", "b-so")
    person("khac", "tthc_control", "b-khac")


def as_(name: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=name))
    return client


def some_dossiers(count: int = 120) -> list[Dossier]:
    """Dossiers around the week, many of them at its very edges; moments are whole hours."""
    chance, edges = random.Random(3), [WEEK.begins, WEEK.ends, WEEK.ends + timedelta(days=7)]

    def moment() -> datetime:
        near = chance.choice(edges) + timedelta(hours=chance.choice((-1, 0, 1)))
        far = WEEK.begins + timedelta(hours=chance.randrange(-400, 400))
        return chance.choice((near, far)).astimezone(UTC)

    made = []
    for k in range(count):
        received, due = moment(), chance.choice((moment(), None))
        ended = chance.choice((None, max(received, moment())))
        late = ended is not None and due is not None and ended > due
        made.append(
            Dossier(
                id=f"s:{k:03}", source="s", body="b-so", code=f"H{k:03}", unit=UNITS[k % 3], received_at=received,
                last_event_at=received, due_at=due, due_on=(due + HERE - timedelta(seconds=1)).date() if due else None,
                ended_at=ended, event_count=1, time_class=TimeClass.LATE if late else TimeClass.ON_TIME, due_source=0, why_not=0,
                as_of=AS_OF, first_batch="b", last_batch="b", segment="x", place=k, digest="", holder_unit=UNITS[k % 3],
                holder_person="Nguyễn Thị Lan", holder_kind=-1 if ended else 0,
            )
        )  # fmt: skip
    Dossier.objects.whole().bulk_create(made)
    count_anew("b-so", ())
    return made


def plainly(dossiers: list[Dossier], begins: datetime, ends: datetime) -> dict[str, set[str]]:
    """Which dossiers each count counts, read one by one."""
    found: dict[str, set[str]] = {name: set() for name in COLUMNS}
    for d in dossiers:
        is_open = d.received_at < ends and (d.ended_at is None or d.ended_at >= ends)
        holds = {
            "received": begins <= d.received_at < ends,
            "ended": d.ended_at is not None and begins <= d.ended_at < ends,
            "pending": is_open,
            "pending_late": is_open and d.due_at is not None and d.due_at <= ends,
            "due_next": is_open and d.due_at is not None and ends < d.due_at <= ends + timedelta(days=7),
        }
        holds["ended_late"] = holds["ended"] and d.time_class == TimeClass.LATE
        for name, is_so in holds.items():
            if is_so:
                found[name].add(d.code)
    return found


def table(page: str) -> dict[str, list[tuple[int, str]]]:
    """The counts of each line with the addresses they open."""
    found = {}
    for line in re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", page, flags=re.S):
        cells = re.findall(r"<td class=\"n\">(?:<a href=\"([^\"]+)\">)?([\d.]+)", line)
        if len(cells) == len(COLUMNS):
            name = re.sub(r"<[^>]+>", "", line.split("</th>")[0])
            found[name] = [(int(n.replace(".", "")), link.replace("&amp;", "&")) for link, n in cells]
    return found


@pytest.mark.parametrize("week", [WEEK, WEEK.before(), WEEK.after()])
def test_each_count_is_what_a_plain_reading_gives_and_opens_those_dossiers(week):
    made, client = some_dossiers(), as_("lan")
    told = table(client.get(f"/giao-ban/?tuan={week.written}").content.decode())
    assert list(told) == ["Đội Ba", "Phòng Hai", "Phòng Một", "Cộng"]
    for unit in (*UNITS, "Cộng"):
        mine = [d for d in made if unit in (d.unit, "Cộng")]
        expected = plainly(mine, week.begins, week.ends)
        for name, (count, address) in zip(COLUMNS, told[unit], strict=True):
            assert count == len(expected[name]), (unit, name)
            if count:
                listed = set(re.findall(r">(H\d{3})</a>", client.get(address).content.decode()))
                assert listed == expected[name] or (count > 50 and listed < expected[name]), (unit, name)


def test_one_unit_is_told_alone_with_its_oldest_and_who_holds_them():
    some_dossiers()
    page = see(as_("lan"), f"/giao-ban/?tuan={WEEK.after().written}&don-vi=Phòng Một")
    assert "Phòng Một:" in page
    assert "Phòng Hai" not in page
    assert "Ai đang giữ hồ sơ quá hạn" in page
    assert "Nguyễn Thị Lan, Phòng Một" in page


def test_of_a_week_gone_by_nobody_is_told_to_hold_what_they_hold_now():
    some_dossiers()
    page = see(as_("lan"), f"/giao-ban/?tuan={WEEK.before().written}")
    assert "Ai đang giữ" not in page


def test_without_a_week_it_is_the_last_one_that_the_dossiers_tell_of():
    some_dossiers()
    page = see(as_("lan"), "/giao-ban/?tuan=tuan-nay")
    assert "Giao ban tuần 18, 29/04 – 05/05/2024" in page
    assert "Dữ liệu mới đến 17:00 30/04/2024" in page


def test_nothing_of_another_body_is_counted():
    some_dossiers()
    assert "Tuần này không có hồ sơ nào trong phạm vi bạn được xem" in see(
        as_("khac"), f"/giao-ban/?tuan={WEEK.written}"
    )


@pytest.mark.parametrize("text", ["", "2024", "2024-W54", "2024-W00", "24-W01", "2024-Wxx", "0000-W01"])
def test_what_is_no_week_is_none(text):
    assert read_week(text) is None


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2024, 12, 29), "2024-W52"), (date(2024, 12, 30), "2025-W01"), (date(2026, 12, 31), "2026-W53")],
)
def test_a_week_is_counted_as_the_calendar_does(day, written):
    week = week_of(day)
    assert (week.written, read_week(written)) == (written, week)
    assert (week.ends - week.begins, week.after().before()) == (timedelta(days=7), week)


def test_on_the_wall_it_stays_on_the_wall_from_week_to_week():
    some_dossiers()
    client = as_("lan")
    page = client.get(f"/giao-ban/?tuan={WEEK.written}&man-chieu=1").content.decode()
    assert 'class="wide on-screen"' in page
    assert page.count("man-chieu=1") == len(UNITS) + 3  # each unit, the week before, the week after, the other language
    assert f'href="?tuan={WEEK.written}">Thôi trình chiếu' in page
    assert "on-screen" not in client.get(f"/giao-ban/?tuan={WEEK.written}").content.decode()
