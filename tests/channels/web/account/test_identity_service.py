"""Signing in through an identity service: with one that keeps the standard, and with one that lies."""

from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from oidc_provider_mock import User, run_server_in_thread

from baro.app.home_settings import read_home_settings
from baro.desk.accounts import close_account
from baro.records.models import Account, RoleGrant
from baro.rules.prescribed.refusals import Refused
from channels.web.account.a_service import CLIENT, running
from channels.web.account.signing import AT, KEEPER, enrol, entries, is_in, opened, sign_in, words

pytestmark = pytest.mark.django_db
SUBJECT = "079300001234"
GO, BACK = "/tai-khoan/dinh-danh/vneid", "/tai-khoan/dinh-danh/vneid/tra-loi"


def known(settings, tmp_path, address: str, more: str = "") -> None:
    """Name a service as an authority does, in `baro.toml`."""
    (tmp_path / "keys").mkdir(exist_ok=True)
    (tmp_path / "keys" / "vneid.secret").write_text("bi-mat-cua-ung-dung\n")
    (tmp_path / "baro.toml").write_text(
        f'[[oidc]]\nid = "vneid"\nname = "Định danh điện tử"\nclient_id = "{CLIENT}"\n'
        f'address = "{address}"\nsecret_file = "vneid.secret"\n{more}'
    )
    said = read_home_settings(tmp_path)
    settings.HOME_SETTINGS = said
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app.as_allauth() for app in said.providers]}
    }


@pytest.fixture
def honest(settings, tmp_path):
    """A service that keeps the standard; it knows one person."""
    person = User(sub=SUBJECT, claims={"preferred_username": "Lan", "email": "lan@example.org"})
    with run_server_in_thread(user_claims=[person], require_nonce=True) as server:
        address = f"http://localhost:{server.server_port}"
        known(settings, tmp_path, address)
        yield address


@pytest.fixture
def liar(settings, tmp_path):
    with running() as service:
        known(settings, tmp_path, service.address)
        yield service


def through(client, subject: str = SUBJECT):
    """Walk the whole way: to the service, say who one is there, and back."""
    asked = client.post(GO)["Location"]
    back = requests.post(asked, data={"sub": subject}, allow_redirects=False, timeout=10).headers["Location"]
    return client.get(urlsplit(back)._replace(scheme="", netloc="").geturl())


def past_the_liar(client, liar):
    """Come back from the liar with its code; what it signs bears the nonce of this request."""
    asked = parse_qs(urlsplit(client.post(GO)["Location"]).query)
    liar.nonce = asked["nonce"][0]
    return client.get(BACK, {"code": "c", "state": asked["state"][0]})


