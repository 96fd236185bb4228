"""Joint procedures entered and changed by programs, as on the pages; dossiers are opened by them; the legs can be sent back."""

import pytest

from baro.records.models import JointProcessRow, LedgerEntry
from baro.records.queries.joint_rules import joint_versions
from baro.records.replay import differences
from channels.api.test_joints import ago
from channels.api.test_questions import Program, code
from channels.web.joint.a_joint_world import LAND, LEAD, TAX, as_, build
from channels.web.organisation.office import see

pytestmark = pytest.mark.django_db
LEGS = [
    {"key": "1", "agency": TAX, "task": "Tính thuế", "limit": "5 ngày làm việc", "papers_in": "Phiếu chuyển",
     "papers_out": "", "after": ""},
    {"key": "2", "agency": LAND, "task": "Thẩm định", "limit": "8 giờ làm việc", "papers_in": "", "papers_out": "Biên bản",
     "after": "1"},
]  # fmt: skip


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def control(client):
    return Program(client, "tthc_control", LEAD)


def version(**more) -> dict:
    told = {
        "decision": "9/QĐ", "signed_on": "2024-01-02", "valid_from": "2024-01-03", "rule": "q1", "lead": LEAD,
        "limit": "20 ngày làm việc", "legs": LEGS,
    }  # fmt: skip
    return told | more


def adding(**more) -> dict:
    return version(name="Thủ tục hai", code="LT-2") | more


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="joint_process/").count()


def test_a_procedure_is_entered_and_a_dossier_is_opened_by_it(control, client):
    made = control.post("joint-procedures", adding(), "them-lan-1")
    told = made.json()
    assert made.status_code == 201, told
    (first,) = told["versions"]
    assert (told["unit"], told["code"], told["name"]) == (LEAD, "LT-2", "Thủ tục hai")
    assert (first["legs"], first["limit"], first["rule"], first["version"]) == (LEGS, "20 ngày làm việc", "q1", 1)
    assert "Thủ tục hai" in see(as_("chu"), "/lien-thong/quy-trinh/")
    assert control.get(f"joint-procedures/{told['process']}").json() == told
    opening = {"process": told["process"], "code": "H1", "received_at": ago(days=2)}
    here = Program(client, "clerk", LEAD).post("joint-dossiers", opening, "mo-lan-1")
    assert (here.status_code, [leg["agency"] for leg in here.json()["legs"]]) == (201, [TAX, LAND])
    assert [row for row in differences() if row.facts["table"].startswith(("joint", "process"))] == []


def test_sent_again_it_is_one_procedure_and_one_version(control):
    first, again = (control.post("joint-procedures", adding(), "them-lan-1") for _ in range(2))
    assert first.json() == again.json()
    there = f"joint-procedures/{first.json()['process']}/versions"
    later = version(valid_from="2024-05-01", decision="10/QĐ")
    new, same = (control.post(there, later, "ban-moi-1") for _ in range(2))
    assert (new.status_code, new.json()) == (201, same.json())
    assert recorded() == 3  # with the one of the world
    assert code(control.post(there, later | {"decision": "11/QĐ"}, "ban-moi-1")) == (409, "api.other_request")


def test_a_new_version_holds_from_its_day_and_open_dossiers_keep_theirs(control, client):
    lead = Program(client, "clerk", LEAD)
    opening = {"process": "lt-1", "code": "H1", "received_at": ago(days=9)}
    here = f"joint-dossiers/{lead.post('joint-dossiers', opening, 'mo-lan-1').json()['joint']['id']}"
    legs = control.get("joint-procedures/lt-1").json()["versions"][-1]["legs"]
    today = ago()[:10]
    changed = version(legs=[*legs, LEGS[0] | {"key": "3", "after": "2"}], valid_from=today)
    told = control.post("joint-procedures/lt-1/versions", changed, "ban-moi-1").json()
    old, new = told["versions"]
    assert (old["version"], new["version"], new["last_on"], new["valid_from"]) == (1, 2, None, today)
    assert old["last_on"] < today
    assert new["legs"][:2] == legs
    assert lead.get(here).json()["joint"]["version"] == 1
    assert [one["version"] for one in control.get("joint-procedures").json()["items"]] == [2]
    assert [one.version for one in joint_versions("lt-1")] == [1, 2]


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"name": " "}, "process.no_name"),
        ({"decision": " "}, "process.no_decision"),
        ({"limit": "lâu"}, "duration.unreadable"),
        ({"legs": []}, "joint.no_legs"),
        ({"legs": [LEGS[0] | {"limit": "vài hôm"}]}, "duration.unreadable"),
        ({"legs": [LEGS[0] | {"task": " "}]}, "joint.no_task"),
        ({"legs": [LEGS[1], LEGS[0]]}, "joint.unknown_trigger"),
        ({"legs": [LEGS[0], LEGS[0]]}, "joint.leg_twice"),
        ({"legs": [LEGS[0] | {"agency": "khong-co"}]}, "joint.body_not_in_force"),
        ({"valid_from": "2024-01-01"}, "joint.before_signed"),
        ({"rule": "khong-co"}, "joint.rule_not_in_force"),
    ],
)
def test_what_cannot_be_laid_down_is_refused(control, more, refusal):
    assert code(control.post("joint-procedures", adding(**more))) == (422, refusal)
    assert (recorded(), JointProcessRow.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"signed_on": "02/01/2024"}, "signed_on"), ({"valid_from": "0024-01-01"}, "valid_from"), ({"lead": " "}, "lead"),
        ({"name": "x" * 401}, "name"), ({"legs": [LEGS[0] | {"key": "a/b"}]}, "key"), ({"legs": "một chặng"}, "legs"),
        ({"legs": [LEGS[0] | {"agency": ""}]}, "agency"), ({"limit": None}, "limit"), ({"code": "x" * 61}, "code"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(control, more, field):
    answer = control.post("joint-procedures", adding(**more))
    assert code(answer) == (422, "api.malformed")
    assert field in answer.json()["sentence"]


def test_a_version_begins_after_the_one_before(control):
    early = version(valid_from="2020-01-02", signed_on="2020-01-02")
    assert code(control.post("joint-procedures/lt-1/versions", early)) == (422, "joint.before_last")
    assert recorded() == 1


def test_who_may_not_approve_changes_nothing_and_what_is_not_there(control, client):
    far, clerk = Program(client, "tthc_control", "b-khac"), Program(client, "clerk", LEAD)
    assert code(clerk.post("joint-procedures", adding())) == (403, "access.denied")
    assert code(far.post("joint-procedures", adding())) == (403, "access.denied")
    assert code(control.post("joint-procedures", adding(unit="b-khac"))) == (403, "access.denied")
    assert code(far.post("joint-procedures/lt-1/versions", version())) == (403, "access.denied")
    assert code(control.post("joint-procedures/khong-co/versions", version())) == (404, "access.not_found")
    assert code(control.get("joint-procedures/khong-co")) == (404, "access.not_found")
    assert code(control.post("joint-procedures", adding(), "ngan")) == (400, "api.no_idempotency_key")
    assert recorded() == 1


def test_a_readers_key_reads_them_wherever_they_lie(client):
    reader = Program(client, "api_reader", "b-khac")
    (one,) = reader.get("joint-procedures").json()["items"]
    assert reader.get(f"joint-procedures/{one['process']}").json()["versions"] == [one]
    assert code(reader.post("joint-procedures", adding())) == (403, "access.denied")
    assert code(Program(client, "api_client", LEAD).get("joint-procedures")) == (403, "access.denied")
