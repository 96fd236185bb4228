"""A lead, two agencies (the tax office has no account), a controller, and somebody of another agency; one process of two legs."""

import re
from datetime import date, datetime, timedelta

from django.test import Client

from baro.desk.by import by_program
from baro.desk.joint_rules import record_rule, register_joint
from baro.desk.organisation import create_body
from baro.records.models import Account
from baro.rules.prescribed.bodies import BodyKind, BodyTerm, Level
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.joint import CoordinationRule, JointLeg, JointProcess
from baro.rules.prescribed.zones import VIETNAM_TIME
from channels.web.imports.people import AT, person

KEEPER = by_program("goc")
LEAD, LAND, TAX = "b-so", "b-dat", "b-thue"
DAYS = Unit.WORKING_DAY


def build(settings, tmp_path) -> str:
    """Everybody comes, the rule and the process are recorded; gives the process's id in the register."""
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("chu", "division_head", LEAD)
    person("van", "clerk", LEAD)
    person("dat", "division_head", LAND)
    person("soat", "tthc_control", LEAD)
    person("khac", "division_head", "b-khac")
    term = BodyTerm(body=TAX, code="", name="Cơ quan thuế", level=Level.CENTRAL, external=True)
    create_body(BodyKind.OTHER, term, KEEPER, AT)
    rule = CoordinationRule(
        id="q1", unit=LEAD, name="Quy chế một", number="1/QC", signed_on=date(2020, 1, 2), valid_from=date(2020, 1, 2),
        parties=(LEAD, LAND, TAX),
    )  # fmt: skip
    record_rule(rule, KEEPER, AT)
    legs = (
        JointLeg(key="1", agency=TAX, task="Xác định nghĩa vụ", limit=Duration(5, DAYS), papers_in="Phiếu chuyển"),
        JointLeg(key="2", agency=LAND, task="Thẩm định", limit=Duration(3, DAYS), after="1"),
    )
    told = JointProcess(
        process="lt-1", version=1, lead=LEAD, rule="q1", limit=Duration(10, DAYS), legs=legs, decision="2/QĐ",
        signed_on=date(2020, 1, 2), valid_from=date(2020, 1, 2),
    )  # fmt: skip
    return register_joint("Thủ tục thử", "LT-1", told, KEEPER, AT)


def as_(name: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=name))
    return client


def now() -> datetime:
    return datetime.now(VIETNAM_TIME)  # noqa: TID251 pages read the clock


def written(ago: timedelta = timedelta()) -> str:
    """A moment before now as a form has it."""
    return f"{now() - ago:%d/%m/%Y %H:%M}"


def opened(client: Client, code: str = "H1", ago: timedelta = timedelta(days=30)) -> str:
    """Open a dossier; gives its page."""
    answer = client.post("/lien-thong/mo", {"process": "lt-1", "code": code, "received_at": written(ago)})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def tell(client: Client, there: str, what: str, ago: timedelta = timedelta(), **said):
    """Send the form of a step: "1/gui", "2/tra-loi"."""
    told = {"happened_at": written(ago), "document": "", "outcome": "result"} | said
    return client.post(f"{there}/ghi/{what}", told)


def links(client: Client, there: str) -> list[str]:
    """The steps that a page offers."""
    return re.findall(r'href="[^"]*/ghi/([^"]+)"', client.get(there).content.decode())
