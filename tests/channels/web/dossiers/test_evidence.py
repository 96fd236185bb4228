"""Where a dossier stands in the ledger: told on its page, proved by files that others check, without a name in them."""

import json
import re

import pytest

from app.deliveries import AT, bring
from baro.channels.web.frame.qr import qr_of
from baro.channels.witness.witness import Witness
from baro.desk.import_sources import Description, describe_source
from baro.records.ledger.checkpoints import issue_checkpoint, latest_note
from baro.records.ledger.cosignatures import keep_cosignatures
from baro.records.ledger.heads import log_origin
from baro.records.ledger.last_seen import LastSeen
from baro.records.ledger.proof_file import checked
from baro.records.ledger.proving import proof_of
from baro.records.ledger.sequencer import sequence_pending
from baro.records.ledger.signer import Signer
from baro.records.loading.row_tree import RowProof, is_proved
from baro.records.models import Dossier, ImportBatch
from channels.web.dossiers.test_pages import DONE, KEEPER, LATE, OPEN, STEPS, as_, rows
from channels.web.imports.people import person
from channels.web.organisation.office import see

pytestmark = pytest.mark.django_db
PAGE = f"/ho-so/mot-cua:{LATE}/"


@pytest.fixture(autouse=True)
def _held(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("goc", "tthc_control", "b-so")
    person("thanh-tra", "inspector", "b-so")
    person("khac", "tthc_control", "b-khac")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)


@pytest.fixture
def signer(tmp_path):
    return Signer(log_origin(), b"k" * 32, LastSeen(tmp_path / "signer"))


def close(signer) -> None:
    sequence_pending()
    issue_checkpoint(signer.sign, signer.last.read(signer.origin).size)


def cosign(signer, folder) -> None:
    witness = Witness("council.example/lam-chung", b"w" * 32, signer.verifier, LastSeen(folder / "witness"))
    size, note = latest_note()
    keep_cosignatures(size, witness.add(f"old 0\n\n{note}", 1_800_000_000), witness.verifier)


def entry_of(number: int = 1) -> str:
    return ImportBatch.objects.get(number=number).entry


def take(client, what: str, entry: str = "") -> bytes:
    return client.get(f"{PAGE}so-cai/{entry or entry_of()}/{what}").content


def test_before_a_checkpoint_the_page_says_what_is_missing():
    goc = as_("goc")
    page = see(goc, f"{PAGE}so-cai")
    assert entry_of() in page
    assert "Chưa nằm trong điểm chốt nào" in page
    assert '/chung-minh"' not in goc.get(f"{PAGE}so-cai").content.decode()
    early = goc.get(f"{PAGE}so-cai/{entry_of()}/chung-minh")
    assert early.status_code == 409
    assert "chưa nằm trong điểm chốt nào" in early.content.decode()


def test_the_page_says_entry_place_checkpoint_and_witness(signer, tmp_path):
    goc = as_("goc")
    close(signer)
    size = latest_note()[0]
    page = see(goc, f"{PAGE}so-cai")
    assert "Nhận dữ liệu lần thứ 1 của nguồn Một cửa" in page
    assert f"Điểm chốt {size} bút toán, gốc" in page
    assert "Chưa có người làm chứng nào ký" in page
    assert "chưa có người làm chứng ký" in see(goc, PAGE)
    cosign(signer, tmp_path)
    assert f"council.example/lam-chung đã ký điểm chốt {size} bút toán lúc 15:00 15/01/2027" in see(
        goc, f"{PAGE}so-cai"
    )
    assert "người làm chứng ngoài cơ quan đã ký" in see(goc, PAGE)


def test_the_files_prove_the_entry_to_whoever_has_the_key(signer, tmp_path):
    goc = as_("goc")
    close(signer)
    cosign(signer, tmp_path)
    told, body = take(goc, "chung-minh").decode(), take(goc, "but-toan")
    assert (told, body) == proof_of(entry_of())
    assert checked(told, body, signer.verifier).size == latest_note()[0]
    assert json.loads(body)["id"] == entry_of()
    assert not any(word in told + body.decode() for word in (LATE, "Lan", "Phòng Một"))


