"""Saved views on pages: saved, opened, renamed, deleted by their owner alone; in the ledger without a word of them."""

import json
import re
from datetime import timedelta

import pytest

from app.deliveries import AT, bring
from baro.desk.import_sources import Description, describe_source
from baro.records.erasure import erase
from baro.records.models import LedgerEntry, SavedViewRow
from baro.rules.observed.saved_views import MOST
from channels.web.dossiers.test_pages import KEEPER, LATE, as_, codes, rows
from channels.web.imports.people import person
from channels.web.organisation.office import replayed_otherwise, see, text_of, wrong_fields

pytestmark = pytest.mark.django_db
ASKED = "?tinh-trang=xong-tre&cot=hen-tra.ngay-tre"


@pytest.fixture(autouse=True)
def _held(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("lan", "tthc_control", "b-so")
    person("mai", "unit_head", "b-so")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)


def save(client, name: str = "Xong trễ", asked: str = ASKED):
    return client.post(f"/ho-so/bo-loc/moi{asked}", {"name": name})


def saved(client) -> dict[str, str]:
    """Name and link of each view above the list."""
    page = client.get("/ho-so/").content.decode().partition('id="bo-loc"')[2].partition("</p>")[0]
    return {name: link.replace("&amp;", "&") for link, name in re.findall(r'href="([^"]+)"[^>]*>([^<]*)</a>', page)}


def address_of(client, word: str) -> str:
    return re.search(rf'href="(/ho-so/bo-loc/[^"]+/{word})"', client.get("/ho-so/").content.decode())[1]


def test_saved_opened_renamed_deleted():
    lan = as_("lan")
    assert "Lưu bộ lọc này" not in see(lan, "/ho-so/")
    assert f'href="/ho-so/bo-loc/moi{ASKED.replace("&", "&amp;")}"' in lan.get(f"/ho-so/{ASKED}").content.decode()
    form = see(lan, f"/ho-so/bo-loc/moi{ASKED}")
    assert "Lưu để mở lại: hồ sơ xong quá hạn; cột: hẹn trả, số ngày trễ." in form
    assert save(lan, "  Xong   trễ ")["Location"] == f"/ho-so/{ASKED}"
    assert saved(lan) == {"Xong trễ": f"/ho-so/{ASKED}"}
    assert set(codes(see(lan, saved(lan)["Xong trễ"]))) == {LATE}
    assert "Lưu bộ lọc này" not in see(lan, saved(lan)["Xong trễ"])
    lan.post(address_of(lan, "doi-ten"), {"name": "Trễ của Sở"})
    assert saved(lan) == {"Trễ của Sở": f"/ho-so/{ASKED}"}
    assert "Xóa bộ lọc “Trễ của Sở”" in see(lan, address_of(lan, "xoa"))
    assert list(saved(lan)) == ["Trễ của Sở"]
    lan.post(address_of(lan, "xoa"))
    assert saved(lan) == {}


def test_a_view_is_its_owners_alone():
    lan, mai = as_("lan"), as_("mai")
    save(lan)
    there = [address_of(lan, word) for word in ("doi-ten", "xoa")]
    assert saved(mai) == {}
    for address in there:
        assert mai.get(address).status_code == 404
        assert mai.post(address, {"name": "Của tôi"}).status_code == 404
    assert save(mai).status_code == 302  # the same name, of somebody else
    assert (list(saved(lan)), list(saved(mai))) == (["Xong trễ"], ["Xong trễ"])


def test_what_is_refused_stands_beside_the_name_and_nothing_is_saved():
    lan = as_("lan")
    save(lan)
    assert wrong_fields(save(lan, "XONG TRỄ")) == {"name": "Bạn đã có một bộ lọc tên như vậy; xin đặt tên khác."}
    assert wrong_fields(save(lan, " ")) == {"name": "Chưa đặt tên cho bộ lọc."}
    assert "dài quá 80 ký tự" in wrong_fields(save(lan, "x" * 81))["name"]
    for n in range(MOST - 1):
        save(lan, f"Số {n}")
    assert f"Bạn đã lưu {MOST} bộ lọc" in text_of(save(lan, "Thêm"))
    assert SavedViewRow.objects.whole().count() == MOST


def test_a_deleted_view_is_renamed_and_deleted_no_more():
    lan = as_("lan")
    save(lan)
    rename, delete = address_of(lan, "doi-ten"), address_of(lan, "xoa")
    lan.post(delete)
    assert [lan.post(address, {"name": "Lại"}).status_code for address in (rename, delete)] == [404, 404]


def test_the_ledger_tells_it_and_holds_no_word_of_it_and_makes_the_same_rows_again():
    lan = as_("lan")
    save(lan, "Của ông Bước", "?don-vi=Phòng của ông Bước")
    save(lan, "Khác")
    lan.post(address_of(lan, "doi-ten"), {"name": "Của bà Cầm"})
    lan.post(address_of(lan, "xoa"))
    bodies = [
        bytes(e.body).decode() for e in LedgerEntry.objects.filter(stream__startswith="view/").order_by("version")
    ]
    acts = ["view.saved", "view.saved", "view.renamed", "view.deleted"]
    assert [json.loads(body)["act"] for body in bodies] == acts
    assert not any(word in body for body in bodies for word in ("Bước", "Cầm", "Khác", "tinh-trang"))
    assert replayed_otherwise() == []
    gone = SavedViewRow.objects.whole().exclude(deleted_at=None).get()
    assert (gone.name, gone.address) == ("", "")


def test_what_was_written_can_be_erased_and_the_page_says_so():
    lan = as_("lan")
    save(lan)
    stream = LedgerEntry.objects.filter(stream__startswith="view/")[0].stream
    erase(stream, ground="dpo_order", actor="goc", second="khac", at=AT + timedelta(days=1000))
    assert SavedViewRow.objects.whole().get().name == ""
    assert saved(lan) == {"(tên đã hủy)": "/ho-so/?"}


def test_an_address_that_was_kept_is_read_anew():
    lan = as_("lan")
    save(lan, "Lạ", "?tinh-trang=xong-tre&next=//xa.vn&dau-hieu=999&sau=x&sau-han=khong")
    assert saved(lan) == {"Lạ": "/ho-so/?tinh-trang=xong-tre"}
    SavedViewRow.objects.whole().update(address='"><script>&cot=nguoi-giu')
    assert saved(lan) == {"Lạ": "/ho-so/?cot=nguoi-giu"}


def test_who_may_keep_none_is_offered_none():
    council = as_("dai-bieu", "council_secretariat")
    assert council.get("/ho-so/bo-loc/moi?tinh-trang=xong-tre").status_code == 403
