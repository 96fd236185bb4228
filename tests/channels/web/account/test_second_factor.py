"""The authenticator app and recovery codes: set up, asked for, used once, lost, taken away."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from baro.app.cli import main
from channels.web.account.signing import (
    PASSWORD,
    code_of,
    confirm,
    enrol,
    entries,
    is_in,
    next_period,
    opened,
    sign_in,
    words,
)  # fmt: skip

pytestmark = pytest.mark.django_db(transaction=True)  # what is recorded of a factor is recorded once it is committed
APP, CODE = "/tai-khoan/lop-thu-hai/ung-dung", "/tai-khoan/lop-thu-hai/nhap-ma"


@pytest.fixture
def head(client):
    """The head of a unit, whose role approves, signed in by password alone."""
    opened("lan", "unit_head")
    sign_in(client)
    return client


def enter(client, code: str):
    """Sign in by password, then by a code."""
    assert sign_in(client)["Location"].startswith(CODE)
    return client.post(CODE, {"code": code})


def test_a_role_that_approves_opens_nothing_but_its_own_account_before_a_second_factor(head):
    assert head.get("/")["Location"] == "/tai-khoan/can-lop-thu-hai"
    assert "Cần lớp bảo vệ thứ hai" in words(head.get("/tai-khoan/can-lop-thu-hai"))
    enrol(head)
    assert head.get("/").status_code == 200


def test_a_role_that_only_works_is_not_asked(client):
    opened("minh", "intake")
    sign_in(client, "minh")
    assert client.get("/").status_code == 200


def test_the_secret_is_shown_as_a_picture_and_as_text(head):
    confirm(head)
    page = head.get(APP).content.decode()
    assert "data:image/svg+xml" in page
    assert re.search(r'value="[A-Z2-7]{32}"', page)


def test_a_wrong_code_sets_nothing_up(head):
    confirm(head)
    head.get(APP)
    assert "Mã chưa đúng" in words(head.post(APP, {"code": "000000"}))
    assert not Authenticator.objects.exists()


def test_the_password_alone_does_not_open_and_the_code_does(head, settings):
    secret = enrol(head)
    next_period(settings)
    other = Client()
    assert sign_in(other)["Location"].startswith(CODE)
    assert not is_in(other)
    assert "Mã chưa đúng" in words(other.post(CODE, {"code": "000000"}))
    other.post(CODE, {"code": code_of(secret)})
    assert is_in(other)


def test_a_code_opens_once(head, settings):
    secret = enrol(head)
    next_period(settings)
    mine, thief = Client(), Client()
    enter(mine, code_of(secret))
    assert is_in(mine)
    assert "Mã chưa đúng" in words(enter(thief, code_of(secret)))
    assert not is_in(thief)


def test_the_code_that_set_the_app_up_does_not_open_either(head):
    secret = enrol(head)
    thief = Client()
    enter(thief, code_of(secret))
    assert not is_in(thief)


def test_guessing_codes_comes_to_an_end(head, settings):
    secret = enrol(head)
    next_period(settings)
    thief = Client()
    sign_in(thief)
    for n in range(40):
        answer = thief.post(CODE, {"code": f"{n:06}"})
    assert answer.status_code == 429 or "Đã nhập sai quá nhiều lần" in words(answer)
    thief.post(CODE, {"code": code_of(secret)})
    assert not is_in(thief)


def test_a_recovery_code_opens_once(head):
    enrol(head)
    confirm(head)
    codes = head.get("/tai-khoan/lop-thu-hai/ma-du-phong/tai").content.decode().split()
    assert len(codes) == 10
    first, again = Client(), Client()
    enter(first, codes[0])
    enter(again, codes[0])
    assert (is_in(first), is_in(again)) == (True, False)
    assert "Còn 9 trong 10 mã" in words(head.get("/tai-khoan/lop-thu-hai/ma-du-phong"))


def test_new_recovery_codes_make_the_old_ones_worthless(head):
    enrol(head)
    confirm(head)
    old = head.get("/tai-khoan/lop-thu-hai/ma-du-phong/tai").content.decode().split()
    head.post("/tai-khoan/lop-thu-hai/ma-du-phong/tao")
    thief = Client()
    enter(thief, old[0])
    assert not is_in(thief)


def test_secrets_are_sealed_in_the_database(head):
    secret = enrol(head)
    codes = head.get("/tai-khoan/lop-thu-hai/ma-du-phong/tai").content.decode().split()
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert [told for told in [secret, *codes] if told in kept] == []


def test_setting_it_up_ends_the_sessions_that_were_opened_without_it(head):
    other = Client()
    sign_in(other)
    assert is_in(other)
    enrol(head)
    assert not is_in(other)
    assert is_in(head)


def test_taking_it_away_shuts_the_pages_again(head):
    enrol(head)
    confirm(head)
    head.post(APP + "/bo")
    assert not Authenticator.objects.exists()
    assert head.get("/")["Location"] == "/tai-khoan/can-lop-thu-hai"


def test_each_change_is_recorded_by_whom_and_what(head):
    enrol(head)
    confirm(head)
    head.post(APP + "/bo")
    told = [(entry["actor"], entry["data"]["change"]) for entry in entries("account.sign_in_changed")]
    assert told == [("p-lan", "app_added"), ("p-lan", "codes_made"), ("p-lan", "app_removed")]


def test_whoever_lost_theirs_comes_in_person_and_starts_anew(head):
    enrol(head)
    assert main(["account", "factors", "lan"]) == 0
    assert not is_in(head)
    sign_in(head)
    assert is_in(head)
    assert head.get("/")["Location"] == "/tai-khoan/can-lop-thu-hai"
    assert len(entries("account.factors_removed")) == 1


@pytest.mark.parametrize(
    "place",
    [APP, "/tai-khoan/khoa/them", "/tai-khoan/lop-thu-hai/ma-du-phong", "/tai-khoan/lop-thu-hai/ma-du-phong/tao",
     "/tai-khoan/lop-thu-hai/ma-du-phong/tai", APP + "/bo"],
)  # fmt: skip
def test_what_touches_the_second_factor_asks_again_who_one_is(head, place):
    enrol(head)
    session = head.session
    session["account_authentication_methods"] = [
        {**m, "at": m["at"] - 3600} for m in session["account_authentication_methods"]
    ]
    session.save()
    if place == APP:
        Authenticator.objects.filter(type=Authenticator.Type.TOTP).delete()
    answer = head.get(place)
    assert answer["Location"].startswith(("/tai-khoan/xac-nhan?", "/tai-khoan/lop-thu-hai/xac-nhan?"))


def test_a_wrong_password_does_not_confirm(head):
    assert "Mật khẩu chưa đúng" in words(confirm(head, PASSWORD + "x"))
    assert head.get(APP).status_code in (200, 302)
