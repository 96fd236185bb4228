"""`baro notices`: each person's digest of the day, once, to a real mail server; nothing of anybody in it."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from baro.app.alone import alone
from baro.app.commands.notices import main
from baro.app.digesting import Sender
from baro.app.home_settings import HomeSettings
from baro.channels.mail.post import MailServer, Post
from baro.channels.wording import sentence
from baro.desk.accounts import give_address
from baro.desk.by import by_program
from baro.records.models import LedgerEntry, NoticeMailRow
from baro.rules.prescribed.refusals import Refused
from channels.mail.a_mail_server import mail_server
from channels.web.imports.people import AT, person
from channels.web.notices.test_notices import as_, conclusion, know, question, some_dossiers

pytestmark = pytest.mark.django_db
ORIGIN = "https://ba-ro.example.gov.vn"
TODAY = datetime.now(UTC) + timedelta(hours=7)  # noqa: TID251 the command reads the clock


@pytest.fixture(autouse=True)
def _world(settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    monkeypatch.setenv("BARO_HOME", str(tmp_path))
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    some_dossiers()
    question(1, "p-hoi", 3)
    conclusion(1, -1)
    for name, role, unit in (
        ("lan", "division_head", "b-so"),
        ("minh", "clerk", "b-khac"),
        ("sao", "council_member", "b-so"),
    ):
        person(name, role, unit)
        give_address(name, f"{name}@so.example.gov.vn", by_program("goc"), AT)
    person("khong", "unit_head")  # told no address


@pytest.fixture
def server(settings):
    with mail_server() as here:
        mail = MailServer(host="127.0.0.1", port=here.port, tls="none", sender="ba-ro@so.example.gov.vn")
        settings.HOME_SETTINGS = HomeSettings(agency="Sở Mẫu", origin=ORIGIN, mail=mail)
        yield here


def run(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(words, out, err), out.getvalue(), err.getvalue()


def to(server, name: str):
    return next(letter for letter in server.letters if letter["To"].startswith(name))


def test_each_is_sent_what_waits_for_them_and_nothing_else(server):
    assert run() == (0, "2 đã gửi, 1 không có gì mới hoặc đã gửi, 1 chưa ghi địa chỉ.\n", "")
    assert sorted(letter["To"] for letter in server.letters) == ["lan@so.example.gov.vn", "minh@so.example.gov.vn"]
    lan = to(server, "lan")
    assert lan["Subject"] == f"Ba Rõ: 4 thông báo ngày {TODAY:%d/%m/%Y}"
    assert lan["From"] == "Ba Rõ <ba-ro@so.example.gov.vn>"
    text, html = (lan.get_body((kind,)).get_content() for kind in ("plain", "html"))
    for told in (
        "Sở Mẫu: 4 thông báo chờ bạn; hồ sơ tính đến 10:00 19/04/2024.", "2 hồ sơ chưa xong, đã quá hạn",
        "Phòng Một: 2 hồ sơ", "3 hồ sơ đến hạn trong 3 ngày làm việc tới", "Hồ sơ 001, R01, trả lời đến hết",
        "1 kết luận giao ban chưa xong, đã quá hạn",
    ):  # fmt: skip
        assert told in text
        assert told in html
    assert f"    {ORIGIN}/ho-so/?tinh-trang=qua-han\n" in text
    assert f'href="{ORIGIN}/thong-bao/"' in html
    assert "1 hồ sơ chưa xong, đã quá hạn" in to(server, "minh").get_body(("plain",)).get_content()
    assert "co-quan=b-so" not in to(server, "minh").get_body(("html",)).get_content()


def test_no_word_of_anybody_leaves_the_house(server):
    run()
    told = "".join(letter.get_body((kind,)).get_content() for letter in server.letters for kind in ("plain", "html"))
    for secret in ("p-lan", "p-hoi", "Việc 1.", "Phòng Một trưởng", "<script"):
        assert secret not in told


def test_twice_the_same_day_sends_once_and_what_was_sent_is_an_act(server):
    run()
    assert run()[1] == "3 không có gì mới hoặc đã gửi, 1 chưa ghi địa chỉ.\n"
    assert len(server.letters) == 2
    (entry,) = LedgerEntry.objects.filter(stream="notice-mail/p-lan")
    told = json.loads(bytes(entry.body))
    assert (told["act"], told["data"]["day"]) == ("notice.mailed", f"{TODAY:%Y-%m-%d}")
    assert told["data"]["counts"]["dossiers_late"] == 2
    assert "@" not in bytes(entry.body).decode()
    assert NoticeMailRow.objects.whole().count() == 2


def test_the_next_day_it_is_told_again_unless_it_is_known(server, settings):
    client = as_("an", "division_head")
    give_address("an", "an@so.example.gov.vn", by_program("goc"), AT)
    with Post(settings.HOME_SETTINGS.mail) as post:
        for days, sent in ((0, True), (0, False), (1, True)):
            at = TODAY - timedelta(hours=7) + timedelta(days=days)
            assert Sender(post, settings.HOME_SETTINGS, "os:goc", at).send("an", "p-an", "an@x.vn") is sent
        for slug in ("ho-so-qua-han", "ho-so-sap-den-han", "cau-hoi-cho-giai-trinh", "ket-luan-qua-han"):
            assert know(client, slug).status_code == 302
        at = TODAY - timedelta(hours=7) + timedelta(days=2)
        assert not Sender(post, settings.HOME_SETTINGS, "os:goc", at).send("an", "p-an", "an@x.vn")
    assert len(server.letters) == 2
    assert len({letter["Message-ID"] for letter in server.letters}) == 2


def test_a_letter_that_is_not_taken_is_told_and_goes_the_next_time(server):
    server.refuses = {"lan@"}
    code, out, err = run()
    assert (code, out) == (4, "1 đã gửi, 1 không có gì mới hoặc đã gửi, 1 chưa ghi địa chỉ, 1 chưa gửi được.\n")
    assert err == "Máy chủ thư không nhận thư gửi cho lan: 550 No such user here. Lần chạy sau sẽ gửi lại.\n"
    assert [letter["To"] for letter in server.letters] == ["minh@so.example.gov.vn"]
    server.refuses = set()
    assert run()[0] == 0
    assert [letter["To"] for letter in server.letters] == ["minh@so.example.gov.vn", "lan@so.example.gov.vn"]


def test_a_server_that_hangs_up_after_each_letter_is_called_again(server):
    server.after = 1
    assert run()[0] == 0
    assert (len(server.letters), server.connections) == (2, 2)


def test_where_nobody_listens_nothing_is_noted_as_sent(settings, server):
    settings.HOME_SETTINGS = replace(settings.HOME_SETTINGS, mail=replace(settings.HOME_SETTINGS.mail, port=1))
    with pytest.raises(Refused) as refused:
        run()
    assert sentence(refused.value).startswith("Không gửi được qua máy chủ thư 127.0.0.1:1: ")
    assert not NoticeMailRow.objects.whole().exists()


def test_a_trial_sends_and_notes_nothing(server):
    assert run("--dry-run")[1].startswith("Thử, không gửi: 2 đã gửi")
    assert (server.letters, NoticeMailRow.objects.whole().count()) == ([], 0)


@pytest.mark.parametrize(
    ("said", "code"), [(HomeSettings(origin=ORIGIN), "mail.no_settings"), (None, "mail.no_origin")]
)
def test_what_is_missing_is_said(settings, server, said, code):
    settings.HOME_SETTINGS = said or replace(settings.HOME_SETTINGS, origin="")
    with pytest.raises(Refused) as refused:
        run()
    assert refused.value.code == code
    assert "baro.toml" in sentence(refused.value)


def test_who_lost_their_account_or_role_is_sent_nothing(server):
    from baro.desk.accounts import close_account
    from baro.records.models import RoleGrant

    close_account("lan", by_program("goc"), AT)
    RoleGrant.objects.filter(person="p-minh").delete()
    assert run()[1] == "2 không có gì mới hoặc đã gửi, 1 chưa ghi địa chỉ.\n"
    assert server.letters == []


class DiesAfterwards(Post):
    """The power goes when a letter was taken and nothing is recorded yet."""

    def send(self, letter, name):
        super().send(letter, name)
        raise KeyboardInterrupt


def test_a_crash_repeats_the_one_letter_and_who_gets_it_can_tell(server, settings):
    said, at = settings.HOME_SETTINGS, datetime.now(UTC)  # noqa: TID251 as the command does
    with DiesAfterwards(said.mail) as post, pytest.raises(KeyboardInterrupt):
        Sender(post, said, "os:goc", at).send("lan", "p-lan", "lan@so.example.gov.vn")
    assert run()[0] == 0
    assert [letter["To"][:3] for letter in server.letters] == ["lan", "lan", "min"]
    assert server.letters[0]["Message-ID"] == server.letters[1]["Message-ID"] != server.letters[2]["Message-ID"]


def test_while_one_run_is_at_work_another_stops(server, tmp_path):
    with alone(tmp_path / "log" / "notices.lock"), pytest.raises(Refused) as refused:
        run()
    assert refused.value.code == "mail.running"
    assert server.letters == []
