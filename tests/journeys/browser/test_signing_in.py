"""At the door: in with the right password, out with the wrong one, and shut after five."""

import re

import pytest


def test_somebody_signs_in_reads_the_first_page_and_leaves(somebody):
    lan = somebody("mau-kiem-soat")
    lan.reads("Bạn ở đây là", re.compile(r"trong \d+ hồ sơ chưa xong"), "DỮ LIỆU TỔNG HỢP")
    lan.leave_house()
    assert not lan.is_in()


def test_who_opens_a_page_signs_in_first_and_comes_to_that_page(somebody):
    lan = somebody()
    lan.open("/to-chuc/nguoi/")
    lan.fill("Tên đăng nhập", "mau-nghiep-vu")
    lan.fill("Mật khẩu", lan.house.password)
    lan.press("Đăng nhập")
    assert lan.page.url.endswith("/to-chuc/nguoi/")


@pytest.mark.parametrize("name", ["mau-van-thu", "khong-co-ai"])
def test_a_wrong_password_is_refused_in_the_same_words_whether_the_name_exists_or_not(somebody, name):
    lan = somebody()
    lan.sign_in(name, "sai-mat-khau-roi")
    lan.reads("Tên đăng nhập hoặc mật khẩu chưa đúng")
    assert not lan.is_in()


def test_after_five_wrong_passwords_the_door_is_shut_even_to_the_right_one(somebody):
    lan = somebody()
    for _ in range(5):
        lan.sign_in("mau-tiep-dan", "sai-mat-khau-roi")
    lan.sign_in("mau-tiep-dan")
    lan.reads("Tạm khóa đăng nhập", "Thử lại")
    assert not lan.is_in()
