"""What waits for a key and the week under way, read by programs: the same dossiers and counts as on the pages."""

from datetime import timedelta

import pytest

from baro.desk import permission
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.permission import asker_of
from baro.records.models import Dossier
from baro.records.queries.access import standing_of
from baro.records.queries.weekly import weekly
from baro.records.row_security.session import system
from baro.rules.counted.weeks import week_of
from baro.rules.judged.deadlines.classes import TimeClass
from channels.api.test_questions import Program, code
from channels.web.briefing.test_briefing import AS_OF, COLUMNS, UNITS, WEEK, some_dossiers
from channels.web.tasks import a_task_world
from channels.web.work.test_work import MIDNIGHT, dossier

pytestmark = pytest.mark.django_db
THERE = f"weeks?tuan={WEEK.written}"


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()


@pytest.fixture
def _week():
    some_dossiers()


def codes(part: dict) -> list[str]:
    return [one["code"] for one in part["items"]]


def test_dossiers_that_wait_are_told_by_their_day(client):
    dossier(1, MIDNIGHT - timedelta(days=3), TimeClass.PENDING_LATE)
    dossier(2, MIDNIGHT, TimeClass.PENDING_ON_TIME)
    dossier(3, MIDNIGHT + timedelta(days=3), TimeClass.PENDING_ON_TIME)
    dossier(4, MIDNIGHT + timedelta(days=8), TimeClass.PENDING_ON_TIME)
    dossier(5, MIDNIGHT, TimeClass.PENDING_LATE, "b-khac")
    told = Program(client, "division_head").get("my-work").json()
    assert [codes(told["procedure"][name]) for name in ("late", "today", "week")] == [["H001"], ["H002"], ["H003"]]
    assert (told["procedure"]["later"], told["procedure"]["own"], told["internal"]) == (None, None, None)


def test_a_task_waits_for_its_lead_then_for_who_gave_it(client, settings, tmp_path):
    (tmp_path / "viec").mkdir()
    a_task_world.build(settings, tmp_path / "viec")
    giver, lead = Program(client, "unit_head", a_task_world.GIVER), Program(client, "division_head", a_task_world.LEAD)
    day = a_task_world.today().isoformat()
    asked = {"assigner": a_task_world.GIVER, "lead": a_task_world.LEAD, "content": "Báo cáo", "assigned_on": day}
    task = giver.post("tasks", asked).json()["task"]["id"]
    waiting = lambda of: [one["id"] for one in of.get("my-work").json()["tasks"]]  # noqa: E731
    assert (waiting(lead), waiting(giver)) == ([task], [])
    lead.post(f"tasks/{task}/events", {"kind": "submitted", "body": a_task_world.LEAD, "on": day})
    assert (waiting(lead), waiting(giver)) == ([], [task])


def test_a_question_waits_for_the_unit_then_for_who_judges_and_not_for_who_answered(client):
    dossier(1, MIDNIGHT - timedelta(days=3), TimeClass.PENDING_LATE)
    with system():
        Dossier.objects.whole().update(signals=1 << 3)
    control, head = Program(client, "tthc_control"), Program(client, "unit_head")
    made = control.post("questions", {"dossier": "s:001", "signal": 3, "reply_by": "2199-12-31"}).json()["question"][
        "id"
    ]
    told = head.get("my-work").json()
    assert ([one["id"] for one in told["to_answer"]], told["to_judge"]) == ([made], [])
    head.post(f"questions/{made}/answer", {"answer": "Chờ ý kiến."})
    assert head.get("my-work").json()["to_judge"] == []
    assert [one["id"] for one in control.get("my-work").json()["to_judge"]] == [made]


@pytest.mark.parametrize("role", ["business_admin", "council_member"])
def test_for_who_has_nothing_to_do_nothing_waits(client, role):
    dossier(1, MIDNIGHT, TimeClass.PENDING_LATE)
    told = Program(client, role).get("my-work").json()
    assert {name: value for name, value in told.items() if value} == {}


