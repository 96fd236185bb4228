"""Thạch Thất by the page: 23 communes in April 2024, 20 in January 2025, five successors in July 2025."""

import html
import re

import pytest
from django.test import Client

from channels.web.organisation.office import hanoi, see, sign_in

DISTRICT = "/to-chuc/don-vi/hn.276.ubnd/"


@pytest.fixture
def council(db, settings):
    """A council member, who may look and not write."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    hanoi()
    return sign_in(Client(), role="council_member")


def in_tree(client, on, below) -> list[str]:
    """The names that the tree shows directly below a body on a day."""
    page = html.unescape(client.get(f"/to-chuc/?ngay={on}").content.decode())
    _, _, rest = page.partition(f'href="/to-chuc/don-vi/{below}/')
    depth, names = 0, []
    for sign, name in re.findall(r'(</?ul>)|<a href="/to-chuc/don-vi/[^"]*">([^<]+)</a>', rest):
        depth += (sign == "<ul>") - (sign == "</ul>")
        if depth == 0 and (sign or name):
            break
        if name and depth == 1:
            names.append(name)
    return names


@pytest.mark.parametrize(
    ("on", "count"), [("25/04/2024", 23), ("31/12/2024", 23), ("01/01/2025", 20), ("30/06/2025", 20)]
)
def test_the_tree_shows_the_communes_of_the_day(council, on, count):
    names = in_tree(council, on, "hn.276.ubnd")
    assert len(names) == len(set(names)) == count
    assert f"{count} đơn vị trực thuộc ngày {on}" in see(council, f"{DISTRICT}?ngay={on}")


def test_in_july_2025_the_district_is_no_more_and_five_successors_stand_below_the_city(council):
    names = in_tree(council, "01/07/2025", "hn.ubnd")
    assert {"Xã Thạch Thất", "Xã Hạ Bằng", "Xã Tây Phương", "Xã Hòa Lạc", "Xã Yên Xuân"} <= set(names)
    assert sum(name.startswith("Xã ") for name in names) == 5
    assert "Ủy ban nhân dân huyện Thạch Thất" not in see(council, "/to-chuc/?ngay=01/07/2025")
    assert "không có đơn vị này: đã kết thúc 30/06/2025" in see(council, f"{DISTRICT}?ngay=01/07/2025")


def test_figures_of_then_told_by_the_structure_of_today_are_marked_and_nothing_is_guessed(council):
    page = see(council, "/to-chuc/quy-doi?ngay=25/04/2024")
    assert "Xã Thạch Thất quy đổi 0 Thị trấn Liên Quan" in page or re.search(
        r"Xã Thạch Thất quy đổi 0 .*Xã Cẩm Yên", page
    )
    assert re.search(r"Không quy đổi trọn vẹn.*Xã Hạ Bằng 0 Xã Hạ Bằng, Xã Hòa Lạc", page)
