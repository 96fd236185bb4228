"""A department that gives work, an office below it that leads, an officer of the office, and somebody of another agency."""

from datetime import date, datetime, timedelta

from django.test import Client

from baro.desk.by import by_program
from baro.desk.people import appoint, register_person
from baro.records.models import Account
from baro.rules.prescribed.offices import Post, Term
from baro.rules.prescribed.zones import VIETNAM_TIME
from channels.web.imports.people import AT, person

KEEPER = by_program("goc")
GIVER, LEAD = "b-giao", "b-chu"


def build(settings, tmp_path) -> None:
    """Everybody comes."""
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("giao", "unit_head", GIVER)
    person("chu", "division_head", LEAD)
    person("lam", "case_officer", LEAD)
    person("soat", "tthc_control", GIVER)
    person("khac", "division_head", "b-khac")
    for name, unit in (("lam", LEAD), ("khac", "b-khac")):
        register_person(f"CB-{name}", f"Cán bộ {name}", KEEPER, AT, person_id=f"p-{name}")
        appoint(Post(f"p-{name}", unit, "Chuyên viên", term=Term(date(2020, 1, 2), None), decision="1/QĐ"), KEEPER, AT)


def as_(name: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=name))
    return client


def today() -> date:
    return datetime.now(VIETNAM_TIME).date()  # noqa: TID251 pages read the clock


def written(ago: int = 0) -> str:
    """A day before today as a form has it."""
    return f"{today() - timedelta(ago):%d/%m/%Y}"


def entered(client: Client, **said: str) -> str:
    """Enter a directive signed ten days ago; gives its page."""
    told = {
        "number": "12/KL", "signed_on": written(10), "issuer": "Đoàn giám sát", "subject": "Kết luận giám sát", "source": "council",
        "implements": "", "body": f"Cơ quan {GIVER}", "unit_1": f"Cơ quan {LEAD}",
    } | said  # fmt: skip
    answer = client.post("/nhiem-vu/van-ban/them", told)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def assigned(client: Client, **said: str) -> str:
    """Give a task due in five days; gives its page."""
    answer = client.post("/nhiem-vu/giao", form(**said))
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def form(**said: str) -> dict[str, str]:
    """What the form of a task says."""
    return {
        "content": "Báo cáo hồ sơ quá hạn", "product": "Báo cáo", "assigner": f"Cơ quan {GIVER}", "lead": f"Cơ quan {LEAD}",
        "source": "council", "directive": "", "assigned_on": written(), "due_on": written(-5),
    } | said  # fmt: skip


def tell(client: Client, there: str, word: str, **said: str):
    """Send the form of a step."""
    return client.post(f"{there}/ghi/{word}", {"on": written(), "words": "Vì thế."} | said)
