"""The source of the house as syntax trees, read once."""

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "baro"


@cache
def trees(part: str = "") -> dict[Path, ast.Module]:
    """Every module of a part of the package (`rules`, `desk`; all of it by default), by its path."""
    return {file: ast.parse(file.read_text("utf-8")) for file in sorted((PACKAGE / part).rglob("*.py"))}


def name_of(file: Path) -> str:
    """The path of a file as told to people."""
    return str(file.relative_to(ROOT))


@cache
def pyproject() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def rooms() -> set[str]:
    """The rooms: `app`, `desk`, `records`, and what lies in `channels` and `rules`."""
    top = [folder for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists()]
    halls = {"channels", "rules"}
    inner = [f"{hall}/{folder.name}" for hall in halls for folder in (PACKAGE / hall).iterdir() if folder.is_dir()]
    return {f.name for f in top} - halls | {room for room in inner if not room.endswith("__pycache__")}


def table_rows(markdown: str) -> list[list[str]]:
    """The cells of every table row of a page, without heads and rules."""
    lines = markdown.splitlines()
    rows = []
    for k, line in enumerate(lines):
        is_head = k + 1 < len(lines) and lines[k + 1].startswith("|-")
        if line.startswith("|") and not line.startswith("|-") and not is_head:
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
    return rows
