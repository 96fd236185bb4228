"""The synthetic office's own papers: one step table per procedure, and the list of units, people and posts."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from baro.channels.demo.plan import PEOPLE_PER_BRANCH, Plan
from baro.channels.demo.world import (
    ACTS,
    LABEL,
    PROCEDURES,
    ROLE_BRANCH_HEAD,
    ROLE_TAX,
    STAFF,
    TAX_UNIT,
    Procedure,
    branch_name,
    former_person_name,
    person_name,
)

COLUMNS = (
    "Bước", "Nội dung công việc", "Trách nhiệm thực hiện", "Thời gian thực hiện", "Biểu mẫu, kết quả",
    "Bước tiếp theo", "Loại sự kiện",
)  # fmt: skip
_PAPERS = {
    "received": "Mẫu 01",
    "asked": "Mẫu 02",
    "refused": "Mẫu 03",
    "apologised": "Mẫu 04",
    "released": "Kết quả giải quyết",
    "digitised": "Tệp kết quả có ký số",
}
_MADE_AT = datetime(2024, 1, 2)  # noqa: DTZ001 - a fixed stamp keeps the files the same byte for byte


def write_process_tables(folder: Path) -> Path:
    """Write one step table (XLSX) per procedure and give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, procedure in enumerate(PROCEDURES, start=1):
        _write_process(procedure, number, folder / f"QT-MAU-{number:02d}.xlsx")
    return folder


def _write_process(procedure: Procedure, number: int, path: Path) -> None:
    head: list[tuple[object, ...]] = [
        (f"QUY TRÌNH NỘI BỘ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH — {LABEL}",),
        ("Mã hiệu", f"QT-MAU-{number:02d}"),
        ("Tên quy trình", procedure.name),
        ("Thủ tục", procedure.code),
        ("Phiên bản", "1"),
        ("Số quyết định", f"{number:02d}/QĐ-MAU"),
        ("Ngày ký", "02/01/2023"),
        ("Người ký", "Người ký mẫu"),
        ("Ngày công bố", "05/01/2023"),
        ("Hiệu lực từ", "01/02/2023"),
        ("Tổng thời gian", f"{procedure.total} ngày làm việc"),
        (),
        COLUMNS,
    ]
    write_sheets(path, {"Quy trình": [*head, *_steps(procedure)]})


def _steps(procedure: Procedure) -> list[tuple[object, ...]]:
    acts = _acts(procedure)
    number = {act: str(k) for k, act in enumerate(acts, start=1)}
    rows = []
    for act in acts:
        limit = procedure.limits.get(act)
        following = " ".join(number.get(part, part) for part in _following(act, acts).split())
        shown = "" if limit is None or act == "received" else (f"{limit} ngày làm việc" if limit else "trong ngày")
        kind = ACTS[act].kind.lower()
        rows.append((number[act], ACTS[act].label, ACTS[act].role, shown, _PAPERS.get(act, ""), following, kind))
    return rows


def _acts(procedure: Procedure) -> list[str]:
    order = (
        "received", "transferred", "assigned", "apologised", "appraised", "asked", "supplied", "refused", "tax_sent",
        "tax_answered", "mapped", "submitted", "signed", "released", "digitised", "returned",
    )  # fmt: skip
    loops = ("apologised", "asked", "supplied") if procedure.total >= 8 else ()
    always = ("refused", "digitised", "returned", *loops)
    return [act for act in order if act in procedure.limits or act in always]


def _following(act: str, acts: Sequence[str]) -> str:
    """What may come after an act, in the words of the column "Bước tiếp theo"."""
    onward = next(a for a in ("tax_sent", "mapped", "submitted") if a in acts)
    loops = "asked" in acts
    return {
        "received": "transferred",
        "transferred": "assigned",
        "assigned": "appraised hoặc apologised" if loops else "appraised",
        "apologised": "appraised hoặc apologised",
        "appraised": f"{onward} hoặc refused" + (" hoặc asked" if loops else ""),
        "asked": "supplied",
        "supplied": "appraised",
        "refused": "Kết thúc",
        "tax_sent": "tax_answered và mapped",
        "tax_answered": "submitted",
        "mapped": "submitted",
        "submitted": "signed",
        "signed": "released",
        "released": "digitised",
        "digitised": "returned",
        "returned": "Kết thúc",
    }[act]


def write_offices(plan: Plan, path: Path) -> Path:
    """Write units, people and posts (XLSX); the former leaders' posts ended before the year began."""
    branches = range(int(plan.branch.max()) + 1)
    office = "Văn phòng đăng ký đất đai (mẫu)"
    units: list[tuple[object, ...]] = [("Mã", "Tên đơn vị", "Đơn vị cấp trên", "Ngoài cơ quan")]
    units += [("VP", office, "", "không"), ("THUE", TAX_UNIT, "", "có")]
    units += [(f"CN{b + 1:03d}", branch_name(b), "VP", "không") for b in branches]
    people: list[tuple[object, ...]] = [("Mã", "Họ tên")]
    posts: list[tuple[object, ...]] = [
        ("Mã cán bộ", "Mã đơn vị", "Chức danh", "Là người đứng đầu", "Từ ngày", "Đến ngày", "Quyết định")
    ]
    since = date(2022, 1, 4)
    for b in branches:
        unit = f"CN{b + 1:03d}"
        roles = [role for role, count in STAFF for _ in range(count)]
        for seat, role in enumerate(roles[:PEOPLE_PER_BRANCH]):
            code = f"{unit}-{seat + 1:02d}"
            people.append((code, person_name(b, seat)))
            posts.append((code, unit, role, "có" if role == ROLE_BRANCH_HEAD else "không", since, "", "01/QĐ-MAU"))
        people += [(f"{unit}-00", former_person_name(b)), (f"THUE-{b + 1:03d}", f"Cán bộ thuế mẫu {b + 1:03d}")]
        posts.append((f"{unit}-00", unit, ROLE_BRANCH_HEAD, "không", since, date(2023, 6, 30), "01/QĐ-MAU"))
        posts.append((f"THUE-{b + 1:03d}", "THUE", ROLE_TAX, "không", since, "", "01/QĐ-MAU"))
    write_sheets(path, {"Đơn vị": units, "Cán bộ": people, "Chức vụ": posts, "Ủy quyền": [_delegations()]})
    return path


def _delegations() -> tuple[object, ...]:
    return ("Mã cán bộ", "Chức danh", "Mã đơn vị", "Từ ngày", "Đến ngày", "Quyết định")


def write_sheets(path: Path, sheets: dict[str, Sequence[tuple[object, ...]]]) -> None:
    """Write a workbook that has the same bytes for the same rows."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": _MADE_AT, "comments": LABEL})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value != "":
                    sheet.write(r, c, value)
    book.close()
