"""Requests that follow each other on one connection of the application's role: each sees its own asker's rows alone."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.urls import path

from baro.desk import permission
from baro.records.models import Dossier
from baro.records.row_security.roles import APPLICATION
from baro.rules.prescribed.policy.doors import ROUTES
from baro.rules.prescribed.policy.standing import Subject
from channels.web.imports.people import person
from records.row_security.worlds import fill


def _careless(request) -> HttpResponse:
    """A page that asks the policy where told to, and then forgets to filter."""
    if "asks" in request.GET:
        Dossier.objects.within(permission.scope(request.asker, "dossier.read"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM dossier ORDER BY body")
        return HttpResponse(" ".join(row[0] for row in cursor.fetchall()))


def _broken(request) -> HttpResponse:
    _careless(request)
    raise ZeroDivisionError


@pytest.fixture
def as_application(sign_on, settings, monkeypatch):
    """Pages of this test over Django's own connection, as the application's role."""
    settings.ROOT_URLCONF = (path("careless", _careless, name="careless"), path("broken", _broken, name="broken"))
    for page in ("careless", "broken"):
        monkeypatch.setitem(ROUTES, page, "start.read")
    fill(Dossier, [Subject(id="m1", unit="b-so"), Subject(id="m2", unit="b-khac")])
    lan, minh, khach = person("lan", "unit_head"), person("minh", "unit_head", "b-khac"), person("khach")
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {APPLICATION}")
        yield lan, minh, khach
        cursor.execute("RESET ROLE")


def test_each_request_sees_its_own_askers_rows_alone(as_application, client):
    lan, minh, khach = as_application

    def seen(account, page: str) -> str:
        client.force_login(account)
        return client.get(page).content.decode()

    assert seen(lan, "/careless?asks") == "b-so"
    assert seen(lan, "/careless") == ""
    assert seen(minh, "/careless?asks") == "b-khac"
    assert seen(khach, "/careless?asks") == ""
    client.raise_request_exception = False
    client.force_login(lan)
    assert client.get("/broken?asks").status_code == 500
    assert seen(minh, "/careless") == ""
