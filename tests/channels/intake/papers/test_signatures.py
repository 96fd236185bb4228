"""What is said of a signature: who, when, whether the content is what was signed; trust only by a root that the authority keeps."""

from datetime import UTC, datetime

import pytest

from a_paper import SIGNER, a_pdf, a_signed_pdf, changed_after_signing, root_pem, tampered, time_stamped
from baro.channels.intake.papers import read_paper
from baro.channels.intake.papers.roots import roots_in
from baro.channels.wording.papers import signature_told
from baro.rules.observed.papers import Integrity, Trust
from baro.rules.prescribed.refusals import Refused


def signatures(content: bytes, roots):
    return read_paper(content, "ket-qua.pdf", roots).signatures


@pytest.fixture
def roots(tmp_path):
    (tmp_path / "goc.pem").write_bytes(root_pem())
    (tmp_path / "ghi-chu.txt").write_text("không phải chứng thư", encoding="utf-8")
    return tmp_path


def test_who_signed_and_that_nothing_was_changed(tmp_path):
    before = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 the signer's own clock
    (one,) = signatures(a_signed_pdf(), tmp_path)
    assert SIGNER in one.signer
    assert one.signed_at >= before
    assert one.integrity is Integrity.INTACT
    assert "chữ ký số còn nguyên vẹn" in signature_told(one)


def test_without_a_root_nothing_is_said_of_trust(tmp_path):
    for folder in (tmp_path, tmp_path / "khong-co"):
        (one,) = signatures(a_signed_pdf(), folder)
        assert one.trust is Trust.NO_ROOTS
        assert "chưa xét tin cậy" in signature_told(one)


def test_with_the_root_it_is_trusted_and_revocation_is_said_not_to_be_asked(roots):
    (one,) = signatures(a_signed_pdf(), roots)
    assert one.trust is Trust.TRUSTED
    assert "chưa xét thu hồi" in signature_told(one)


def test_with_another_root_it_is_not(roots, monkeypatch):
    signed = a_signed_pdf()
    import a_paper

    a_paper.root.cache_clear()
    (roots / "goc.pem").write_bytes(root_pem())
    (one,) = signatures(signed, roots)
    a_paper._signer.cache_clear()
    assert (one.integrity, one.trust) == (Integrity.INTACT, Trust.NOT_TRUSTED)


def test_what_was_signed_and_altered_does_not_fit(roots):
    (one,) = signatures(tampered(a_signed_pdf()), roots)
    assert one.integrity is Integrity.BROKEN
    assert one.trust is not Trust.TRUSTED


def test_what_was_changed_behind_the_signature_is_told(roots):
    (one,) = signatures(changed_after_signing(a_signed_pdf()), roots)
    assert one.integrity is Integrity.CHANGED


def test_a_second_signature_changes_nothing_of_the_first(roots):
    both = signatures(a_signed_pdf(a_signed_pdf(), "ChuKy2"), roots)
    assert [one.integrity for one in both] == [Integrity.INTACT, Integrity.INTACT]


def test_a_time_stamp_of_an_archive_is_nobodys_signature_and_spoils_none(roots):
    (one,) = signatures(time_stamped(a_signed_pdf()), roots)
    assert (one.integrity, one.trust) == (Integrity.INTACT, Trust.TRUSTED)
    assert SIGNER in one.signer


def test_what_only_looks_like_a_signature_is_no_intact_one(tmp_path):
    import io

    import pikepdf

    pdf = pikepdf.open(io.BytesIO(a_pdf()))
    pdf.Root.X = pdf.make_indirect(pikepdf.Dictionary(ByteRange=pikepdf.Array([0, 1, 2, 3]), Contents=b"x"))
    out = io.BytesIO()
    pdf.save(out)
    found = read_paper(out.getvalue(), "a.pdf", tmp_path)
    assert found.content == out.getvalue()
    assert found.integrity is Integrity.UNREADABLE


def test_what_is_no_certificate_is_named(roots):
    (roots / "hong.crt").write_bytes(b"x")
    with pytest.raises(Refused) as refusal:
        roots_in(roots)
    assert (refusal.value.code, refusal.value.facts["file"]) == ("paper.bad_root", "hong.crt")
