"""Passkeys: set up, signing in without a password, or as the second factor after one, taken away, and what is refused."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from baro.desk.accounts import close_account
from channels.web.account.passkeys import Device
from channels.web.account.signing import AT, KEEPER, confirm, entries, is_in, opened, sign_in, words

pytestmark = pytest.mark.django_db(transaction=True)  # what is recorded of a factor is recorded once it is committed
ADD, ENTER, CODE = "/tai-khoan/khoa/them", "/tai-khoan/khoa/dang-nhap", "/tai-khoan/lop-thu-hai/nhap-ma"


@pytest.fixture
def head(client):
    opened("lan", "unit_head")
    sign_in(client)
    return client


def asked_of(answer) -> dict:
    """What a page asks of the device."""
    found = re.search(
        r'<script id="js_data" type="application/json">(.*?)</script>', answer.content.decode(), re.DOTALL
    )
    told = json.loads(found[1])
    return told.get("creation_options") or told.get("request_options") or told


def add(client, device: Device, **more) -> None:
    confirm(client)
    options = asked_of(client.get(ADD))
    return client.post(ADD, {"name": "Máy ở cơ quan", "credential": device.registered(options), **more})


def add_passkey(client, device: Device):
    return add(client, device, passwordless="on")


def enter(client, device: Device):
    """Sign in by the key alone."""
    options = client.get(ENTER, headers={"accept": "application/json", "x-requested-with": "XMLHttpRequest"}).json()
    return client.post(ENTER, {"credential": device.answered(options.get("request_options") or options)})


def test_a_passkey_opens_everything_for_a_role_that_approves(head):
    device = Device()
    add_passkey(head, device)
    assert head.get("/").status_code == 200
    other = Client()
    enter(other, device)
    assert other.get("/").status_code == 200


def test_a_key_that_checks_no_fingerprint_is_no_passkey(head):
    assert "Mã chưa đúng" in words(add_passkey(head, Device(verifies=False)))
    assert not Authenticator.objects.exists()


def test_a_key_that_checks_no_fingerprint_is_a_second_factor_after_the_password(head):
    device = Device(verifies=False)
    add(head, device)
    other = Client()
    assert enter(other, device).status_code in (200, 302)
    assert not is_in(other)
    assert sign_in(other)["Location"].startswith(CODE)
    options = asked_of(other.get(CODE))
    other.post(CODE, {"credential": device.answered(options)})
    assert other.get("/").status_code == 200


def test_an_answer_opens_once(head):
    device = Device()
    add_passkey(head, device)
    other = Client()
    options = other.get(ENTER, headers={"x-requested-with": "XMLHttpRequest"}).json()
    answer = device.answered(options.get("request_options") or options)
    other.post(ENTER, {"credential": answer})
    assert is_in(other)
    thief = Client()
    thief.get(ENTER, headers={"x-requested-with": "XMLHttpRequest"})
    thief.post(ENTER, {"credential": answer})
    assert not is_in(thief)


def test_another_key_in_somebody_s_name_does_not_open(head):
    device, false = Device(), Device()
    add_passkey(head, device)
    false.holder, false.credential_id = device.holder, device.credential_id
    thief = Client()
    enter(thief, false)
    assert not is_in(thief)


@pytest.mark.parametrize(
    "nonsense", ["", "{}", "[]", "khong", '{"id":"x","rawId":"x","response":{},"type":"public-key"}']
)
def test_nonsense_is_refused_without_a_fault(client, nonsense):
    client.get(ENTER, headers={"x-requested-with": "XMLHttpRequest"})
    answer = client.post(ENTER, {"credential": nonsense})
    assert answer.status_code < 500
    assert not is_in(client)


def test_a_closed_account_s_passkey_does_not_open(head):
    device = Device()
    add_passkey(head, device)
    close_account("lan", KEEPER, AT)
    other = Client()
    enter(other, device)
    assert not is_in(other)


def test_a_passkey_taken_away_does_not_open(head):
    device = Device()
    add_passkey(head, device)
    confirm(head)
    key = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)
    head.post(f"/tai-khoan/khoa/{key.pk}/bo")
    other = Client()
    enter(other, device)
    assert not is_in(other)
    assert [e["data"]["change"] for e in entries("account.sign_in_changed")][-1] == "passkey_removed"


def test_nobody_takes_away_somebody_else_s_passkey(head):
    add_passkey(head, Device())
    opened("minh")
    minh = Client()
    sign_in(minh, "minh")
    confirm(minh)
    key = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)
    assert minh.post(f"/tai-khoan/khoa/{key.pk}/bo").status_code == 404
    assert minh.post(f"/tai-khoan/khoa/{key.pk}/doi-ten", {"name": "x"}).status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_behind_tls_a_key_of_another_site_is_refused(head, settings):
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
    add_passkey(head, Device(origin="https://testserver.ke-gian.example"))
    assert not Authenticator.objects.exists()
    add_passkey(head, Device(origin="https://testserver"))
    assert Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).exists()
