"""Where one's notices are mailed: one's own to tell, the keeper's too; in the ledger it does not stand."""

import io

import pytest

from baro.app.cli import main
from baro.records.erasure import erase
from baro.records.models import Account, LedgerEntry
from channels.web.account.signing import AT, entries, opened, sign_in, words

pytestmark = pytest.mark.django_db
ADDRESS = "lan@so.example.gov.vn"


@pytest.fixture
def lan(client):
    opened()
    sign_in(client)
    return client


def tell(client, address):
    return client.post("/tai-khoan/dia-chi-thu", {"address": address})


def kept() -> str:
    return Account.objects.get(username="lan").email


def test_one_tells_ones_own_and_takes_it_away(lan):
    assert tell(lan, f" {ADDRESS} ").status_code == 302
    assert kept() == ADDRESS
    assert ADDRESS in words(lan.get("/tai-khoan/"))
    assert not [e for e in LedgerEntry.objects.all() if ADDRESS.encode() in bytes(e.body)]
    assert len(entries("account.address_told")) == 1
    assert tell(lan, "").status_code == 302
    assert kept() == ""


@pytest.mark.parametrize(
    "bad", ["lan", "lan@so", "lan @so.gov.vn", "lan@so.gov.vn\nBcc: ai@x.vn", "lấn@so.gov.vn", "a@b.vn, c@d.vn", f"{'x' * 65}@a.vn"]
)  # fmt: skip
def test_what_is_no_address_is_said(lan, bad):
    answer = tell(lan, bad)
    assert answer.status_code == 422
    assert "Địa chỉ thư phải có dạng ten@coquan.gov.vn" in words(answer)
    assert kept() == ""


def test_the_keeper_tells_it_for_somebody(lan):
    out = io.StringIO()
    assert main(["account", "address", "lan", "--address", ADDRESS], out, io.StringIO()) == 0
    assert out.getvalue() == "Đã ghi địa chỉ nhận thông báo của lan.\n"
    assert kept() == ADDRESS


def test_erased_nothing_is_mailed(lan):
    tell(lan, ADDRESS)
    account = Account.objects.get(username="lan").pk
    erase(f"account/{account}", ground="consent_withdrawn", actor="u-1", second="u-2", at=AT)
    assert Account.objects.get(pk=account).email == ""
