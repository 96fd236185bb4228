"""Papers of a test: small files of each kind, a root certificate with a signer under it, signatures and what spoils them."""

import io
import zlib
from datetime import UTC, datetime, timedelta
from functools import cache

import pikepdf
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from PIL import Image
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, sign_pdf
from pyhanko.sign.signers import PdfTimeStamper, SimpleSigner
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

SIGNER = "Văn thư Một Cửa (dữ liệu thử)"
_BEGINS, _ENDS = datetime(2020, 1, 1, tzinfo=UTC), datetime(2060, 1, 1, tzinfo=UTC)


def a_pdf(author: str = "Nguyễn Văn Thử", pages: int = 1) -> bytes:
    """An unsigned PDF that tells who made it."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
    with pdf.open_metadata() as told:
        told["dc:creator"] = [author]
    pdf.docinfo["/Author"] = author
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def a_picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    """A picture that tells with which device it was taken, lying on its side."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F], exif[0x0112] = "May anh thu", 6
    Image.new("RGB", size, "white").save(out, kind, exif=exif)
    return out.getvalue()


@cache
def root() -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    """The certificate of a made-up authority, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key, _certificate("Gốc chứng thực (dữ liệu thử)", key.public_key(), None, key, is_authority=True)


def root_pem() -> bytes:
    return root()[1].public_bytes(serialization.Encoding.PEM)


@cache
def _signer() -> SimpleSigner:
    issuing, issuer = root()
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    certificate = _certificate(SIGNER, key.public_key(), issuer, issuing, is_authority=False)
    store = SimpleCertificateStore()
    store.register_multiple([_as_asn1(certificate), _as_asn1(issuer)])
    plain = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SimpleSigner(
        signing_cert=_as_asn1(certificate), signing_key=asn1_keys.PrivateKeyInfo.load(plain), cert_registry=store
    )


def a_signed_pdf(content: bytes | None = None, field: str = "ChuKy1") -> bytes:
    """A PDF with a real signature."""
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(content or a_pdf()))
    sign_pdf(writer, PdfSignatureMetadata(field_name=field), signer=_signer(), output=out)
    return out.getvalue()


def time_stamped(signed: bytes) -> bytes:
    """The same with a time-stamp of the document behind it, as archives add."""
    writer, out, signer = IncrementalPdfFileWriter(io.BytesIO(signed)), io.BytesIO(), _signer()
    stamper = DummyTimeStamper(signer.signing_cert, signer.signing_key, fixed_dt=_BEGINS + timedelta(days=999))
    PdfTimeStamper(stamper).timestamp_pdf(writer, "sha256", output=out)
    return out.getvalue()


def changed_after_signing(signed: bytes) -> bytes:
    """The same with a page added behind the signature: the signed part is whole, and it is not all."""
    writer = IncrementalPdfFileWriter(io.BytesIO(signed))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/MediaBox"][2] = page["/MediaBox"][3]
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def tampered(signed: bytes) -> bytes:
    """The same with one digit of what was signed altered."""
    place = signed.index(b"/MediaBox")
    digit = next(k for k in range(place, place + 60) if signed[k : k + 1] in b"123456789")
    other = b"1" if signed[digit : digit + 1] != b"1" else b"2"
    return signed[:digit] + other + signed[digit + 1 :]


def a_bomb(size: int) -> bytes:
    """A small PDF with a stream that unpacks to so many bytes of nothing."""
    packer = zlib.compressobj(9)
    piece, packed = b"\0" * (1 << 20), []
    for _ in range(size >> 20):
        packed.append(packer.compress(piece))
    packed.append(packer.flush())
    pdf = pikepdf.new()
    pdf.add_blank_page()
    stream = pikepdf.Stream(pdf, b"".join(packed))
    stream.Filter = pikepdf.Name.FlateDecode
    pdf.Root.X = pdf.make_indirect(stream)
    return saved(pdf)


def _certificate(name, public, issuer, key, *, is_authority):
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")])
    usage = {
        "content_commitment": not is_authority, "key_encipherment": False, "data_encipherment": False, "key_agreement": False,
        "encipher_only": False, "decipher_only": False,
    }  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_BEGINS)
        .not_valid_after(_ENDS + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(digital_signature=True, key_cert_sign=is_authority, crl_sign=is_authority, **usage),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )


def _as_asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
