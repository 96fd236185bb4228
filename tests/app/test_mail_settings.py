"""The mail server is the authority's to name; what is wrong is said with its place, before anything runs."""

import pytest

from baro.app.home_settings import read_home_settings
from baro.channels.mail.post import MailServer
from baro.rules.prescribed.refusals import Refused

GOOD = {"host": '"thu.gov.vn"', "sender": '"ba-ro@so.gov.vn"', "user": '"ba-ro"', "password_file": '"thu.secret"'}


def home(tmp_path, **said: str):
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "thu.secret").write_text("bi mat\n")
    lines = [f"{name} = {value}" for name, value in (GOOD | said).items() if value]
    (tmp_path / "baro.toml").write_text("\n".join(["[mail]", *lines]))
    return tmp_path


def test_without_the_table_nothing_is_sent(tmp_path):
    assert read_home_settings(tmp_path).mail is None


@pytest.mark.parametrize(("tls", "port"), [('"starttls"', 587), ('"tls"', 465), ("", 587)])
def test_the_table_is_read(tmp_path, tls, port):
    read = read_home_settings(home(tmp_path, tls=tls)).mail
    assert read == MailServer(
        host="thu.gov.vn", port=port, tls=tls.strip('"') or "starttls", sender="ba-ro@so.gov.vn", user="ba-ro", password="bi mat"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"host": ""}, "thiếu host"), ({"sender": '"ai do"'}, "sender phải là một địa chỉ thư"),
        ({"tls": '"ssl"'}, "tls là một trong tls, starttls, none"), ({"tls": '"none"'}, "tls chỉ được là none khi"),
        ({"port": "0"}, "port là một số"), ({"port": '"587"'}, "port là một số"), ({"port": "true"}, "port là một số"),
        ({"user": ""}, "user và password_file đi cùng nhau"), ({"password_file": '"../x"'}, "chỉ là tên tệp"),
        ({"password_file": '"khong-co"'}, "không đọc được keys/khong-co"), ({"may": '"x"'}, "không hiểu may"),
        ({"host": "25"}, "host phải là chữ"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(tmp_path, said, wrong):
    with pytest.raises(Refused) as refused:
        read_home_settings(home(tmp_path, **said))
    assert refused.value.facts["reason"].startswith("[mail]: ")
    assert wrong in refused.value.facts["reason"]


def test_a_table_is_wanted(tmp_path):
    (tmp_path / "baro.toml").write_text('mail = "thu.gov.vn"')
    with pytest.raises(Refused) as refused:
        read_home_settings(tmp_path)
    assert refused.value.facts["reason"] == "[mail]: phải là một bảng"