def test_a_row_is_proved_under_the_root_that_the_entry_holds(signer):
    goc = as_("goc")
    close(signer)
    links = re.findall(r'href="(/[^"]*chung-minh\?dong=[^"]*)"', goc.get(PAGE).content.decode())
    assert len(links) == len(STEPS)
    root = bytes.fromhex(json.loads(take(goc, "but-toan"))["data"]["row_root"])
    for link, step in zip(links, STEPS, strict=True):
        row = json.loads(goc.get(link.replace("&amp;", "&")).content)
        proof = RowProof(row["index"], row["size"], bytes.fromhex(row["salt"]), tuple(map(bytes.fromhex, row["path"])))
        assert LATE in row["row"]
        assert step in row["row"]
        assert is_proved(row["row"].encode(), proof, root)


def test_a_row_of_that_number_that_tells_of_another_dossier_is_not_given():
    goc = as_("goc")
    batch = ImportBatch.objects.get().pk
    found = [goc.get(f"/nhap-du-lieu/lan-nhap/{batch}/chung-minh?dong=2&ho-so={code}") for code in (LATE, DONE)]
    assert [answer.status_code for answer in found] == [200, 409]


def test_a_dossier_of_several_deliveries_tells_each_and_offers_no_rows(tmp_path, signer):
    more = [[OPEN, "1.1", STEPS[2], "20/03/2024 09:00:00", "Nguyễn Thị Lan", "Phòng Một", "11/03/2024"]]
    bring(tmp_path, "hai", rows() + more, KEEPER)
    close(signer)
    goc = as_("goc")
    page = see(goc, f"/ho-so/mot-cua:{OPEN}/so-cai")
    parts = [page.index(f"Mã bút toán {entry_of(number)}") for number in (2, 1)]
    assert parts == sorted(parts)
    assert "do nhiều lần nhập ghép lại" in page
    assert "?dong=" not in goc.get(f"/ho-so/mot-cua:{OPEN}/").content.decode()
    same = see(goc, f"{PAGE}so-cai")  # told again, nothing new
    assert (entry_of(1) in same, entry_of(2) in same) == (True, False)


def test_who_may_not_read_deliveries_gets_the_proof_and_no_entry_nor_rows(signer):
    close(signer)
    inspector = as_("thanh-tra")
    page = see(inspector, f"{PAGE}so-cai")
    assert "Tải chứng minh" in page
    assert "Tải bút toán" not in page
    assert take(inspector, "chung-minh").startswith(b"c2sp.org/tlog-proof@v1")
    assert inspector.get(f"{PAGE}so-cai/{entry_of()}/but-toan").status_code == 403
    assert "?dong=" not in inspector.get(PAGE).content.decode()


def test_another_agencys_dossier_and_an_entry_about_something_else_are_not_there(signer):
    close(signer)
    for what in ("so-cai", f"so-cai/{entry_of()}/chung-minh", f"so-cai/{entry_of()}/but-toan"):
        assert as_("khac").get(f"{PAGE}{what}").status_code == 404
    from baro.records.models import LedgerEntry

    other = LedgerEntry.objects.exclude(entry_id=entry_of()).first().entry_id
    goc = as_("goc")
    assert goc.get(f"{PAGE}so-cai/{other}/chung-minh").status_code == 404
    assert goc.get("/ho-so/a%00b/so-cai").status_code == 404


def test_the_code_holds_what_finds_the_entry_and_no_word_of_the_dossier(signer, monkeypatch):
    close(signer)
    drawn: list[str] = []
    monkeypatch.setattr(
        "baro.channels.web.dossiers.evidence_views.qr_of", lambda text: drawn.append(text) or qr_of(text)
    )
    page = as_("goc").get(f"{PAGE}so-cai").content.decode()
    (text,) = drawn
    told = dict(line.split(" ", 1) for line in text.splitlines())
    assert list(told) == ["log", "entry", "leaf", "index", "size", "root"]
    assert (told["log"], told["entry"], told["size"]) == (log_origin(), entry_of(), str(latest_note()[0]))
    assert told["root"] in latest_note()[1]
    assert LATE not in text
    assert page.count('<svg viewBox="0 0 ') == 1


def test_a_dossier_whose_delivery_is_unknown_says_so():
    Dossier.objects.whole().filter(code=LATE).update(segment="x", first_batch="x", last_batch="x")
    assert "Không tìm thấy bút toán" in see(as_("goc"), f"{PAGE}so-cai")
