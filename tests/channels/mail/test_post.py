"""Letters are handed over behind TLS, with a name and a password, to a server whose certificate is vouched for."""

import ssl
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from baro.channels.mail.post import MailServer, Post
from baro.rules.prescribed.refusals import Refused
from channels.mail.a_mail_server import mail_server

SECRET = "mot cau dai"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate of 127.0.0.1 that vouches for itself."""
    folder, key = tmp_path_factory.mktemp("tls"), ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.test")])
    begins = datetime.now(UTC) - timedelta(days=1)  # noqa: TID251 certificates are good on the day of the test
    built = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(begins).not_valid_after(begins + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )  # fmt: skip
    (folder / "ca.pem").write_bytes(built.public_bytes(Encoding.PEM))
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return folder


@pytest.fixture
def there(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "ca.pem", certificate / "key.pem")
    with mail_server(secret=SECRET, context=context) as here:
        yield here, MailServer(
            host="127.0.0.1", port=here.port, tls="starttls", sender="ba-ro@so.gov.vn", user="ba-ro", password=SECRET,
            authorities=str(certificate / "ca.pem"),
        )  # fmt: skip


def letter() -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = "Thông báo", "ba-ro@so.gov.vn", "lan@so.gov.vn"
    made.set_content("Hai hồ sơ đã quá hạn.\n.\nHết.\n")
    return made


def test_behind_tls_with_a_password(there):
    here, server = there
    with Post(server) as post:
        post.send(letter(), "lan")
        post.send(letter(), "lan")
    assert here.connections == 1
    assert [one.get_content().replace("\r\n", "\n") for one in here.letters] == ["Hai hồ sơ đã quá hạn.\n.\nHết.\n"] * 2
    assert here.told.index("STARTTLS") < next(k for k, line in enumerate(here.told) if line.startswith("AUTH"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"authorities": ""}, "certificate verify failed"),
        ({"password": "sai"}, "535 sai mat khau"),
        ({"tls": "none"}, "SMTP AUTH extension not supported"),
    ],
)
def test_what_does_not_fit_sends_nothing_and_is_said(there, wrong, said):
    from dataclasses import replace

    here, server = there
    with Post(replace(server, **wrong)) as post, pytest.raises(Refused) as refused:
        post.send(letter(), "lan")
    assert refused.value.code == "mail.unreachable"
    assert said in refused.value.facts["reason"]
    assert here.letters == []
