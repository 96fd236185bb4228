"""Sessions: seen, ended one by one or all, over by themselves, and gone with the account or the old password."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from baro.desk.accounts import close_account, give_password, reopen_account
from channels.web.account.signing import AT, KEEPER, PASSWORD, confirm, is_in, opened, sign_in, words

pytestmark = pytest.mark.django_db
NEW = "con trau la dau co nghiep 9"


@pytest.fixture
def two(client):
    """The same person in two browsers."""
    opened()
    other = Client(headers={"user-agent": "Mozilla/5.0 (iPhone) Safari/600"})
    sign_in(client)
    sign_in(other)
    return client, other


def age(client, key: str, seconds: int) -> None:
    """Move what a session remembers into the past."""
    session = client.session
    session[key] -= seconds
    session.save()


def session_of(client) -> UserSession:
    return UserSession.objects.get(session_key=client.session.session_key)


def test_both_browsers_stand_in_the_list_and_one_can_end_the_other(two):
    mine, other = two
    assert is_in(mine) and is_in(other)
    page = words(mine.get("/tai-khoan/phien"))
    assert "đang mở ở 2 nơi" in page and "Safari trên iPhone" in page
    confirm(mine)
    mine.post(f"/tai-khoan/phien/{session_of(other).pk}/dang-xuat")
    assert is_in(mine) and not is_in(other)


def test_all_others_end_and_mine_stays(two):
    mine, other = two
    assert is_in(mine) and is_in(other)
    confirm(mine)
    mine.post("/tai-khoan/phien")
    assert is_in(mine) and not is_in(other)


def test_ending_sessions_asks_first_who_one_is(two):
    mine, other = two
    assert is_in(mine) and is_in(other)
    age_of_sign_in(mine)
    for place in (f"/tai-khoan/phien/{session_of(other).pk}/dang-xuat", "/tai-khoan/phien"):
        assert mine.post(place)["Location"].startswith("/tai-khoan/xac-nhan?")
    assert is_in(other)


def age_of_sign_in(client) -> None:
    """Let the last proof of who one is be an hour old."""
    session = client.session
    session["account_authentication_methods"] = [
        {**m, "at": m["at"] - 3600} for m in session["account_authentication_methods"]
    ]
    session.save()


def test_nobody_ends_the_session_of_somebody_else(two):
    mine, _ = two
    opened("minh")
    minh = Client()
    sign_in(minh, "minh")
    confirm(minh)
    assert is_in(mine)
    assert minh.post(f"/tai-khoan/phien/{session_of(mine).pk}/dang-xuat").status_code == 404
    assert is_in(mine)


def test_a_closed_account_has_no_session_and_does_not_get_it_back_when_opened_again(two):
    mine, other = two
    assert is_in(mine) and is_in(other)
    close_account("lan", KEEPER, AT)
    assert not is_in(mine)
    reopen_account("lan", KEEPER, AT)
    assert not is_in(other)
    sign_in(mine)
    assert is_in(mine)


def test_a_closed_account_is_told_so_only_to_who_knows_its_password(client):
    opened()
    close_account("lan", KEEPER, AT)
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in words(sign_in(client, "lan", "sai"))
    assert sign_in(client)["Location"] == "/tai-khoan/ngung-hoat-dong"
    assert not is_in(client)


def test_a_changed_password_ends_the_other_sessions(two):
    mine, other = two
    assert is_in(mine) and is_in(other)
    mine.post("/tai-khoan/mat-khau", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert is_in(mine) and not is_in(other)
    sign_in(other, password=NEW)
    assert is_in(other)


def test_a_password_given_by_the_keeper_ends_all_sessions(two):
    mine, other = two
    give_password("lan", NEW, KEEPER, AT)
    assert not is_in(mine) and not is_in(other)


def test_half_an_hour_without_anybody_there_ends_the_session_and_says_so(client):
    opened()
    sign_in(client)
    assert is_in(client)
    age(client, "session_seen", 30 * 60 - 5)
    assert is_in(client)
    age(client, "session_seen", 30 * 60 + 5)
    answer = client.get("/tai-khoan/", follow=True)
    assert "Đã tự đăng xuất vì 30 phút không có thao tác" in words(answer)
    assert not is_in(client)


def test_a_working_day_ends_the_session_of_the_busiest(client):
    opened()
    sign_in(client)
    age(client, "session_begun", 12 * 3600 - 5)
    assert is_in(client)
    age(client, "session_begun", 10)
    assert "Đã tự đăng xuất vì phiên dài quá 12 giờ" in words(client.get("/", follow=True))


def test_signing_in_gives_a_new_session_key(client):
    opened()
    client.get("/tai-khoan/dang-nhap")
    before = client.session.session_key
    sign_in(client)
    assert client.session.session_key not in (None, before)


def test_signing_out_ends_the_session_for_good(client):
    opened()
    sign_in(client)
    stolen = Client()
    stolen.cookies = client.cookies.copy()
    assert is_in(stolen)
    client.post("/tai-khoan/dang-xuat")
    stolen.cookies["baro"] = client.cookies["baro"].value or "x"
    assert not is_in(client)
