"""The board told by bodies: names that mean one body are one line, carried forward to heirs; each count opens those dossiers."""

import re
from datetime import date
from html import unescape

import pytest

from baro.desk.by import by_program
from baro.desk.organisation import create_body, succeed
from baro.records.models import NameMatchRow
from baro.rules.prescribed.bodies import BodyKind, BodyTerm, Level
from baro.rules.prescribed.successions import Succession, SuccessionKind
from channels.web.imports.people import AT
from channels.web.organisation.office import see
from channels.web.start.test_board import AS_OF, _world, as_, at_moment, listed, some_dossiers

__all__ = ["_world"]
pytestmark = pytest.mark.django_db
KEEPER = by_program("goc")


@pytest.fixture
def bodies(_world):
    """Two units of the body; the second went into the first after the dossiers."""
    for body, name in (("b-1", "Phòng số 1"), ("b-2", "Phòng số 2")):
        term = BodyTerm(body=body, code="", name=name, level=Level.CITY, parent="b-so")
        create_body(BodyKind.DIVISION, term, KEEPER, AT)
    merged = Succession(predecessor="b-2", successor="b-1", kind=SuccessionKind.MERGE, effective_on=date(2024, 8, 1))
    succeed(merged, KEEPER, AT)
    for k, (name, body) in enumerate((("Phòng Một", "b-1"), ("Phòng Hai", "b-2"))):
        NameMatchRow.objects.create(
            id=f"s.{k}", source="s", deliverer="b-so", kind="unit", name=name, outcome="ours", target=body, inside=True,
            said_at=AT, said_by="p-goc",
        )  # fmt: skip


def rows(page: str) -> dict[str, tuple[int, str]]:
    """The lines of the table: how many are open and late, and the address of these."""
    found = {}
    page = page[page.index('class="heat"') : page.index("</tbody>", page.index('class="heat"'))]
    for name, rest in re.findall(r'<tr><th scope="row"><a [^>]+>([^<]+)</a>(.*?)</tr>', page, re.S):
        late = re.search(r'heat-now">(?:<a href="([^"]+)">)?(\d+)', rest)
        found[name] = (int(late[2]), unescape(late[1] or ""))
    return found


@pytest.mark.parametrize(
    ("by", "lines"),
    [
        ("", {"Phòng Một": ("Phòng Một",), "Phòng Hai": ("Phòng Hai",), "(không ghi)": ("",)}),
        ("ngay", {"Phòng số 1": ("Phòng Một",), "Phòng số 2": ("Phòng Hai",), "Cơ quan b-so": ("",)}),
        ("nay", {"Phòng số 1": ("Phòng Một", "Phòng Hai"), "Cơ quan b-so": ("",)}),
    ],
)
def test_units_are_told_by_the_structure_chosen_and_open_their_dossiers(bodies, by, lines):
    made, client = some_dossiers(), as_("lan")
    found = rows(client.get(f"/?theo={by}").content.decode())
    assert found.keys() == lines.keys()
    for name, units in lines.items():
        late = at_moment([d for d in made if d.unit in units], AS_OF)["ton-qua-han"]
        assert found[name][0] == len(late)
        assert not late or listed(client, found[name][1]) == late


def test_a_name_that_means_none_stays_as_written_and_says_so(bodies):
    some_dossiers()
    NameMatchRow.objects.filter(target="b-2").delete()
    page = see(as_("lan"), "/?theo=ngay")
    assert "Phòng Hai tên chưa ghép" in page


@pytest.mark.parametrize(
    ("thuoc", "units"),
    [
        ("b-1", {"Phòng Một"}),
        ("Phòng số 2", {"Phòng Hai"}),
        ("b-so", {"Phòng Một", "Phòng Hai", ""}),
        ("không có", set()),
    ],
)
def test_lists_and_the_board_are_narrowed_to_a_body_with_its_units(bodies, thuoc, units):
    made, client = some_dossiers(40), as_("lan")
    assert listed(client, f"/ho-so/?thuoc={thuoc}") == {d.code for d in made if d.unit in units}
    assert client.get(f"/?thuoc={thuoc}").status_code == 200
    shown = rows(client.get(f"/?thuoc={thuoc}").content.decode())
    assert {name.replace("(không ghi)", "") for name in shown} == units


def test_a_list_of_a_body_says_so_and_can_be_widened(bodies):
    some_dossiers(40)
    page = see(as_("lan"), "/ho-so/?thuoc=b-1&chi=1&co-cau=2024-06-14/2024-09-01")
    assert (
        "thuộc Phòng số 1, không kể đơn vị trực thuộc; tên theo ngày 14/06/2024; quy về cơ cấu ngày 01/09/2024" in page
    )
