"""What the parts measured, kept in `results/`, one file a part; and docs/performance.md, written from all that are there."""

import json
import os
import platform
from dataclasses import asdict, dataclass

from running import HERE, ROOT

RESULTS = HERE / "results"
PAGE = ROOT / "docs" / "performance.md"
Row = tuple[str, str, str, str, str]  # what, ours, beside what, ratio, target

# the parts in the order of the page, with their headings; the first stands without one
TITLES = {
    "judging": "",
    "harmonising": "So cách làm của một việc qua các năm",
    "ledger": "Kiểm tra sổ cái",
    "acts": "Ghi việc vào sổ cái",
    "import": "Nạp dữ liệu",
    "pages": "Trang web",
}
HEAD = """\
# Hiệu năng

Trang này do `python3 go.py bench` viết ra; đừng sửa tay. Đọc tỷ số, không đọc số giây: máy chạy có lúc nhanh lúc chậm.
"""
TABLE = "| Việc | Ba Rõ | Đối chứng | Tỷ số | Mục tiêu |\n|---|---|---|---|---|"


@dataclass(frozen=True)
class Part:
    """What one part has to say: what was measured and how, the rows of its table, a note below ("" for none)."""

    told: str
    rows: tuple[Row, ...]
    note: str = ""


def keep(name: str, part: Part) -> None:
    """Keep what a part measured."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(asdict(part), ensure_ascii=False, indent=1)
    (RESULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def write_page() -> None:
    """Write the page from all parts that were ever measured."""
    pieces = [HEAD]
    for name, title in TITLES.items():
        kept = RESULTS / f"{name}.json"
        if kept.exists():
            pieces.append(_section(title, json.loads(kept.read_text(encoding="utf-8"))))
    PAGE.write_text("\n".join(pieces), encoding="utf-8")


def machine() -> str:
    """Name what it was measured on."""
    return f"{os.cpu_count()} nhân, Python {platform.python_version()}"


def pins(*names: str) -> str:
    """Give the versions of the peers as the requirements pin them."""
    lines = (HERE / "requirements.in").read_text(encoding="utf-8").split()
    return ", ".join(line for line in lines if line.split("==")[0] in names)


def _section(title: str, part: dict[str, str]) -> str:
    rows = (f"| {' | '.join(row)} |" for row in part["rows"])
    pieces = [f"## {title}\n"] if title else []
    pieces += [part["told"] + "\n", "\n".join([TABLE, *rows]) + "\n"]
    return "\n".join([*pieces, part["note"] + "\n"] if part["note"] else pieces)
