"""What the signatures of a PDF say: by whom by the subject of the certificate, when, whether the content is still what was
signed, whether the certificate leads to a root that the authority keeps. No network: revocation is not asked for."""

import io
import logging
from collections.abc import Sequence

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from baro.rules.observed.papers import Integrity, Signature, Trust

_NO_SIGNATURE = Signature(signer="", signed_at=None, integrity=Integrity.UNREADABLE, trust=Trust.NOT_TRUSTED)
_LETTERS = 300
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it would say is told in words
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


def check_signatures(content: bytes, roots: Sequence[x509.Certificate]) -> tuple[Signature, ...]:
    """Check every signature of a PDF that has any; one that cannot be read is told as such. Time-stamps of the document are no
    signatures of anybody."""
    try:
        found = PdfFileReader(io.BytesIO(content), strict=False).embedded_regular_signatures
    except Exception:  # whatever breaks over a file that somebody made is the file's
        found = []
    return tuple(_checked(one, roots) for one in found) or (_NO_SIGNATURE,)


def _checked(one: EmbeddedPdfSignature, roots: Sequence[x509.Certificate]) -> Signature:
    try:
        status = validate_pdf_signature(one, _context(roots))
        certificate = status.signing_cert
        return Signature(
            signer=_subject(certificate)[:_LETTERS],
            signed_at=one.self_reported_timestamp,
            integrity=_integrity(status),
            trust=_trust(status, roots),
        )
    except Exception:
        return _NO_SIGNATURE


def _subject(certificate: x509.Certificate) -> str:
    """The person or office that the certificate is made out to, as people write it: the name, the post, the organisation."""
    told = certificate.subject.native
    found = (told.get(name, "") for name in ("common_name", "title", "organizational_unit_name", "organization_name"))
    words = [word if isinstance(word, str) else ", ".join(word) for word in found if word]
    return ", ".join(words) or str(certificate.subject.human_friendly)


def _context(roots: Sequence[x509.Certificate]) -> ValidationContext:
    return ValidationContext(trust_roots=list(roots), allow_fetching=False, revocation_mode="soft-fail")


def _integrity(status: PdfSignatureStatus) -> Integrity:
    if not (status.intact and status.valid):
        return Integrity.BROKEN
    whole = status.coverage in (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
    allowed = status.modification_level in (
        ModificationLevel.NONE,
        ModificationLevel.LTA_UPDATES,
        ModificationLevel.FORM_FILLING,
    )
    return Integrity.INTACT if whole and allowed and status.docmdp_ok else Integrity.CHANGED


def _trust(status: PdfSignatureStatus, roots: Sequence[x509.Certificate]) -> Trust:
    if not roots:
        return Trust.NO_ROOTS
    return Trust.TRUSTED if status.trusted else Trust.NOT_TRUSTED
