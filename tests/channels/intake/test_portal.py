"""The national portal's file: rows run together are read apart; what cannot be read is named by its line."""

import gzip
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from baro.channels.intake.portal import Unreadable, read_portal
from baro.rules.judged.catalogue.lints import faults_of
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.procedures import Channel, Procedure
from baro.rules.prescribed.refusals import Refused

PUBLISHED = Path(__file__).resolve().parents[4] / "shared" / "data" / "tthc-nong-nghiep-moi-truong.jsonl.gz"
HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"


def file_of(folder: Path, *told: object, name: str = "cong.jsonl") -> Path:
    lines = "\n".join(one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in told)
    path = folder / name
    path.write_bytes(gzip.compress(lines.encode()) if name.endswith(".gz") else lines.encode())
    return path


def one(folder: Path, **told: str) -> Procedure:
    found = list(read_portal(file_of(folder, {"ma_thu_tuc": "1.1", "ten_thu_tuc": "Cấp  giấy"} | told)))
    assert isinstance(found[0], Procedure)
    return found[0]


@pytest.mark.parametrize("name", ["cong.jsonl", "cong.jsonl.gz"])
def test_a_procedure_is_read_plain_or_packed(tmp_path, name):
    told = {"ma_thu_tuc": "1.000025", "ten_thu_tuc": "Phê duyệt Đề án", "so_quyet_dinh": "379/QĐ-BNNMT",
            "cap_thuc_hien": "Cấp bộ, Cấp tỉnh", "linh_vuc": "Quản lý doanh nghiệp", "co_quan_thuc_hien": "Không có thông tin"}  # fmt: skip
    (found,) = read_portal(file_of(tmp_path, told, name=name))
    assert (found.code, found.name, found.decision) == ("1.000025", "Phê duyệt Đề án", "379/QĐ-BNNMT")
    assert (found.levels, found.field, found.agencies) == (("Cấp bộ", "Cấp tỉnh"), "Quản lý doanh nghiệp", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trực tuyến15 Ngày làm việcMiễn phíDịch vụ bưu chính15 Ngày làm việcMiễn phíTrực tiếp16 NgàyMiễn phí",
            [("online", "15 Ngày làm việc", 15, "working_day", "Miễn phí", ""),
             ("post", "15 Ngày làm việc", 15, "working_day", "Miễn phí", ""),
             ("counter", "16 Ngày", 16, "calendar_day", "Miễn phí", "")],
        ),
        ("Trực tiếp4 Tháng2,500,000 VNĐ(đồng/lần)", [("counter", "4 Tháng", 4, "month", "2,500,000 VNĐ", "(đồng/lần)")]),
        ("Trực tiếp1Miễn phíGhi chú Trực tiếp tại quầy", [("counter", "1", None, "", "Miễn phí", "Ghi chú Trực tiếp tại quầy")]),
        (
            "Trực tiếpKhông có thông tinMiễn phí05 ngày làm việc kể từ ngày nhận",
            [("counter", "", None, "", "Miễn phí", "05 ngày làm việc kể từ ngày nhận")],
        ),
        ("", []),
    ],
)  # fmt: skip
def test_the_table_of_channels_is_read_apart(tmp_path, text, expected):
    found = one(tmp_path, cach_thuc_thuc_hien=HEAD + text).channels
    assert [
        (t.channel, t.written, t.limit and t.limit.value, t.limit.unit if t.limit else "", t.fee, t.more) for t in found
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị định 156/2018/NĐ-CP156/2018/NĐ-CP", ("156/2018/NĐ-CP",)),
        (
            "Luật Đất đai 202431/2024/QH15Luật 54/2024/QH15193/2025/NĐ-CP",
            ("31/2024/QH15", "54/2024/QH15", "193/2025/NĐ-CP"),
        ),
        ("Thông tư 04/2026/TT-BNNMT04/2026/TT-BNNMT", ("04/2026/TT-BNNMT",)),
        ("Luật không ghi số", ()),
    ],
)
def test_the_numbers_of_the_instruments_are_found(tmp_path, text, expected):
    assert one(tmp_path, can_cu_phap_ly="Tên văn bản pháp lýMã văn bản" + text).bases == expected


def test_what_cannot_be_read_is_named_by_its_line_and_the_rest_is_read(tmp_path):
    good = {"ma_thu_tuc": "1.1", "ten_thu_tuc": "Cấp giấy"}
    found = list(
        read_portal(file_of(tmp_path, good, "{hỏng", "[1]", "", {"ten_thu_tuc": "Không mã"}, {"ma_thu_tuc": "1.2"}))
    )
    told = [(u.line, u.why.code) for u in found if isinstance(u, Unreadable)]
    assert told == [(2, "portal.no_json"), (3, "portal.no_object"), (5, "procedure.no_code"), (6, "procedure.no_name")]
    assert sum(isinstance(u, Procedure) for u in found) == 1


@pytest.mark.parametrize("name", ["thieu.jsonl", "gia.jsonl.gz"])
def test_a_file_that_is_not_there_or_not_packed_is_refused(tmp_path, name):
    (tmp_path / "gia.jsonl.gz").write_bytes(b"not gzip")
    with pytest.raises(Refused) as refusal:
        list(read_portal(tmp_path / name))
    assert refusal.value.code == "portal.not_text"


@pytest.mark.skipif(not PUBLISHED.exists(), reason="what the portal published lies beside the project, not in it")
def test_what_the_portal_published_is_read_whole_and_its_faults_counted():
    found = list(read_portal(PUBLISHED))
    assert len(found) == 537
    assert all(isinstance(one, Procedure) for one in found)
    counts = Counter(fault.lint.name for one in found for fault in faults_of(one, date(2026, 11, 28)))
    assert counts == {"STEPS_OVER_TOTAL": 85, "NO_UNIT": 63, "CHANNELS_DIFFER": 58, "NO_LIMIT": 48, "DISSOLVED_UNIT": 12, "NO_BASIS": 5}  # fmt: skip
    simple = next(one for one in found if one.code == "1.000025")
    assert simple.channels[0].channel == Channel.COUNTER
    assert any(t.limit == Duration(15, Unit.WORKING_DAY) for one in found for t in one.channels)
