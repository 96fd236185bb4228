"""One's own account: an authenticator app, a passkey, an identity service, the places where one is signed in."""

import re

import pytest

from channels.web.account.signing import lasting_code_of
from journeys.browser.a_house import KNOWN, SUBJECT

APP, KEY = "mau-so-cai", "mau-ky-thuat"


def test_with_an_app_a_password_alone_no_longer_opens_and_a_spare_code_does(somebody):
    lan = somebody(APP)
    lan.open("/tai-khoan/")
    lan.press("Bật ứng dụng xác thực")
    lan.confirm()
    secret = lan.page.locator("input[value]").evaluate_all("(all) => all.map((one) => one.value)")
    lan.fill("Mã trên ứng dụng", "000000")
    lan.press("Bật")
    lan.reads("Mã chưa đúng")
    lan.fill("Mã trên ứng dụng", lasting_code_of(next(s for s in secret if re.fullmatch("[A-Z2-7]{32}", s))))
    lan.press("Bật")
    lan.reads("Mã dự phòng")
    lan.open("/tai-khoan/lop-thu-hai/ma-du-phong")
    spare = lan.take("Tải").read_text().split()
    minh = somebody(APP)
    assert not minh.is_in()
    minh.fill("Mã", "000000")
    minh.press("Đăng nhập")
    minh.reads("Mã chưa đúng")
    minh.fill("Mã", spare[0])
    minh.press("Đăng nhập")
    assert minh.is_in()
    lan.open("/tai-khoan/")
    lan.press("Quản lý")
    lan.press("Bỏ")
    lan.press("Bỏ")
    assert somebody(APP).is_in()


@pytest.fixture
def device(somebody):
    """A person whose machine holds passkeys and checks a fingerprint: the browser's own authenticator."""
    hoa = somebody(KEY)
    session = hoa.context.new_cdp_session(hoa.page)
    session.send("WebAuthn.enable")
    about = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    told = {"options": {**about, "isUserVerified": True, "automaticPresenceSimulation": True}}
    session.send("WebAuthn.addVirtualAuthenticator", told)
    return hoa


def test_a_passkey_opens_without_a_password(device):
    device.open("/tai-khoan/khoa/them")
    device.confirm()
    device.fill("Tên khóa", "Máy cơ quan")
    device.field("Đăng nhập không cần mật khẩu").check()
    device.press("Thêm")
    device.open("/tai-khoan/khoa")
    device.reads("Máy cơ quan", "Chưa dùng lần nào")
    device.leave_house()
    device.press("Dùng khóa truy cập")
    assert device.is_in()
    device.open("/tai-khoan/khoa")
    device.press("Đổi tên")
    device.confirm()
    device.fill("Tên khóa", "Máy ở cơ quan")
    device.press("Lưu")
    device.reads("Máy ở cơ quan")
    device.press("Bỏ")
    device.press("Bỏ")
    device.reads("Chưa có khóa nào")


def test_who_is_known_to_the_identity_service_comes_in_by_it(somebody):
    lan = somebody()
    lan.open("/tai-khoan/dang-nhap")
    with lan.page.expect_navigation(url=re.compile("oauth2/authorize")):
        lan.button("Đăng nhập qua Định danh điện tử").click()
    lan.page.locator("input[name=sub]").first.fill(SUBJECT)
    with lan.page.expect_navigation(url=lan.house.address + "/"):
        lan.page.locator("button, input[type=submit]").first.click()
    lan.reads("Bạn ở đây là")
    lan.open("/tai-khoan/dinh-danh")
    lan.reads("Có thể đăng nhập bằng các định danh sau")
    assert KNOWN in lan.page.locator(".bar-person > summary").get_attribute("aria-label")


def test_a_session_elsewhere_is_seen_and_ended(somebody):
    lan, elsewhere = somebody("mau-dai-bieu"), somebody("mau-dai-bieu")
    lan.open("/tai-khoan/phien")
    lan.reads("Phiên này", "Nơi nào bạn không nhận ra thì đăng xuất ngay")
    lan.press("Đăng xuất mọi nơi khác")
    lan.confirm()
    assert (lan.is_in(), elsewhere.is_in()) == (True, False)


def test_sessions_are_ended_one_by_one(somebody):
    lan, elsewhere = somebody("mau-kiem-tra"), somebody("mau-kiem-tra")
    lan.open("/tai-khoan/phien")
    lan.press("Đăng xuất khỏi")
    lan.confirm()
    lan.reads("Đã đăng xuất phiên đó")
    while lan.button("Đăng xuất khỏi").count():
        lan.press("Đăng xuất khỏi")
    assert (lan.is_in(), elsewhere.is_in()) == (True, False)


def test_a_new_password_needs_the_old_one(somebody):
    lan = somebody("mau-truong-doan")
    lan.open("/tai-khoan/mat-khau")
    for label in ("Mật khẩu mới", "Nhập lại mật khẩu mới"):
        lan.fill(label, "mua xuan tren ban lang 27")
    lan.fill("Mật khẩu hiện nay", "sai-mat-khau-roi")
    lan.press("Đổi mật khẩu")
    lan.reads("Mật khẩu hiện nay chưa đúng")