def test_the_service_is_offered_at_the_door_and_asked_with_a_proof_key(client, honest):
    assert "Đăng nhập qua Định danh điện tử" in words(client.get("/tai-khoan/dang-nhap"))
    asked = parse_qs(urlsplit(client.post(GO)["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["client_id"] == [CLIENT]


def test_a_person_who_has_an_account_comes_in_and_the_tie_is_recorded(client, honest):
    account = opened()
    through(client)
    assert is_in(client)
    assert [(row.user_id, row.uid) for row in SocialAccount.objects.all()] == [(account.id, SUBJECT)]
    assert [e["data"]["change"] for e in entries("account.sign_in_changed")] == ["identity_tied"]
    client.post("/tai-khoan/dang-xuat")
    through(client)
    assert is_in(client)
    assert SocialAccount.objects.count() == 1


def test_nobody_gets_an_account_by_having_an_identity(client, honest):
    answer = through(client)
    assert answer.status_code == 403
    assert "Chưa có tài khoản ứng với định danh này" in words(answer)
    assert (Account.objects.count(), SocialAccount.objects.count()) == (0, 0)
    assert client.get("/tai-khoan/dinh-danh/lap-tai-khoan").status_code == 302


def test_a_closed_account_does_not_open_by_an_identity(client, honest):
    opened()
    close_account("lan", KEEPER, AT)
    through(client)
    assert not is_in(client)


def test_an_account_tied_before_it_was_closed_does_not_open(client, honest):
    opened()
    through(client)
    close_account("lan", KEEPER, AT)
    through(client)
    assert not is_in(client)


@pytest.mark.django_db(transaction=True)
def test_an_identity_does_not_spare_the_second_factor(client, honest):
    opened("lan", "unit_head")
    sign_in(client)
    enrol(client)
    other = Client()
    assert through(other)["Location"].startswith("/tai-khoan/lop-thu-hai/nhap-ma")
    assert not is_in(other)


def test_an_answer_that_was_not_asked_for_is_refused(client, honest):
    opened()
    assert client.get(BACK, {"code": "c", "state": "nowhere"}).status_code < 500
    assert not is_in(client)


def test_a_link_from_elsewhere_begins_no_sign_in(client, honest):
    answer = client.get(GO)
    assert answer.status_code == 200
    assert "Bạn sẽ được chuyển đến trang của Định danh điện tử" in words(answer)


def test_whoever_stops_at_the_service_is_told_so(client, honest):
    state = parse_qs(urlsplit(client.post(GO)["Location"]).query)["state"][0]
    answer = client.get(BACK, {"error": "access_denied", "state": state}, follow=True)
    assert "Bạn đã dừng việc đăng nhập qua định danh" in words(answer)


def test_a_service_that_does_not_answer_is_told_as_such(client, settings, tmp_path):
    known(settings, tmp_path, "http://127.0.0.1:9")
    answer = client.post(GO)
    assert "Dịch vụ định danh không trả lời" in words(answer)


def test_what_the_liar_says_honestly_is_believed(client, liar):
    opened()
    past_the_liar(client, liar)
    assert is_in(client)


@pytest.mark.parametrize(
    ("signed", "signs", "told"),
    [
        pytest.param({"exp": 1_700_000_000}, "key", {}, id="expired"),
        pytest.param({"exp": None}, "key", {}, id="without an end"),
        pytest.param({"iat": 4_000_000_000}, "key", {}, id="from the future"),
        pytest.param({"nbf": 4_000_000_000}, "key", {}, id="not yet in force"),
        pytest.param({"aud": "phan-mem-khac"}, "key", {}, id="for another audience"),
        pytest.param({"aud": None}, "key", {}, id="for no audience"),
        pytest.param({"aud": [CLIENT, "khac"], "azp": "khac"}, "key", {}, id="for another party"),
        pytest.param({"iss": "https://ke-gian.example"}, "key", {}, id="from another issuer"),
        pytest.param({"sub": "s-2"}, "key", {}, id="userinfo of another person"),
        pytest.param({"sub": None}, "key", {}, id="of nobody"),
        pytest.param({}, "key", {"sub": "s-2"}, id="told of another person"),
        pytest.param({}, "false_key", {}, id="signed by a false key"),
        pytest.param({}, "unknown", {}, id="signed by a key not published"),
        pytest.param({}, "shared", {}, id="signed with the public key as a secret"),
        pytest.param({}, "none", {}, id="not signed"),
        pytest.param({}, "absent", {}, id="absent"),
        pytest.param({"nonce": None}, "key", {}, id="without a nonce"),
        pytest.param({"nonce": ""}, "key", {}, id="with an empty nonce"),
        pytest.param({"nonce": "khac"}, "key", {}, id="that answers another request"),
    ],
)
def test_a_token_that_does_not_hold_opens_nothing(client, liar, signed, signs, told):
    opened()
    liar.signed, liar.signs, liar.told = signed, signs, told
    answer = past_the_liar(client, liar)
    assert "Không đăng nhập được qua định danh" in words(answer)
    assert not is_in(client)
    assert SocialAccount.objects.count() == 0


def test_each_request_has_a_nonce_of_its_own_and_an_answer_does_not_serve_for_another(client, liar):
    opened()
    first, second = (parse_qs(urlsplit(client.post(GO)["Location"]).query) for _ in range(2))
    assert first["nonce"] != second["nonce"]
    liar.nonce = first["nonce"][0]
    client.get(BACK, {"code": "c", "state": second["state"][0]})
    assert not is_in(client)
    client.get(BACK, {"code": "c", "state": first["state"][0]})
    assert is_in(client)


STRONG = 'acr = "loa3 loa4"\namr = "otp hwk"\n'


@pytest.mark.parametrize(
    ("signed", "is_enough"),
    [
        ({"acr": "loa3", "amr": ["pwd", "otp"]}, True), ({"acr": "loa4", "amr": ["hwk"]}, True),
        ({"acr": "loa2", "amr": ["pwd", "otp"]}, False), ({"acr": "loa3", "amr": ["pwd"]}, False),
        ({"acr": "loa3"}, False), ({"amr": ["otp"]}, False), ({}, False), ({"acr": "loa3", "amr": "otp"}, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("role", ["unit_head", "clerk"])
def test_a_role_that_approves_needs_the_demanded_strength_of_sign_in(
    client, liar, settings, tmp_path, signed, is_enough, role
):
    known(settings, tmp_path, liar.address, STRONG)
    asked = parse_qs(urlsplit(client.post(GO)["Location"]).query)
    assert asked["acr_values"] == ["loa3 loa4"]
    opened("lan", role)
    liar.signed = signed
    past_the_liar(client, liar)
    answer = client.get("/")
    if role == "clerk":
        assert answer.status_code == 200
    else:
        weak, then = "/tai-khoan/can-dang-nhap-manh-hon", "/tai-khoan/can-lop-thu-hai"
        assert answer["Location"] == (then if is_enough else weak)
    assert "đăng nhập lại và chọn cách mạnh hơn" in words(client.get("/tai-khoan/can-dang-nhap-manh-hon"))


def test_a_role_given_after_a_weak_sign_in_is_asked_for_a_stronger_one_at_the_next_page(
    client, liar, settings, tmp_path
):
    known(settings, tmp_path, liar.address, STRONG)
    opened()
    past_the_liar(client, liar)
    assert client.get("/").status_code == 200
    RoleGrant.objects.create(id="g", person="p-lan", role="unit_head", unit="b-so", recorded_at=AT)
    assert client.get("/")["Location"] == "/tai-khoan/can-dang-nhap-manh-hon"


@pytest.mark.django_db(transaction=True)
def test_a_password_and_a_second_factor_serve_instead_of_a_weak_identity(client, liar, settings, tmp_path):
    known(settings, tmp_path, liar.address, STRONG)
    opened("lan", "unit_head")
    sign_in(client)
    enrol(client)
    assert client.get("/").status_code == 200


def toml(tmp_path, text: str) -> str:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "s").write_text("x")
    (tmp_path / "baro.toml").write_text(text)
    with pytest.raises(Refused) as refused:
        read_home_settings(tmp_path)
    return refused.value.facts["reason"]


_ROW = '[[oidc]]\nid = "a"\nname = "A"\nclient_id = "c"\nsecret_file = "s"\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[[oidc]]\nid = "a"\n', "[[oidc]] thứ 1: thiếu name, client_id, address, secret_file"),
        (_ROW + 'address = "https://a"\nclam = "x"\n', "[[oidc]] thứ 1: không hiểu clam"),
        (_ROW + 'address = "http://dinh-danh.gov.vn"\n', "[[oidc]] thứ 1: address phải bắt đầu bằng https://"),
        (_ROW.replace('"s"', '"khong-co"') + 'address = "https://a"\n', "[[oidc]] thứ 1: không đọc được keys/khong-co"),
        (
            _ROW.replace('"s"', '"../baro.toml"') + 'address = "https://a"\n',
            "[[oidc]] thứ 1: secret_file chỉ là tên tệp",
        ),
        (_ROW.replace('"a"', '"A b"') + 'address = "https://a"\n', "[[oidc]] thứ 1: id chỉ gồm chữ thường"),
        ((_ROW + 'address = "https://a"\n') * 2, "[[oidc]] thứ 2: id a đã có ở trên"),
        (_ROW + "address = 5\n", "[[oidc]] thứ 1: address phải là chữ"),
        ('oidc = "x"\n', "oidc phải là các bảng [[oidc]]"),
    ],
)
def test_what_is_wrong_in_the_settings_is_named_with_its_place(tmp_path, text, why):
    assert toml(tmp_path, text).startswith(why)
