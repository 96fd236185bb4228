"""PDF files: refused where they are locked, act by themselves or carry other files; cleaned where they are not signed."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from baro.channels.intake.papers.bombs import check_size_inside
from baro.rules.prescribed.refusals import Refused

MOST_PAGES = 1_000
MOST_DOTS = 150_000_000  # of one picture inside: an A3 page at 600 dots per inch has 70 million
_ACTS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR", "/Rendition", "/Movie"})
_SCRIPTS = ("/JS", "/XFA", "/AA")
_CARRIERS = frozenset({"/RichMedia", "/3D", "/FileAttachment", "/Screen", "/Movie"})
_PACKERS = frozenset({"/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/Fl", "/LZW", "/RL"})
_TELLING = ("/Metadata", "/PieceInfo", "/LastModified")


@dataclass(frozen=True, slots=True)
class FoundPdf:
    """A PDF as it is to be kept: byte for byte as it came if it is signed."""

    content: bytes
    is_signed: bool


def read_pdf(content: bytes) -> FoundPdf:
    """Look through a PDF. Raises `Refused("paper.unreadable" | "paper.encrypted" | "paper.scripted" | "paper.carries_files" |
    "paper.too_big_inside" | "paper.too_heavy" | "paper.too_many_pixels" | "paper.too_many_pages")`."""
    check_size_inside(content)
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise Refused("paper.encrypted")
            if len(pdf.pages) > MOST_PAGES:
                raise Refused("paper.too_many_pages", most=MOST_PAGES)
            parts = list(_dictionaries(pdf))
            for part in parts:
                _check(part)
            is_signed = any("/ByteRange" in part and "/Contents" in part for part in parts)
            return FoundPdf(content if is_signed else _cleaned(pdf, parts), is_signed)
    except pikepdf.PasswordError as error:
        raise Refused("paper.encrypted") from error
    except Refused:
        raise
    except MemoryError as error:
        raise Refused("paper.too_heavy") from error
    except Exception as error:  # whatever breaks over a file that somebody made is the file's
        raise Refused("paper.unreadable") from error


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, those inside others too."""
    waiting: list[pikepdf.Object] = [pdf.trailer, *pdf.objects]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            inner = [value for _, value in one.items()]
        elif isinstance(one, pikepdf.Array):
            inner = list(one)  # type: ignore[call-overload]
        else:
            continue
        waiting += [value for value in inner if _is_inside(value)]


def _is_inside(value: object) -> bool:
    """Say whether a value lies in what holds it; one that is only named comes by itself."""
    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array) and not value.is_indirect


def _check(part: pikepdf.Object) -> None:
    if str(part.get("/S", "")) in _ACTS or any(name in part for name in _SCRIPTS):
        raise Refused("paper.scripted")
    if "/EmbeddedFiles" in part or "/EF" in part or str(part.get("/Subtype", "")) in _CARRIERS:
        raise Refused("paper.carries_files")
    if not isinstance(part, pikepdf.Stream):
        return
    filters = part.get("/Filter", ())
    names = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if sum(name in _PACKERS for name in names) > 1:  # packed twice: what it becomes cannot be told without unpacking it
        raise Refused("paper.too_big_inside")
    if (
        str(part.get("/Subtype", "")) == "/Image"
        and int(part.get("/Width", 0)) * int(part.get("/Height", 0)) > MOST_DOTS
    ):
        raise Refused("paper.too_many_pixels", most=MOST_DOTS // 1_000_000)


def _cleaned(pdf: pikepdf.Pdf, parts: list[pikepdf.Object]) -> bytes:
    """The same pages without who made them, when, with which program; the same content gives the same bytes."""
    for name in ("/Info", "/ID"):
        if name in pdf.trailer:
            del pdf.trailer[name]
    for part in parts:
        for name in _TELLING:
            if name in part:
                del part[name]
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()
