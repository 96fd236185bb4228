"""Lateness explained, a week frozen, concluded and carried out by a program, as on the pages."""

from datetime import date, datetime, timedelta

import pytest

from app.deliveries import AT, bring
from baro.channels.api.v1 import briefings as pages
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.records.models import BriefingConclusionRow, LedgerEntry
from baro.records.row_security.session import system
from baro.rules.prescribed.zones import VIETNAM, local_time
from channels.api.test_questions import FAR, Program, code
from channels.web.dossiers.test_pages import DONE, LATE, rows

KEEPER = by_program("goc")
WEEK = {"body": "b-so", "week": "2024-W10"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)


def recorded(kind: str) -> int:
    return LedgerEntry.objects.filter(stream__startswith=f"{kind}/").count()


def test_lateness_is_explained_and_the_promise_told(client):
    head, reader = Program(client, "unit_head"), Program(client, "api_reader")
    told = {"dossier": f"mot-cua:{LATE}", "cause": "coordination", "promised_on": FAR, "words": "Chờ cơ quan thuế."}
    first, again = head.post("explanations", told), head.post("explanations", told)
    assert (first.status_code, first.json()["cause_words"]) == (201, "do phối hợp của cơ quan khác")
    assert first.json() == again.json()
    assert recorded("lateness") == 1
    (seen,) = reader.get(f"explanations?ho-so=mot-cua:{LATE}").json()
    assert (seen["promised_on"], seen["is_kept"], seen["words"], seen["said_by"]) == (FAR, True, None, None)
    assert set(seen["hidden"]) == {"words", "said_by"}
    assert head.post("explanations", told, "viec-so-2").json()["id"] != first.json()["id"]


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"dossier": f"mot-cua:{DONE}"}, 422, "briefing.not_late"),
        ({"promised_on": "2020-01-01"}, 422, "briefing.promise_in_past"),
        ({"cause": "other", "words": " "}, 422, "briefing.other_needs_words"),
        ({"cause": "luoi"}, 422, "api.malformed"),
        ({"dossier": "mot-cua:khong-co"}, 404, "access.not_found"),
    ],
)
def test_what_the_page_refuses_the_api_refuses(client, more, status, refusal):
    told = {"dossier": f"mot-cua:{LATE}", "cause": "agency"} | more
    assert code(Program(client, "unit_head").post("explanations", told)) == (status, refusal)
    assert recorded("lateness") == 0


def test_a_week_is_frozen_concluded_and_carried_out(client):
    control, head = Program(client, "tthc_control"), Program(client, "unit_head")
    frozen, again = (control.post("briefings", WEEK) for _ in range(2))
    made = frozen.json()["briefing"]
    assert (frozen.status_code, made["id"], made["week"]) == (201, "b-so.2024-W10", "2024-W10")
    assert [unit["unit"] for unit in made["figures"]] == ["Phòng Một"]
    assert frozen.json() == again.json()
    assert code(control.post("briefings", WEEK, "viec-so-2")) == (409, "briefing.frozen_already")
    said = {"words": "Trả hết hồ sơ quá hạn.", "lead": "Phòng Một", "due_on": FAR}
    concluded = control.post(f"briefings/{made['id']}/conclusions", said, "viec-so-3").json()
    assert (concluded["lead"], concluded["done_on"], concluded["is_late"]) == ("Phòng Một", None, False)
    (open_one,) = head.get("conclusions").json()["items"]
    today = local_time(datetime.fromisoformat(concluded["made_at"]), VIETNAM).date()
    done = head.post(f"conclusions/{open_one['id']}/done", {"done_on": today.isoformat(), "result": "Đã trả."})
    assert (done.status_code, done.json()["result"]) == (200, "Đã trả.")
    assert head.get("conclusions").json()["count"] == 0
    assert control.get(f"briefings/{made['id']}").json()["conclusions"][0]["done_on"] == today.isoformat()
    assert [one["id"] for one in control.get("briefings?tuan=2024-W10").json()] == [made["id"]]


def test_a_reading_program_sees_figures_and_no_words(client):
    control, reader = Program(client, "tthc_control"), Program(client, "api_reader")
    control.post("briefings", WEEK)
    control.post(
        "briefings/b-so.2024-W10/conclusions", {"words": "Trả.", "lead": "Phòng Một", "due_on": FAR}, "viec-so-2"
    )
    told = reader.get("briefings/b-so.2024-W10").json()
    assert (told["briefing"]["frozen_by"], told["briefing"]["figures"][0]["received"]) == (None, 3)
    assert (told["conclusions"][0]["words"], told["conclusions"][0]["lead"]) == (None, None)
    assert code(reader.post("briefings", WEEK)) == (403, "access.denied")


def test_another_body_and_what_is_not_are_alike(client):
    Program(client, "tthc_control").post("briefings", WEEK)
    other = Program(client, "tthc_control", "b-khac")
    assert other.get("briefings?tuan=2024-W10").json() == []
    assert (
        code(other.get("briefings/b-so.2024-W10")) == code(other.get("briefings/khong-co")) == (404, "access.not_found")
    )
    assert other.post("briefings", WEEK).status_code in {403, 404}
    assert code(other.get("briefings?tuan=2024")) == code(other.get("briefings")) == (422, "api.malformed")
    assert code(other.post("briefings", WEEK | {"week": "tuần này"})) == (422, "api.malformed")


def test_page_after_page_gives_each_conclusion_once(client, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 3)
    with system():
        BriefingConclusionRow.objects.whole().bulk_create(
            BriefingConclusionRow(
                id=f"k{n}", briefing="b-so.2024-W10", body="b-so", monday=date(2024, 3, 4), made_by="p", made_at=AT,
                due_on=date(2030, 1, 1) + timedelta(days=n // 2),
            )
            for n in range(8)
        )  # fmt: skip
    reader, address, found = Program(client, "api_reader"), "conclusions", []
    while address:
        told = reader.get(address).json()
        found += [one["id"] for one in told["items"]]
        address = f"conclusions{told['next']}" if told["next"] else ""
    assert found == [f"k{n}" for n in range(8)]
    assert code(reader.get("conclusions?sau=x")) == (422, "api.malformed")
