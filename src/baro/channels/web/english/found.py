"""What the source says in Vietnamese: the messages of the templates, and the literals and f-strings of Python."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from baro.channels.web.english.catalogue import BLANK
from baro.channels.web.english.documents import DOCUMENTS
from baro.channels.web.english.pieces import Kind, key_of, literals, pieces

PACKAGE = Path(__file__).resolve().parents[3]
ROOMS = (
    "channels/intake/assumptions.py",
    "channels/web",
    "channels/wording",
    "desk",
    "records/guessable.py",
    "rules/counted",
    "rules/judged",
    "rules/observed",
    "rules/prescribed",
)
"""The rooms whose sentences come to a page. Commands, files, letters and the API speak Vietnamese alone."""
NOT_ON_PAGES = (
    "channels/web/english",
    "channels/wording/api.py",
    "channels/wording/database.py",
    "channels/wording/demo.py",
    "channels/wording/home.py",
    "channels/web/books/form_views.py",
    "channels/web/briefing/document_views.py",
    "desk/report.py",
    "rules/counted/behaviour_tables.py",
    "rules/counted/dossier_form.py",
    "rules/counted/harmonised_tables.py",
    "rules/counted/reports/lead.py",
    "rules/counted/reports/sections.py",
    "rules/counted/reports/signals_told.py",
    "rules/counted/told.py",
    "rules/judged/catalogue/step_limits.py",
    "rules/judged/signals/told.py",
    "rules/observed/kind_names.py",
    "rules/observed/recorded_steps.py",
    "rules/prescribed/dossier_forms.py",
    "rules/prescribed/folding.py",
    "rules/prescribed/law/repealed.py",
    "rules/prescribed/law/citations.py",
    "rules/prescribed/name_order.py",
    "rules/prescribed/places",
    "rules/prescribed/policy/table.py",
)
"""What these say stands in files, in documents, at the command line or in the ledger, or is data: names of places, words that a
log may have, citations of the law."""
_CITATION = re.compile(
    r"(suy từ )?(điểm|khoản|điều|mẫu|(bộ )?luật|nghị định|nđ|tt|thông tư|qđ|công văn)\b.*\d", re.IGNORECASE
)
_LINES = re.compile(r"([\w.]+ = .+\n?)+")
_VIETNAMESE = re.compile(r"[À-ỹĐđ]")
LEAST_LETTERS = 6
"""A sentence with blanks that has fewer letters of its own could be anything: such are told in `joined.po`, with figures."""
_SAID_PLAINLY = re.compile(r"[A-Z][a-z]+( [a-z]+)*\.?")


def found_in_templates() -> dict[str, str]:
    """Give the messages of the templates, each with its file."""
    known: dict[str, str] = {}
    for file in sorted((PACKAGE / "channels/web").rglob("templates/**/*.html")):
        if str(file).endswith(tuple(DOCUMENTS)):
            continue
        for message in messages_of(file.read_text("utf-8")):
            known.setdefault(message, _named(file))
    return known


def messages_of(source: str) -> Iterator[str]:
    """Give the messages of one template, in their order."""
    for piece in pieces(source):
        if piece.kind is Kind.MESSAGE:
            yield key_of(piece.text)
        if piece.kind is not Kind.PLAIN:
            yield from literals(piece.text)


def found_in_python() -> dict[str, str]:
    """Give the messages of Python, each with its file."""
    known: dict[str, str] = {}
    for room in ROOMS:
        place = PACKAGE / room
        for file in [place] if place.is_file() else sorted(place.rglob("*.py")):
            if _named(file).startswith(NOT_ON_PAGES):
                continue
            for message in sentences_of(file.read_text("utf-8"), plain=file.parts[-2] == "wording"):
                known.setdefault(message, _named(file))
    return known


def sentences_of(source: str, *, plain: bool = False) -> Iterator[str]:
    """Give what a module says in Vietnamese; `plain`: also words that look like words, though no letter has a mark."""
    yield from (
        said for said in _said_in(ast.parse(source), plain) if not BLANK.search(said) or _letters(said) >= LEAST_LETTERS
    )


def _letters(said: str) -> int:
    return sum(letter.isalpha() for letter in BLANK.sub("", said))


def _said_in(tree: ast.Module, plain: bool) -> Iterator[str]:
    passed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed.update(id(part) for part in node.values)
    for node in ast.walk(tree):
        said = _said(node).strip() if id(node) not in passed else ""
        if _CITATION.match(said):
            continue
        if _LINES.fullmatch(said):
            yield from (line.partition(" = ")[2] for line in said.splitlines() if _VIETNAMESE.search(line))
        elif _VIETNAMESE.search(said) or (plain and _SAID_PLAINLY.fullmatch(said)):
            yield said


def _said(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        blanks = iter(range(len(node.values)))
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else f"{{{next(blanks)}}}" for part in node.values
        )
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _named(file: Path) -> str:
    return str(file.relative_to(PACKAGE))
