"""Record the papers of some of the demo's dossiers, once: some components without a copy, some results never digitised."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.conf import settings

from baro.channels.demo.authority.names import SOURCE
from baro.channels.demo.papers import DemoPaper, page_of, papers_of
from baro.channels.intake.papers import read_paper
from baro.desk.article import OPEN_DOSSIERS
from baro.desk.by import By
from baro.desk.papers import attach_new, name_paper, reuse
from baro.records.queries.dossier_lists import Asked, Line, dossiers
from baro.records.queries.papers import has_papers, papers
from baro.rules.counted.ended import WITH_RESULT
from baro.rules.observed.papers import Paper, Part, ReadPaper
from baro.rules.prescribed.places.city import LAND_OFFICE

_DIGITISED, _NOT = 24, 36


def record_papers(by: By, at: datetime) -> None:
    """Name papers and attach files, where none is named yet."""
    if has_papers(OPEN_DOSSIERS):
        return
    done, missing = (_with_result(digitised, most) for digitised, most in ((True, _DIGITISED), (False, _NOT)))
    before: list[Paper] = []
    for number, line in enumerate([*missing, *done]):
        _record(line, number, before, replace(by, unit=LAND_OFFICE), at, has_result=line in missing)
        before = papers(OPEN_DOSSIERS, line.id)


def _with_result(digitised: bool, most: int) -> list[Line]:
    return dossiers(OPEN_DOSSIERS, Asked(source=SOURCE, ended_kinds=WITH_RESULT, digitised=digitised), None, most)


def _record(line: Line, number: int, before: list[Paper], by: By, at: datetime, *, has_result: bool) -> None:
    copies = [one for one in before if one.file and one.part is Part.COMPONENT]
    for told in papers_of(number, has_result=has_result):
        if told.is_reused and copies:
            named = name_paper(line.id, told.part, told.title, OPEN_DOSSIERS, by, at)
            reuse(line.id, named, copies[0].id, OPEN_DOSSIERS, by, at)
        elif told.has_copy:
            attach_new(line.id, told.part, told.title, _read(told), OPEN_DOSSIERS, by, at)
        else:
            name_paper(line.id, told.part, told.title, OPEN_DOSSIERS, by, at)


def _read(told: DemoPaper) -> ReadPaper:
    return read_paper(page_of(told.title), "mau.pdf", Path(settings.HOME) / "khong-co")
