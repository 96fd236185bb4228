"""Passwords: how they are kept, which are refused, how they change, and that none ever travels by mail."""

import io

import pytest
from django.core import mail

from baro.app.cli import main
from baro.desk.accounts import give_password
from baro.desk.by import by_program
from baro.desk.demo_mark import mark_as_demo
from baro.records.models import Account, LedgerEntry
from channels.web.account.signing import AT, KEEPER, PASSWORD, entries, is_in, opened, sign_in, words

pytestmark = pytest.mark.django_db
NEW = "con trau la dau co nghiep 9"


@pytest.fixture
def lan(client):
    opened()
    sign_in(client)
    return client


def change(client, new, old=PASSWORD, again=None):
    said = {"oldpassword": old, "password1": new, "password2": new if again is None else again}
    return client.post("/tai-khoan/mat-khau", said)


def test_a_password_is_kept_as_argon2id_and_stands_in_no_entry_of_the_ledger(lan):
    kept = Account.objects.get(username="lan").password
    assert kept.startswith("argon2$argon2id$")
    assert not [e for e in LedgerEntry.objects.all() if PASSWORD.encode() in e.body or kept.encode() in e.body]


def test_a_person_changes_their_password_and_that_is_recorded(lan):
    assert change(lan, NEW).status_code == 302
    lan.logout()
    sign_in(lan, password=NEW)
    assert is_in(lan)
    assert entries("account.sign_in_changed")[0]["data"]["change"] == "password"


@pytest.mark.parametrize(
    ("weak", "why"),
    [
        ("ngan", "ít nhất 12 ký tự"),
        ("qwertyuiop123", "quá phổ biến"),
        ("matkhau123456", "ai cũng đoán trước"),
        ("Anh yêu em 123456", "ai cũng đoán trước"),
        ("lanlanlanlan", "một cụm lặp lại"),
        ("Ba Rõ Hà Nội 2026", "ai cũng đoán trước"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(lan, weak, why):
    answer = change(lan, weak)
    assert answer.status_code == 200
    assert why in words(answer)


def test_a_password_like_the_account_s_name_is_refused(client):
    opened("nguyenvanminh")
    sign_in(client, "nguyenvanminh")
    assert "quá giống" in words(change(client, "nguyenvanminh1"))


@pytest.mark.parametrize(
    "strong", ["ấm chén trà xanh buổi sớm", "a" * 20 + "漢字 かな", "x7 dai nhat" * 11, "  giữ cả dấu cách  "]
)
def test_any_signs_any_length_to_128_and_spaces_are_taken_as_they_are(lan, strong):
    assert change(lan, strong).status_code == 302
    lan.logout()
    sign_in(lan, password=strong.strip())
    assert is_in(lan) == (strong == strong.strip())
    sign_in(lan, password=strong)
    assert is_in(lan)


def test_the_old_password_is_asked(lan):
    assert "Mật khẩu hiện nay chưa đúng" in words(change(lan, NEW, old="sai"))


def test_the_new_one_is_typed_twice_alike(lan):
    assert "chưa giống nhau" in words(change(lan, NEW, again=NEW + "x"))


def test_who_forgot_is_told_whom_to_meet_and_no_mail_is_sent(client):
    opened()
    assert "Gặp người quản lý tài khoản" in words(client.get("/tai-khoan/quen-mat-khau"))
    assert client.post("/tai-khoan/quen-mat-khau", {"email": "lan@example.org"}).status_code == 405
    assert mail.outbox == []


def test_the_keeper_sets_a_password_at_the_machine(client, monkeypatch):
    opened()
    for typed, code in (("ngan\n", 1), (NEW + "\n", 0)):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        out, err = io.StringIO(), io.StringIO()
        assert bool(main(["account", "password", "lan"], out, err)) == bool(code)
        assert NEW not in out.getvalue() + err.getvalue()
    sign_in(client, password=NEW)
    assert is_in(client)


def test_a_password_that_another_person_set_is_changed_before_anything_else(client):
    opened()
    give_password("lan", PASSWORD, KEEPER, AT)
    sign_in(client)
    lan = client
    assert lan.get("/")["Location"] == "/tai-khoan/mat-khau"
    page = lan.get("/tai-khoan/mat-khau")
    assert "Hãy đặt mật khẩu của riêng bạn" in words(page)
    assert lan.get("/tai-khoan/").status_code == 200
    change(lan, NEW)
    assert lan.get("/").status_code == 200
    give_password("lan", PASSWORD, KEEPER, AT)
    lan.logout()
    sign_in(lan)
    assert lan.get("/")["Location"] == "/tai-khoan/mat-khau"


def test_in_a_demo_the_shared_password_opens_at_once(client):
    mark_as_demo("small", by_program("demo", "demo"), AT)
    opened()
    give_password("lan", PASSWORD, KEEPER, AT)
    sign_in(client)
    assert client.get("/").status_code == 200


def test_nobody_signs_up(client):
    assert client.post("/tai-khoan/lap-tai-khoan", {"username": "ke-la", "password1": NEW}).status_code == 200
    assert not Account.objects.filter(username="ke-la").exists()
