"""Documents that cannot rot: their Python runs, and their links lead somewhere."""

import re
from pathlib import Path

import pytest

from house.source import ROOT, name_of

_PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_HOW_TO = sorted((ROOT / "docs" / "how-to").glob("*.md"))
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def links_to_nowhere(page: Path, text: str) -> list[str]:
    """The relative links of a page whose file is not there."""
    found = [a or b for a, b in _LINK.findall(_FENCED.sub("", text))]
    inside = [link.partition("#")[0] for link in found if "://" not in link and not link.startswith("mailto:")]
    return [link for link in inside if link and not (page.parent / link).exists()]


@pytest.mark.parametrize("page", _PAGES, ids=name_of)
def test_links_lead_somewhere(page):
    assert links_to_nowhere(page, page.read_text("utf-8")) == []


def test_a_link_to_nowhere_is_noticed():
    text = "[here](README.md) [there](docs/no-such-page.md#part) [outside](https://example.org)"
    assert links_to_nowhere(ROOT / "README.md", text) == ["docs/no-such-page.md"]


@pytest.mark.parametrize("page", _HOW_TO, ids=lambda page: page.name)
def test_the_examples_of_a_how_to_run(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = page.read_text("utf-8")
    names: dict[str, object] = {"__name__": page.stem}
    for block in _BLOCK.finditer(text):
        line = text[: block.start(1)].count("\n")
        exec(compile("\n" * line + block[1], name_of(page), "exec"), names)


def test_there_is_a_how_to_with_an_example():
    assert any(_BLOCK.search(page.read_text("utf-8")) for page in _HOW_TO)


def test_decisions_are_numbered_without_a_gap():
    pages = sorted(page.name for page in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(name[:4]) for name in pages] == list(range(1, len(pages) + 1))


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_has_its_four_parts(page):
    parts = re.findall(r"^## (.+)$", page.read_text("utf-8"), re.MULTILINE)
    assert parts == ["Context", "Decision", "Consequences", "Rejected"]
