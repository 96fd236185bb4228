"""`baro webhook`: added with its secret shown once, listed, ended."""

import io

import pytest

from baro.app.commands import webhook
from baro.app.home_settings import HomeSettings, read_home_settings
from baro.channels.shell.exit_codes import ExitCode
from baro.rules.prescribed.refusals import Refused
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db


def run(*words: str) -> str:
    out = io.StringIO()
    assert webhook.main(words, out, io.StringIO()) == ExitCode.DONE
    return out.getvalue()


def test_added_listed_retried_ended(settings, tmp_path):
    settings.HOME, settings.HOME_SETTINGS = tmp_path, HomeSettings()
    (tmp_path / "keys").mkdir()
    person("may-bao-cao", "api_reader")
    assert "Chưa có nơi nhận tin nào" in run("list")
    told = run("add", "may-bao-cao", "https://a.vn/tin", "--kinds", "question.asked", "briefing.frozen")
    webhook_id, secret = (line.partition(": ")[2] for line in told.splitlines())
    assert "chưa có vai trò được xem" not in told
    listed = run("list")
    assert secret.startswith("whsec_")
    assert f"{webhook_id}  may-bao-cao  https://a.vn/tin" in listed
    assert "briefing.frozen, question.asked" in listed
    assert "Đã gửi 0 tin." in listed
    assert secret not in listed
    assert webhook_id in run("retry", webhook_id, "--skip")
    assert f"Đã thôi báo tin {webhook_id}." in run("end", webhook_id)
    assert "Đã thôi báo tin từ" in run("list")


@pytest.mark.parametrize(
    ("told", "allowed"), [("", False), ("webhook_http = true\n", True), ("webhook_http = false\n", False)]
)
def test_whether_a_private_network_does_without_tls_is_the_authoritys_to_say(tmp_path, told, allowed):
    (tmp_path / "baro.toml").write_text(told)
    assert read_home_settings(tmp_path).webhook_http is allowed


def test_what_is_neither_true_nor_false_is_refused(tmp_path):
    (tmp_path / "baro.toml").write_text('webhook_http = "có"\n')
    with pytest.raises(Refused) as refused:
        read_home_settings(tmp_path)
    assert "webhook_http là true hoặc false" in refused.value.facts["reason"]
