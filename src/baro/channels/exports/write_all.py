"""The five files of a report, all or none."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from baro.channels.exports.docx import write_docx
from baro.channels.exports.findings import write_findings
from baro.channels.exports.html.page import html_page
from baro.channels.exports.summary import write_summary
from baro.channels.exports.xlsx import write_xlsx
from baro.rules.counted.told import SupervisionReport
from baro.rules.prescribed.refusals import Refused

FILES = ("report.html", "report.docx", "tables.xlsx", "findings.parquet", "summary.json")
Progress = Callable[[str], None]


def write_all(
    report: SupervisionReport,
    summary: Mapping[str, object],
    findings: Mapping[str, Any],
    out: Path,
    progress: Progress | None = None,
) -> None:
    """Write the five files into `out`, which is made if it is not there; `progress` is told each file's name.

    They are written into a folder inside `out` (the same disk, so that each can be moved in one step) and moved only
    when all are complete. Raises `out.not_writable`; what lay there before then lies there still.
    """
    made = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".dang-ghi-", dir=out) as folder:
            for name, write in _writers(report, summary, findings).items():
                write(Path(folder) / name)
                if progress:
                    progress(name)
            _move(Path(folder), out)
    except OSError as error:
        if made and out.is_dir() and not any(out.iterdir()):
            out.rmdir()
        raise Refused("out.not_writable", folder=out.name, reason=error.strerror or type(error).__name__) from error


def _writers(
    report: SupervisionReport, summary: Mapping[str, object], findings: Mapping[str, Any]
) -> dict[str, Callable[[Path], object]]:
    return {
        "summary.json": lambda path: write_summary(path, summary),
        "findings.parquet": lambda path: write_findings(path, findings),
        "tables.xlsx": lambda path: write_xlsx(path, report),
        "report.docx": lambda path: write_docx(path, report),
        "report.html": lambda path: path.write_bytes(html_page(report).encode("utf-8")),
    }


def _move(folder: Path, out: Path) -> None:
    """Put the new files in place of the old; if one cannot be moved, put the old ones back."""
    kept = folder / "truoc"
    kept.mkdir()
    for name in FILES:
        if (out / name).exists():
            _keep(out / name, kept / name)
    moved: list[str] = []
    try:
        for name in FILES:
            (folder / name).replace(out / name)
            moved.append(name)
    except OSError:
        for name in moved:
            if (kept / name).exists():
                (kept / name).replace(out / name)
            else:
                (out / name).unlink()
        raise


def _keep(old: Path, copy: Path) -> None:
    """Keep the old file reachable: a second name for it, or a copy where the disk knows no second names."""
    try:
        os.link(old, copy)
    except OSError:
        shutil.copy2(old, copy)
