"""The certificates that an authority trusts signatures by: files that its keeper puts into a folder of its home. None is built
in, and none is fetched."""

from pathlib import Path

from asn1crypto import pem, x509

from baro.rules.prescribed.refusals import Refused

_ENDINGS = {".pem", ".crt", ".cer", ".der"}


def roots_in(folder: Path) -> tuple[x509.Certificate, ...]:
    """Read the certificates of a folder; none if it is not there. Raises `Refused("paper.bad_root")` for one that is none."""
    if not folder.is_dir():
        return ()
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
    return tuple(certificate for path in files for certificate in _read(path))


def _read(path: Path) -> list[x509.Certificate]:
    content = path.read_bytes()
    try:
        if not pem.detect(content):
            return [_certificate(content)]
        return [_certificate(der) for _, _, der in pem.unarmor(content, multiple=True)]
    except (ValueError, TypeError) as error:
        raise Refused("paper.bad_root", file=path.name) from error


def _certificate(der: bytes) -> x509.Certificate:
    found = x509.Certificate.load(der, strict=True)
    _ = found.subject.native  # read now: what is no certificate fails here, not at the first signature
    return found
