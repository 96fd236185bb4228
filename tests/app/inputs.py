"""The files of a small office, as a user would have them."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from journeys.running import baro

HEADER = ("Mã hồ sơ", "Bước", "Thời điểm", "Thủ tục")
STEPS = ("Tiếp nhận hồ sơ", "Thẩm định", "Có kết quả")


def table(path: Path, *rows: Sequence[object]) -> Path:
    """A CSV file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows(rows)
    return path


def a_log(folder: Path, *dossiers: tuple[str, str, Sequence[str]]) -> Path:
    """A log: per dossier its code, its procedure, and the days (dd/mm/yyyy) on which its steps were done."""
    chosen = dossiers or (("H1", "", ("01/07/2024", "02/07/2024", "03/07/2024")),)
    rows = [
        (code, step, f"{day} 09:00", procedure)
        for code, procedure, days in chosen
        for step, day in zip(STEPS, days, strict=False)
    ]
    return table(folder / "nhat-ky.csv", HEADER, *rows)


def a_process(folder: Path, code: str = "QT-01", steps: Sequence[str] = STEPS, **heading: str) -> Path:
    """A step table; `heading` are lines above it, such as `Thủ_tục="1.012783"`."""
    above = [("Mã hiệu", code), *((key.replace("_", " "), value) for key, value in heading.items())]
    rows = [(k, step, str(k + 1) if k < len(steps) else "Kết thúc") for k, step in enumerate(steps, start=1)]
    return table(folder / f"{code}.csv", *above, ("Bước", "Nội dung công việc", "Bước tiếp theo"), *rows)


def an_endless_process(folder: Path) -> Path:
    """A net that can go round for ever and never reaches its end."""
    path = folder / "QT-VONG.pnml"
    path.write_text(
        '<pnml><net id="n" type="http://www.pnml.org/version-2009/grammar/ptnet"><page id="g">'
        '<place id="p"><initialMarking><text>1</text></initialMarking></place><place id="q"/>'
        '<transition id="t"><name><text>Thẩm định</text></name></transition>'
        '<arc id="a" source="p" target="t"/><arc id="b" source="t" target="p"/></page>'
        '<finalmarkings><marking><place idref="q"><text>1</text></place></marking></finalmarkings></net></pnml>',
        "utf-8",
    )
    return path


def judge(folder: Path, *more: object, log: Path | None = None, process: Sequence[Path] = ()) -> tuple[int, str, str]:
    """Run `baro judge` on the files of a folder; the report goes to its folder `bao-cao`."""
    processes = process or (a_process(folder),)
    words = (log or a_log(folder), "--process", *processes, "--out", folder / "bao-cao", *more)
    return baro("judge", *words)


def summary(folder: Path, *more: object, log: Path | None = None, process: Sequence[Path] = ()) -> dict:
    """The summary that `baro judge --json` prints."""
    code, told, said = judge(folder, "--json", *more, log=log, process=process)
    assert (code, said) == (0, "")
    return json.loads(told)