@pytest.mark.usefixtures("_week")
def test_a_week_is_counted_as_the_page_counts_it_whole_and_of_a_unit(client):
    control = Program(client, "tthc_control")
    scope = permission.scope(asker_of(standing_of("p-tthc_control-b-so"), at=AS_OF), "dossier.read")
    expected = {one.unit: {name: getattr(one, name) for name in COLUMNS} for one in weekly(scope, WEEK)}
    told = control.get(THERE).json()
    assert {one["unit"]: {name: one[name] for name in COLUMNS} for one in told["units"]} == expected
    assert told["whole"] == {"unit": ""} | {name: sum(one[name] for one in expected.values()) for name in COLUMNS}
    assert (told["week"], told["is_reached"], told["is_running"]) == (WEEK.written, True, False)
    of_one = control.get(f"{THERE}&don-vi={UNITS[0]}").json()
    assert {name: of_one["whole"][name] for name in COLUMNS} == expected[UNITS[0]]
    assert {one["dossier"]["unit"] for one in of_one["oldest"]} == {UNITS[0]}
    assert all(one["days_late"] >= 0 for one in told["oldest"])
    assert control.get("weeks").json()["week"] == "2024-W18"


@pytest.mark.usefixtures("_week")
def test_who_holds_what_is_late_is_told_of_the_week_under_way_and_names_only_to_who_may_see_them(client):
    now, seen = "weeks?tuan=2024-W18", {}
    for role in ("tthc_control", "api_reader"):
        told = Program(client, role).get(now)
        seen[role] = (
            {one["holder_person"] for one in told.json()["held"]} if told.status_code == 200 else told.status_code
        )
    assert seen["tthc_control"] == {"Nguyễn Thị Lan"}
    assert seen["api_reader"] in ({None}, 403)


def test_a_week_names_the_bodies_that_meet_and_what_they_froze(client):
    describe_source(Description(code="s", name="Một cửa", unit="b-so"), by_program("goc"), AS_OF)
    dossier(1, MIDNIGHT - timedelta(days=3), TimeClass.PENDING_LATE)
    control = Program(client, "tthc_control")
    now = control.get("weeks").json()
    assert now["meetings"] == [{"body": "b-so", "briefing": ""}]
    frozen = control.post("briefings", {"body": "b-so", "week": now["week"]}).json()["briefing"]["id"]
    assert control.get("weeks").json()["meetings"] == [{"body": "b-so", "briefing": frozen}]


def test_a_week_tells_the_causes_and_promises_that_were_said(client):
    dossier(1, MIDNIGHT - timedelta(days=3), TimeClass.PENDING_LATE)
    control, head = Program(client, "tthc_control"), Program(client, "division_head")
    tomorrow = a_task_world.today() + timedelta(1)
    said = {"dossier": "s:001", "cause": "software", "promised_on": tomorrow.isoformat()}
    assert head.post("explanations", said).status_code == 201
    (old,) = control.get("weeks").json()["oldest"]
    assert (old["dossier"]["code"], old["explanations"][0]["cause"]) == ("H001", "software")
    (promise,) = control.get(f"weeks?tuan={week_of(tomorrow).written}").json()["promises"]
    assert (promise["dossier"], promise["is_kept"]) == ("s:001", None)


@pytest.mark.usefixtures("_week")
@pytest.mark.parametrize("wrong", ["tuan=2024-W60", "loai=khac", "la=1"])
def test_words_that_mean_nothing_are_refused(client, wrong):
    assert code(Program(client, "tthc_control").get(f"weeks?{wrong}")) == (422, "api.malformed")


@pytest.mark.usefixtures("_week")
def test_another_body_is_told_of_nothing(client):
    told = Program(client, "tthc_control", "b-khac").get(THERE).json()
    assert (told["units"], told["oldest"], told["as_of"], told["is_reached"]) == ([], [], None, False)
    assert code(Program(client, "council_member").get(THERE)) == (403, "access.denied")
