"""Passwords that are long enough and yet guessed first: words everybody here uses, the house's own, one bit repeated.

Django's list of 20,000 common passwords is English; this adds what attackers of Vietnamese accounts try.
"""

import re
from typing import Any

from django.core.exceptions import ValidationError

from baro.rules.prescribed.folding import fold

_WORDS = [
    "matkhau",
    "password",
    "pass",
    "admin",
    "quantri",
    "taikhoan",
    "dangnhap",
    "nguoidung",
    "canbo",
    "congchuc",
    "vienchuc",
    "coquan",
    "anh",
    "em",
    "yeu",
    "nho",
    "minh",
    "nguoi",
    "vo",
    "chong",
    "bo",
    "me",
    "con",
    "gai",
    "trai",
    "gia",
    "dinh",
    "hanh",
    "phuc",
    "toi",
    "la",
    "viet",
    "nam",
    "hanoi",
    "ha",
    "noi",
    "saigon",
    "sai",
    "gon",
    "tphcm",
    "danang",
    "da",
    "nang",
    "hue",
    "haiphong",
    "hai",
    "phong",
    "cantho",
    "can",
    "tho",
    "thachthat",
    "thach",
    "that",
    "ubnd",
    "hdnd",
    "so",
    "phong",
    "xa",
    "phuong",
    "huyen",
    "tinh",
    "thanh",
    "pho",
    "chinh",
    "phu",
    "nha",
    "nuoc",
    "dang",
    "baro",
    "ba",
    "ro",
    "giamsat",
    "giam",
    "sat",
    "kyluat",
    "ky",
    "luat",
    "congvu",
    "cong",
    "vu",
    "hoso",
    "ho",
    "so",
    "xin",
    "chao",
    "cam",
    "on",
    "chuc",
    "mung",
    "tet",
    "nam",
    "moi",
    "qwerty",
    "qwertyuiop",
    "asdfgh",
    "asdfghjkl",
    "zxcvbnm",
    "abc",
    "abcd",
    "abcdef",
    "abcdefgh",
]
_ONLY_WORDS = re.compile(f"(?:{'|'.join(sorted(set(_WORDS), key=lambda word: -len(word)))})+")
_REPEATED = re.compile(r"(.{1,5}?)\1{2,}.{0,4}", re.DOTALL)
_MOST_LETTERS = 16  # whole sentences of such words are long enough to be as good as any


class GuessableValidator:
    """A rule for Django's password checks."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse what is guessed first. Raises `ValidationError`."""
        plain = fold(password)
        letters = re.sub(r"[^a-z]", "", plain)
        guessed = 0 < len(letters) <= _MOST_LETTERS and _ONLY_WORDS.fullmatch(letters)
        if guessed or _REPEATED.fullmatch(plain):
            raise ValidationError(self.get_help_text(), code="password_guessable")

    def get_help_text(self) -> str:
        """Say what is refused."""
        return "Mật khẩu không được chỉ gồm những từ, số ai cũng đoán trước (tên phần mềm, tên cơ quan, địa danh, lời yêu thương) hoặc một cụm lặp lại."
