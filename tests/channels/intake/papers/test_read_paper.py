"""What is kept of a paper, and what is refused: by its content, never by its name."""

import io
import zlib

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from a_paper import a_bomb, a_pdf, a_picture, a_signed_pdf, saved
from baro.channels.intake.papers import bombs, images, read_paper, tidy_name
from baro.channels.intake.papers.apart import read_apart
from baro.channels.wording import sentence
from baro.rules.observed.papers import MOST_BYTES, ReadPaper
from baro.rules.prescribed.refusals import Refused


@pytest.fixture
def read(tmp_path):
    return lambda content, name="giay.pdf": read_paper(content, name, tmp_path)


def refused(read, content: bytes, name: str = "giay.pdf") -> str:
    with pytest.raises(Refused) as refusal:
        read(content, name)
    assert sentence(refusal.value).endswith(".")  # each is told in words
    return refusal.value.code


def with_part(change) -> bytes:
    pdf = pikepdf.open(io.BytesIO(a_pdf()))
    change(pdf)
    return saved(pdf)


def test_an_unsigned_pdf_tells_nothing_of_who_made_it_and_the_same_paper_is_the_same_file(read):
    one, other = read(a_pdf("Nguyễn Văn Thử")), read(a_pdf("Trần Thị Thử"))
    assert one.is_cleaned
    assert one.content == other.content
    with pikepdf.open(io.BytesIO(one.content)) as pdf:
        assert not list(pdf.docinfo.keys())
        assert "/Metadata" not in pdf.Root
        assert len(pdf.pages) == 1


def test_a_signed_pdf_stays_as_it_is_byte_for_byte(read):
    signed = a_signed_pdf()
    found = read(signed)
    assert found.content == signed
    assert not found.is_cleaned


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "anh.jpg"), ("JPEG", "ANH.JPEG"), ("PNG", "anh.png")])
def test_a_picture_stands_upright_and_tells_no_device(read, kind, name):
    found = read(a_picture(kind), name)
    picture = Image.open(io.BytesIO(found.content))
    assert (found.ending, picture.format) == (".jpg" if kind == "JPEG" else ".png", kind)
    assert picture.size == (40, 60)
    assert not picture.getexif()


def test_a_file_is_what_its_content_is(read):
    assert refused(read, b"") == "paper.empty"
    assert refused(read, b"%PDF-" + b"0" * MOST_BYTES) == "paper.too_large"
    assert refused(read, b"PK\x03\x04docx", "don.docx") == "paper.unknown_kind"
    assert refused(read, b"<svg onload='x'/>", "anh.png") == "paper.unknown_kind"
    assert refused(read, a_picture("PNG"), "quyet-dinh.pdf") == "paper.other_kind"
    assert refused(read, a_pdf(), "khong-duoi") == "paper.other_kind"


def test_a_broken_file_is_told_as_such(read):
    assert refused(read, b"%PDF-1.7\nnothing") == "paper.unreadable"
    assert refused(read, a_picture()[:60], "anh.jpg") == "paper.unreadable"


def test_a_locked_pdf_is_refused_also_where_anybody_may_open_it(read):
    for user in ("", "mat-khau"):
        locked = saved(pikepdf.open(io.BytesIO(a_pdf())), encryption=pikepdf.Encryption(owner="chu", user=user))
        assert refused(read, locked) == "paper.encrypted"


def script(pdf):
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def hidden_script(pdf):
    pdf.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="x.exe"))]
    )


def when_opened(pdf):
    pdf.pages[0].obj["/AA"] = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://a.example"))


def dynamic_form(pdf):
    pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pdf.make_stream(b"<xdp/>"))


def carried(pdf):
    pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, b"x", filename="a.txt")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (script, "paper.scripted"), (hidden_script, "paper.scripted"), (when_opened, "paper.scripted"),
        (dynamic_form, "paper.scripted"), (carried, "paper.carries_files"),
    ],
)  # fmt: skip
def test_a_pdf_that_acts_or_carries_is_refused_signed_or_not(read, change, code):
    spoiled = with_part(change)
    assert refused(read, spoiled) == code
    assert refused(read, a_signed_pdf(spoiled)) == code


def test_a_bomb_is_refused_before_anything_opens_it(read):
    bomb = a_bomb(bombs.MOST_INSIDE + (1 << 20))
    assert len(bomb) < 2_000_000
    assert refused(read, bomb) == "paper.too_big_inside"


def test_streams_laid_within_streams_end_as_soon(read, monkeypatch):
    monkeypatch.setattr(bombs, "MOST_INSIDE", 1 << 20)
    empty = b"\x00\x00\x00\xff\xff" * 40_000  # blocks that unpack to nothing
    nested = b"".join(b"\x00" + n.to_bytes(2, "little") + (n ^ 0xFFFF).to_bytes(2, "little") + t for n, t in [(9, b"stream\n\x78\x01")] * 50)  # fmt: skip
    assert refused(read, b"%PDF-1.7\nstream\n\x78\x01" + nested + empty) == "paper.too_big_inside"


def test_what_is_packed_twice_is_refused(read):
    packed = zlib.compress(zlib.compress(b"0" * 1000))
    twice = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/X 4 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"4 0 obj<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream endobj trailer<</Root 1 0 R/Size 5>>\n%%%%EOF"
    ) % (len(packed), packed)  # fmt: skip
    assert refused(read, twice) == "paper.too_big_inside"


def test_a_flood_of_pixels_is_refused_before_it_is_drawn(read, monkeypatch):
    monkeypatch.setattr(images, "MOST_PIXELS", 2_399)
    assert refused(read, a_picture("PNG"), "anh.png") == "paper.too_many_pixels"

    def wide(pdf):
        picture = pikepdf.Stream(pdf, b"", Subtype=pikepdf.Name.Image, Width=100_000, Height=100_000)
        pdf.Root.X = pdf.make_indirect(picture)

    assert refused(read, with_part(wide)) == "paper.too_many_pixels"


def test_a_process_of_its_own_reads_the_same_and_tells_the_same_refusals(tmp_path):
    for content, name in ((a_pdf(), "một.pdf"), (a_signed_pdf(), "hai.pdf"), (a_picture(), "ba.jpg")):
        here, apart = (way(content, name, tmp_path) for way in (read_paper, read_apart))
        assert apart == here
        assert isinstance(apart, ReadPaper)
    with pytest.raises(Refused) as refusal:
        read_apart(a_picture("PNG"), "x.pdf", tmp_path)
    assert (refusal.value.code, refusal.value.facts["found"]) == ("paper.other_kind", ".png")


@given(st.text(max_size=400))
def test_a_name_leads_nowhere_and_breaks_no_header(name):
    told = tidy_name(name)
    assert told
    assert len(told) <= 120
    assert not set(told) & set('/\\"\r\n\0;<>:')
    assert not told.startswith(".")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]))
def test_whatever_comes_is_kept_or_refused_in_words(tmp_path_factory, tail, begins):
    name = {b"%": "a.pdf", b"\xff": "a.jpg", b"\x89": "a.png"}[begins[:1]]
    try:
        read_paper(begins + tail, name, tmp_path_factory.getbasetemp())
    except Refused as refusal:
        assert sentence(refusal)
