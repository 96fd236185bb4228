"""Wrong passwords: the door shuts for a name from an address, says until when, and tells nobody whether the name exists."""

import logging
import re

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from baro.app.cli import main
from channels.web.account.signing import PASSWORD, entries, is_in, opened, sign_in, words

pytestmark = pytest.mark.django_db
ELSEWHERE = {"REMOTE_ADDR": "203.0.113.9"}
_WORK: list[str] = []


class Counting(Argon2PasswordHasher):
    """Argon2id that says how often it was asked to work."""

    def encode(self, *args, **kwargs):
        _WORK.append("encode")
        return super().encode(*args, **kwargs)

    def verify(self, *args, **kwargs):
        _WORK.append("verify")
        return super().verify(*args, **kwargs)


def fail(client, name="lan", times=5, **more):
    for n in range(times):
        answer = sign_in(client, name, f"sai-{n}", **more)
    return answer


def told(answer) -> str:
    """The page without what differs from request to request, nor the minute, which may turn between two."""
    varies = r'csrfmiddlewaretoken" value="\w+"|lan|khong-co|(?<=\d{4} )\d\d:\d\d'
    return re.sub(varies, "", answer.content.decode())


def test_after_five_failures_the_right_password_does_not_open_and_the_page_says_when_to_try_again(client):
    opened()
    fail(client)
    answer = sign_in(client)
    assert answer.status_code == 429
    assert re.search(r"Thử lại từ \d\d/\d\d/\d{4} \d\d:\d\d", words(answer))
    assert not is_in(client)


def test_an_office_behind_one_address_is_not_shut_out_by_one_person_nor_a_person_by_another_address(client):
    opened()
    opened("minh")
    fail(client)
    sign_in(client, "minh")
    assert is_in(client)
    client.logout()
    sign_in(client, **ELSEWHERE)
    assert is_in(client)


def test_one_name_is_counted_once_however_it_is_written(client):
    opened()
    fail(client, "LAN", 3)
    assert fail(client, " lan ", 2).status_code == 429


def test_a_name_that_nobody_has_is_answered_alike_from_the_first_failure_to_the_shut_door(client):
    opened()
    for _ in range(6):
        there, nowhere = sign_in(client, "lan", "sai"), sign_in(client, "khong-co", "sai")
        assert (there.status_code, told(there)) == (nowhere.status_code, told(nowhere))
    assert nowhere.status_code == 429


def test_a_name_that_nobody_has_costs_as_much_work(client, settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    opened()
    _WORK.clear()
    sign_in(client, "lan", "sai")
    there = len(_WORK)
    sign_in(client, "khong-co", "sai")
    assert (there, len(_WORK)) == (1, 2)


def test_the_keeper_opens_the_door_again_and_that_is_recorded(client, capsys):
    account = opened()
    fail(client)
    assert main(["account", "unlock", "lan"]) == 0
    assert "đăng nhập lại được ngay" in capsys.readouterr().out
    sign_in(client)
    assert is_in(client)
    assert [entry["data"] for entry in entries("account.unlocked")] == [{"account": account.id}]


def test_a_name_that_does_not_exist_cannot_be_unlocked(capsys):
    assert main(["account", "unlock", "khong-co"]) != 0
    assert "Không có tài khoản nào tên khong-co." in capsys.readouterr().err


def test_a_shut_door_is_written_to_the_access_log_without_the_name_that_was_typed(client, caplog):
    account = opened()
    with caplog.at_level(logging.WARNING, "baro.access"):
        fail(client)
        fail(client, "khong-co")
    lines = [r.getMessage() for r in caplog.records if r.name == "baro.access"]
    assert f"refused person={account.id} operation=page.sign_in subject=-" in lines
    assert "refused person=- operation=page.sign_in subject=-" in lines
    assert "khong-co" not in "".join(lines)


def test_a_password_is_never_in_what_is_kept_of_failures(client):
    from axes.models import AccessAttempt

    sign_in(client, "lan", PASSWORD + "x")
    assert PASSWORD not in str(list(AccessAttempt.objects.values()))
