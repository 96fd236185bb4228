"""The rail and the doors of the start page: each says what somebody finds behind it."""

import pytest
from django.urls import NoReverseMatch, reverse

from baro.channels.web.frame.rail import STOPS
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db


def is_built(route: str) -> bool:
    try:
        reverse(route)
    except NoReverseMatch:
        return False
    return True


def test_each_door_that_is_built_says_what_is_behind_it():
    assert [stop.name for stop in STOPS if is_built(stop.route) and stop.route != "start" and not stop.told] == []


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("tthc_control", "Nhập tệp hồ sơ, kiểm tra trước khi nhận"),
        ("business_admin", "Giữ danh mục đơn vị, cán bộ: lập, sáp nhập"),
        ("council_member", "Xem đơn vị nào, cấp trên nào, ai đứng đầu"),
    ],
)
def test_who_may_record_is_told_so_and_others_that_they_may_look(client, settings, role, told):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    client.force_login(person("lan", role))
    assert told in client.get("/").content.decode()
