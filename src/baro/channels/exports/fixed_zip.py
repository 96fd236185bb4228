"""The same parts give the same bytes: a ZIP package rewritten with sorted parts and one fixed date."""

import io
import zipfile

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can hold
_FIRST = "[Content_Types].xml"  # readers of OPC packages expect it first (ECMA-376 part 2)


def rewritten(package: bytes) -> bytes:
    """Rewrite an Office file so that neither the hour nor the writing order shows in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != _FIRST, n)):
            part = zipfile.ZipInfo(name, _DATE)
            part.compress_type, part.create_system, part.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(part, old.read(name), zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
