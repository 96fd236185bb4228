"""No file of a process may make us read another file, reach the network, or fill the memory."""

from pathlib import Path

import pytest

from baro.channels.intake.processes import read_process
from baro.channels.wording import sentence
from baro.rules.prescribed.refusals import Refused

BILLION = (
    '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY a{k} "{("&a" + (str(k - 1) if k else "") + ";") * 10}">' for k in range(10)
    ) + ']><definitions name="&a9;">&a9;</definitions>'
)  # fmt: skip
CASES = {
    "entity bomb": (BILLION.encode(), "xml.dtd"),
    "external entity": (
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><definitions>&x;</definitions>',
        "xml.dtd",
    ),
    "external DTD": (b'<!DOCTYPE d SYSTEM "http://192.0.2.1/d.dtd"><definitions/>', "xml.dtd"),
    "parameter entity": (b'<!DOCTYPE d [<!ENTITY % p SYSTEM "http://192.0.2.1/p">%p;]><definitions/>', "xml.dtd"),
    "empty DTD": (b"<!DOCTYPE d><definitions/>", "xml.dtd"),
    "DTD after a comment": (b"<!-- x --><!DOCTYPE d [ ]><pnml/>", "xml.dtd"),
    "UTF-16 DTD": ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [ ]><pnml/>'.encode("utf-16"), "xml.dtd"),
    "too deep": (b"<a>" * 10_000 + b"</a>" * 10_000, "xml.too_deep"),
    "cut off": (b"<definitions><process>", "xml.broken"),
    "no XML": (b"\x00\x01\x02", "xml.broken"),
    "empty": (b"", "xml.broken"),
    "unknown encoding": (b'<?xml version="1.0" encoding="utf-7"?><definitions/>', "xml.broken"),
    "undeclared entity": (b"<definitions>&x;</definitions>", "xml.broken"),
    "another root": (b"<html/>", "process.unknown_format"),
}


@pytest.mark.parametrize("suffix", [".bpmn", ".pnml", ".xml"])
@pytest.mark.parametrize("name", CASES)
def test_hostile_xml_is_refused(name: str, suffix: str, tmp_path: Path) -> None:
    content, code = CASES[name]
    path = tmp_path / f"x{suffix}"
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        read_process(path)
    assert caught.value.code == code
    assert sentence(caught.value)


def test_a_file_of_unknown_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"")
    with pytest.raises(Refused, match="unknown_format"):
        read_process(path)
