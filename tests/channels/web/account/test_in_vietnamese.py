"""Every page of the account that can be reached speaks Vietnamese: each string asked of a catalogue has its translation."""

from gettext import NullTranslations

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.utils.translation import gettext, trans_real

from channels.web.account.passkeys import Device
from channels.web.account.signing import PASSWORD, confirm, enrol, opened, sign_in
from channels.web.account.test_identity_service import known
from channels.web.account.test_passkeys import add_passkey

pytestmark = pytest.mark.django_db(transaction=True)
HERE = "/tai-khoan/"
DOORS = ("", "dang-nhap", "dang-xuat", "ngung-hoat-dong", "quen-mat-khau", "lap-tai-khoan", "dinh-danh/huy",
         "dinh-danh/loi", "dinh-danh/vneid", "khoa/dang-nhap", "lop-thu-hai/nhap-ma")  # fmt: skip
OWN = ("", "dang-xuat", "xac-nhan", "mat-khau", "dat-mat-khau", "phien", "can-lop-thu-hai", "lop-thu-hai",
       "lop-thu-hai/xac-nhan", "lop-thu-hai/ung-dung", "lop-thu-hai/ung-dung/bo", "lop-thu-hai/ma-du-phong",
       "lop-thu-hai/ma-du-phong/tao", "khoa", "khoa/them", "khoa/xac-nhan", "dinh-danh", "dinh-danh/vneid")  # fmt: skip


class Listening(NullTranslations):
    """What is asked when the catalogue has no answer; it remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return message

    def ngettext(self, one: str, many: str, number: int) -> str:
        self.asked.add(one)
        return many


@pytest.fixture
def unsaid(monkeypatch) -> set[str]:
    """The strings that were asked for and have no Vietnamese."""
    listening = Listening()
    monkeypatch.setattr(trans_real.translation("vi"), "_fallback", listening)
    return listening.asked


@pytest.fixture(autouse=True)
def _a_service(settings, tmp_path):
    known(settings, tmp_path, "http://127.0.0.1:9")


def visit(client, places, **said) -> list[int]:
    """Open each page, then send its form empty and filled in wrongly."""
    answers = [client.get(HERE + place) for place in places]
    for place in places:
        if place not in ("dang-xuat", "lop-thu-hai/ung-dung/bo", "lop-thu-hai/ma-du-phong/tao", "phien"):
            answers += [client.post(HERE + place, form) for form in ({}, said) for _ in range(2)]
    return [answer.status_code for answer in answers]


WRONG = {
    "login": "lan", "password": "sai", "code": "1", "oldpassword": "sai", "password1": "ngan", "password2": "khac",
    "credential": "{}", "account": "7", "name": "",
}  # fmt: skip


def test_a_string_without_vietnamese_is_heard(unsaid):
    gettext("Nobody has said this yet.")
    assert unsaid == {"Nobody has said this yet."}


def test_the_doors_speak_vietnamese(client, unsaid):
    opened()
    assert max(visit(client, DOORS, **WRONG)) < 503
    for n in range(6):
        sign_in(client, "lan", f"sai-{n}")
    assert unsaid == set()


def test_one_s_own_pages_speak_vietnamese_before_anything_is_set_up(client, unsaid):
    opened("lan", "unit_head")
    sign_in(client)
    assert max(visit(client, OWN, **WRONG)) < 503
    confirm(client)
    assert max(visit(client, OWN, **WRONG)) < 503
    client.post(HERE + "mat-khau", {"oldpassword": PASSWORD, "password1": "lan", "password2": "lan"})
    client.post(HERE + "mat-khau", {"oldpassword": PASSWORD, "password1": "123456789", "password2": "123456789"})
    assert unsaid == set()


def test_one_s_own_pages_speak_vietnamese_once_all_is_set_up(client, unsaid):
    opened("lan", "unit_head")
    sign_in(client)
    enrol(client)
    add_passkey(client, Device())
    assert "Chưa dùng lần nào" in client.get(HERE + "khoa").content.decode()
    add_passkey(client, Device())
    other = Client()
    sign_in(other)
    visit(other, DOORS, **WRONG)
    assert max(visit(client, OWN, **WRONG)) < 503
    confirm(client)
    assert max(visit(client, OWN, **WRONG)) < 503
    for key in Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN):
        visit(client, [f"khoa/{key.pk}/doi-ten"], name="Thẻ mới")
        client.get(f"{HERE}khoa/{key.pk}/bo")
        client.post(f"{HERE}khoa/{key.pk}/bo")
    client.post(HERE + "lop-thu-hai/ma-du-phong/tao")
    client.post(HERE + "phien")
    client.post(HERE + "lop-thu-hai/ung-dung/bo")
    client.get(HERE)
    client.post(HERE + "dang-xuat")
    client.get(HERE + "dang-nhap")
    assert unsaid == set()
    assert mail.outbox == []  # nothing of this is told by mail: there may be no mail server, and mail is read by others


def test_waiting_is_told_in_vietnamese_when_too_much_was_tried(client, unsaid):
    opened()
    sign_in(client)
    answers = [confirm(client, "sai") for _ in range(25)]
    assert "Bạn đã thử quá nhiều lần" in answers[-1].content.decode()
    assert unsaid == set()
