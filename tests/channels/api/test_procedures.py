"""A file of the national portal taken into the catalogue by a program: whole, or without bad lines on purpose, once for a key."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from baro.desk import catalogue
from baro.records.models import LedgerEntry, ProcedureRow
from channels.api.test_questions import Program, code
from channels.web.catalogue.test_catalogue import told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    catalogue._linted.cache_clear()  # another test's catalogue may have as many versions of the same day


@pytest.fixture
def keeper(client):
    return Program(client, "business_admin")


def bring(
    program: Program, *lines: str, key: str = "nhap-lan-1", name: str = "cong.jsonl", on: str = "2026-03-01", **more
):
    said = {"file": SimpleUploadedFile(name, "\n".join(lines).encode()), "valid_from": on} | more
    signed = {"Authorization": f"Bearer {program.key}", "Idempotency-Key": key}
    return program.client.post("/api/v1/procedures", said, headers=signed)


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="procedure/").count()


def test_a_file_comes_in_and_the_same_again_changes_nothing(keeper):
    first = bring(keeper, told("1.1"), told("1.2"))
    assert (first.status_code, first.json()) == (201, {"new": 2, "changed": 0, "same": 0, "unnamed": 0, "left_out": 0})
    assert bring(keeper, told("1.1"), told("1.2")).json() == first.json()
    assert code(bring(keeper, told("1.1"))) == (409, "api.other_request")
    again = bring(keeper, told("1.1", "Tên mới"), key="nhap-lan-2", on="2026-05-01").json()
    assert (again["new"], again["changed"], again["same"], again["unnamed"]) == (0, 1, 0, 1)
    assert recorded() == 3
    assert ProcedureRow.objects.get(code="1.1", version=2).valid_from == date(2026, 5, 1)
    assert {one["code"]: one["name"] for one in keeper.get("procedures").json()}["1.1"] == "Tên mới"


def test_bad_lines_are_left_out_only_on_purpose(keeper):
    assert code(bring(keeper, told("1.1"), "{hỏng")) == (422, "portal.bad_lines")
    assert recorded() == 0
    assert bring(keeper, told("1.1"), "{hỏng", leave_out_faults="true").json()["left_out"] == 1


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"name": "cong.xlsx"}, "portal.no_file"),
        ({"name": "cong.jsonl.gz"}, "portal.not_text"),
        ({"on": "31/02/2026"}, "api.malformed"),
        ({"leave_out_faults": "có lẽ"}, "api.malformed"),
        ({"file": ""}, "api.malformed"),
    ],
)
def test_a_bad_file_is_refused(keeper, more, refusal):
    assert code(bring(keeper, told("1.1"), **more)) == (422, refusal)
    assert recorded() == 0


def test_a_version_cannot_begin_before_the_last_and_no_procedure_comes_twice(keeper):
    assert code(bring(keeper, told("1.1"), told("1.1"))) == (422, "procedure.twice")
    bring(keeper, told("1.1"))
    refused = bring(keeper, told("1.1", "Khác"), key="nhap-lan-2", on="2026-02-28")
    assert code(refused) == (422, "procedure.before_last")
    assert recorded() == 1


def test_who_only_reads_takes_nothing_in(client):
    for role in ("api_reader", "intake", "tthc_control"):
        assert code(bring(Program(client, role), told("1.1"))) == (403, "access.denied")
    assert recorded() == 0
