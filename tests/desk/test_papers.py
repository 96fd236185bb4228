"""Papers of a dossier as acts: who may, what the ledger keeps and what not, and that figures move with them and stay whole."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from a_paper import a_pdf, a_signed_pdf
from app.deliveries import AT, bring
from baro.channels.intake.papers import read_paper
from baro.desk import permission
from baro.desk.by import by_person, by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.papers import (
    READ,
    attach,
    attach_new,
    check_again,
    name_paper,
    open_copy,
    papers_of,
    push,
    reuse,
    stream_of,
    withdraw,
)
from baro.records.erasure import erase
from baro.records.ledger.appending import tree_size
from baro.records.loading.check_files import FileCheck
from baro.records.loading.kept_files import kept_path
from baro.records.models import Dossier, DossierMonth, LedgerEntry, PaperRow
from baro.records.projections.dossier_counts import count_anew
from baro.records.queries.access import standing_of
from baro.records.queries.dossier_months import COUNTS
from baro.records.replay import differences
from baro.rules.observed.papers import Integrity, Part, Store, Trust
from baro.rules.prescribed.refusals import Refused
from channels.web.dossiers.test_pages import DONE, LATE, OPEN, rows
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db
KEEPER = by_program("goc")
DOSSIER, OTHER, PENDING = f"mot-cua:{DONE}", f"mot-cua:{LATE}", f"mot-cua:{OPEN}"


@pytest.fixture(autouse=True)
def _held(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    person("van-thu", "clerk", "b-so")
    person("mot-cua", "intake", "b-so")
    person("kiem-soat", "tthc_control", "b-so")
    person("khac", "intake", "b-khac")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)


def who(name: str):
    return permission.asker_of(standing_of(f"p-{name}"), at=AT)


def acting(name: str = "mot-cua") -> tuple:
    return permission.scope(who(name), READ), by_person(who(name), unit="b-so"), AT


def file(tmp_path, content: bytes | None = None, name: str = "giay.pdf"):
    return read_paper(content or a_pdf(), name, tmp_path / "goc")


def refused(act, *told, **named) -> str:
    with pytest.raises(Refused) as refusal:
        act(*told, **named)
    return refusal.value.code


def counts() -> dict[str, int]:
    """What the months tell of digitisation, all together."""
    told = list(DossierMonth.objects.whole())
    names = ("with_result", "digitised", "signed", "pushed", "components", "components_copied", "components_reused")
    return {name: n for name in names if (n := sum(getattr(row, name) for row in told))}


def assert_months_are_as_counted_anew() -> None:
    """The counts that acts moved on are those that a count of all dossiers gives."""
    moved = {row.id: [getattr(row, name) for name in COUNTS] for row in DossierMonth.objects.whole()}
    count_anew("b-so", {row.month for row in DossierMonth.objects.whole()})
    assert {row.id: [getattr(row, name) for name in COUNTS] for row in DossierMonth.objects.whole()} == moved


def test_a_result_is_digitised_by_its_copy_and_no_more_once_withdrawn(tmp_path):
    assert counts() == {"with_result": 2}
    paper = attach_new(DOSSIER, Part.RESULT, "Giấy chứng nhận", file(tmp_path), *acting())
    assert counts() == {"with_result": 2, "digitised": 1}
    assert_months_are_as_counted_anew()
    withdraw(DOSSIER, paper, *acting(), reason="Quét nhầm hồ sơ")
    assert counts() == {"with_result": 2}
    assert_months_are_as_counted_anew()
    again = attach_new(DOSSIER, Part.RESULT, "Giấy chứng nhận", file(tmp_path, a_signed_pdf()), *acting())
    push(DOSSIER, again, *acting(), store=Store.NATIONAL, on=date(2024, 3, 9), reference="KQ-01")
    assert counts() == {"with_result": 2, "digitised": 1, "signed": 1, "pushed": 1}
    assert_months_are_as_counted_anew()


def test_components_are_named_copied_and_used_again(tmp_path):
    named = name_paper(DOSSIER, Part.COMPONENT, "Đơn đề nghị", *acting())
    assert counts() == {"with_result": 2, "components": 1}
    attach(DOSSIER, named, file(tmp_path), *acting())
    assert counts() == {"with_result": 2, "components": 1, "components_copied": 1}
    other = name_paper(OTHER, Part.COMPONENT, "Đơn đề nghị", *acting())
    reuse(OTHER, other, named, *acting())
    assert counts() == {"with_result": 2, "components": 2, "components_copied": 2, "components_reused": 1}
    assert papers_of(who("mot-cua"), OTHER)[0].file == papers_of(who("mot-cua"), DOSSIER)[0].file
    assert_months_are_as_counted_anew()


def test_a_delivery_takes_nothing_of_it_away(tmp_path):
    attach_new(DOSSIER, Part.RESULT, "Giấy chứng nhận", file(tmp_path), *acting())
    attach_new(PENDING, Part.RESULT, "Quyết định", file(tmp_path), *acting())
    assert counts() == {"with_result": 2, "digitised": 1}
    later = [
        *rows(),
        [OPEN, "1.1", "Phát hành kết quả", "20/04/2024 09:00:00", "Nguyễn Thị Lan", "Phòng Một", "11/03/2024"],
    ]
    bring(tmp_path, "hai", later, KEEPER)
    assert counts() == {"with_result": 3, "digitised": 2}
    assert Dossier.objects.whole().get(pk=DOSSIER).result_copy == 1
    assert_months_are_as_counted_anew()


def test_the_same_file_lies_there_once_and_is_what_came(tmp_path):
    one = attach_new(DOSSIER, Part.COMPONENT, "Đơn", file(tmp_path), *acting())
    attach_new(OTHER, Part.COMPONENT, "Đơn", file(tmp_path), *acting())
    signed = a_signed_pdf()
    two = attach_new(DOSSIER, Part.RESULT, "Giấy chứng nhận", file(tmp_path, signed), *acting())
    assert len(list((tmp_path / "files").glob("*.pdf"))) == 2
    assert not list((tmp_path / "files").glob("*.part"))
    assert kept_path(PaperRow.objects.whole().get(pk=two).file).read_bytes() == signed
    assert b"Nguy" not in kept_path(PaperRow.objects.whole().get(pk=one).file).read_bytes()


def test_the_ledger_holds_no_name_of_a_paper_a_file_or_a_signer(tmp_path):
    paper = attach_new(
        DOSSIER, Part.RESULT, "Giấy của ông Thử", file(tmp_path, a_signed_pdf(), "ong-thu.pdf"), *acting()
    )
    withdraw(DOSSIER, paper, *acting(), reason="Nhầm ông Thử")
    bodies = [bytes(e.body).decode() for e in LedgerEntry.objects.filter(stream=stream_of(DOSSIER)).order_by("version")]
    assert [json.loads(body)["act"] for body in bodies] == ["paper.named", "paper.attached", "paper.withdrawn"]
    assert not any(word in body.lower() for body in bodies for word in ("thử", "thu.pdf", "văn thư", "dữ liệu"))
    assert json.loads(bodies[1])["data"]["integrity"] == "intact"


def test_what_was_written_can_be_erased_and_the_counts_stay(tmp_path):
    attach_new(DOSSIER, Part.RESULT, "Giấy của ông Thử", file(tmp_path, a_signed_pdf(), "ong-thu.pdf"), *acting())
    before = counts()
    erase(stream_of(DOSSIER), ground="dpo_order", actor="goc", second="khac", at=AT + timedelta(days=1))
    (left,) = papers_of(who("mot-cua"), DOSSIER)
    assert (left.title, left.file_name, left.signatures[0].signer) == ("", "", "")
    assert (left.integrity, counts()) == (Integrity.INTACT, before)


def test_the_ledger_gives_the_same_rows_again(tmp_path):
    named = name_paper(DOSSIER, Part.COMPONENT, "Đơn", *acting())
    attach(DOSSIER, named, file(tmp_path), *acting())
    other = name_paper(OTHER, Part.COMPONENT, "Đơn", *acting())
    reuse(OTHER, other, named, *acting())
    result = attach_new(DOSSIER, Part.RESULT, "GCN", file(tmp_path, a_signed_pdf()), *acting())
    push(DOSSIER, result, *acting(), store=Store.PROVINCIAL, on=date(2024, 3, 9), reference="KQ-01")
    check_again(
        DOSSIER, result, [replace(papers_of(who("mot-cua"), DOSSIER)[1].signatures[0], trust=Trust.TRUSTED)], *acting()
    )
    withdraw(OTHER, other, *acting(), reason="Nhầm")
    bring(tmp_path, "hai", rows()[:-1], KEEPER)
    assert not [one for one in differences() if str(one.facts.get("table")).startswith("dossier")]
    assert papers_of(who("mot-cua"), DOSSIER)[1].signatures[0].trust is Trust.TRUSTED


def test_a_copy_that_is_lost_or_altered_is_named_when_the_ledger_is_verified(tmp_path):
    attach_new(DOSSIER, Part.RESULT, "GCN", file(tmp_path), *acting())
    place = kept_path(PaperRow.objects.whole().get().file)

    def found() -> list[str]:
        check = FileCheck()
        check.take_run(
            type("Run", (), {"bodies": [bytes(e.body) for e in LedgerEntry.objects.filter(stream=stream_of(DOSSIER))]})
        )
        return [one.code for one in check.finish()]

    assert found() == []
    place.write_bytes(b"khac")
    assert found() == ["import.file_altered"]
    place.unlink()
    assert found() == ["import.file_lost"]


def test_who_may_not_digitise_does_not_and_nothing_is_kept(tmp_path):
    entries = tree_size()
    assert refused(attach_new, DOSSIER, Part.RESULT, "GCN", file(tmp_path), *acting("kiem-soat")) == "access.denied"
    assert refused(name_paper, DOSSIER, Part.COMPONENT, "Đơn", *acting("khac")) == "access.not_found"
    assert tree_size() == entries
    assert not list((tmp_path / "files").glob("*.pdf"))


def test_a_copy_tells_of_persons_and_opens_to_who_may_see_them(tmp_path):
    paper = attach_new(DOSSIER, Part.RESULT, "GCN", file(tmp_path), *acting())
    assert open_copy(DOSSIER, paper, who("kiem-soat"))[0].id == paper
    assert refused(open_copy, DOSSIER, paper, who("khac")) == "access.not_found"
    assert refused(open_copy, OTHER, paper, who("mot-cua")) == "access.not_found"
    person("dem", "api_reader", "b-so")
    assert refused(open_copy, DOSSIER, paper, who("dem")) == "access.denied"
    assert (
        refused(reuse, OTHER, name_paper(OTHER, Part.COMPONENT, "Đơn", *acting()), "khong-co", *acting())
        == "paper.reuse_nothing"
    )


def test_a_refused_file_names_no_paper(tmp_path):
    assert refused(attach_new, DOSSIER, Part.RESULT, " ", file(tmp_path), *acting()) == "paper.no_title"
    assert (
        refused(push, DOSSIER, "x", *acting(), store=Store.NATIONAL, on=date(2024, 3, 9), reference="1")
        == "access.not_found"
    )
    assert PaperRow.objects.whole().count() == 0
