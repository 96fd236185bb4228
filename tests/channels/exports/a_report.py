"""A realistic supervision report, built from fixed values; every part can be replaced."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from baro.rules.counted.told import (
    CaseTold,
    Cell,
    Column,
    EventTold,
    Figure,
    MapEdge,
    MapNode,
    Measure,
    ProcessMap,
    SignalTold,
    Source,
    SplitPart,
    SupervisionReport,
    Table,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
UNITS = (
    "Văn phòng Đăng ký đất đai Hà Nội",
    "Chi nhánh Văn phòng Đăng ký đất đai huyện Thạch Thất",
    "Chi nhánh Văn phòng Đăng ký đất đai huyện Ứng Hòa",
    "Phòng Quy hoạch - Kế hoạch sử dụng đất",
    "Chi cục Bảo vệ môi trường",
    "Trung tâm Phục vụ hành chính công",
)
T, C, S, W = Measure.TEXT, Measure.COUNT, Measure.SHARE, Measure.WORKING_DAYS
FORM = (
    ("received", "Tổng tiếp nhận", C), ("new", "Tiếp nhận trong kỳ", C), ("carried", "Kỳ trước chuyển sang", C),
    ("resolved", "Đã giải quyết", C), ("early", "Trước hạn", C), ("on_time", "Đúng hạn", C), ("late", "Quá hạn", C),
    ("pending", "Đang giải quyết", C), ("pending_on_time", "Trong hạn", C), ("pending_late", "Đã quá hạn", C),
    ("not_computable", "Chưa tính được hạn", C), ("on_time_rate", "Tỷ lệ đúng hạn", S),
)  # fmt: skip


def a_report(**changes: Any) -> SupervisionReport:
    """Build the report; `changes` replace whole parts."""
    report = SupervisionReport(
        title="Giám sát việc giải quyết thủ tục hành chính và quy trình nội bộ quý I năm 2024",
        agency="Sở Tài nguyên và Môi trường thành phố Hà Nội",
        lead="1.214 hồ sơ quá hạn, 45,2 % thời gian trễ nằm ở bước thẩm định của Chi nhánh huyện Ứng Hòa; hồ sơ lâu nhất "
        "quá hạn 31 ngày làm việc.",
        as_of=datetime(2024, 4, 25, 8, 0, tzinfo=ZONE),
        period=(date(2024, 1, 1), date(2024, 4, 25)),
        synthetic=True,
        sources=(
            Source("nhật ký", "nhat-ky-q1-2024.csv", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Source("quy trình", "DDK-01.bpmn", "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", "bản 2"),
        ),
        rules=(
            "Lịch làm việc Việt Nam 2024, nghỉ lễ theo thông báo của Bộ Lao động - Thương binh và Xã hội.",
            "Thời hạn đăng ký biến động: 10 ngày làm việc (chưa kiểm chứng).",
        ),
        assumptions=("Hồ sơ không ghi đơn vị được tính cho đơn vị của bước đầu tiên.",),
        headline=_headline(),
        figures=(
            Figure("median_late", "Trung vị số ngày trễ của hồ sơ quá hạn", 3.5, W, None, None, "Trung vị.", "1 (2026-11)"),
            Figure("apology", "Hồ sơ trễ có thư xin lỗi", None, S, 2, 4, "Số hồ sơ trễ có thư xin lỗi trước hạn.", "1 (2026-11)"),
        ),
        tables=(_units(), _months(), _unit_month(), _persons()),
        causes=_causes(),
        maps=(a_map(), a_tangled_map()),
        signals=_signals(),
        cases=(a_case(), a_case(code="H26.15-240311-0042", state="paused", state_words="Tạm dừng, chờ bổ sung hồ sơ"),
               a_case(code="H26.15-240102-0007", state="on_time", state_words="Trong hạn, còn 4 ngày làm việc"),
               a_case(code="H26.15-240109-0310", state="unknown", state_words="Chưa tính được hạn", due=None, why=())),
        quality=(
            Table("doubts", "Chất lượng dữ liệu: điều đáng ngờ", (Column("what", "Điều đáng ngờ", T), Column("n", "Số dòng", C)),
                  (("Thời điểm ngoài giờ làm việc", 1204), ("Thiếu người thực hiện", 88))),
        ),
        results=("Trong kỳ đã giải quyết 31.790 hồ sơ, trong đó 30.576 hồ sơ trước và đúng hạn (96,2 %).",),
        shortcomings=("1.214 hồ sơ quá hạn, tập trung tại Chi nhánh huyện Ứng Hòa.", "Còn 45 vụ đang xác minh."),
        cause_sentences=("45,2 % thời gian trễ do quá thời hạn của bước thẩm định.",),
        proposals=("Đề nghị Chi nhánh huyện Ứng Hòa giải trình 4 câu hỏi.", "Đề nghị rà soát 26 quy trình nội bộ."),
    )  # fmt: skip
    return replace(report, **changes)


def _headline() -> tuple[Figure, ...]:
    def share(key: str, label: str, part: int, whole: int, definition: str) -> Figure:
        return Figure(key, label, part / whole if whole >= 5 else None, S, part, whole, definition, "1 (2026-11)")

    return (
        share("on_time_rate", "Đã giải quyết trước và đúng hạn", 30576, 31790,
              "Số hồ sơ có kết quả trước hạn hoặc đúng hạn trong kỳ, chia cho số hồ sơ đã giải quyết trong kỳ và tính được "
              "hạn. So ngày có kết quả với ngày hẹn trả ban đầu, không so với ngày hẹn lại."),
        share("thanks_to_pause", "đúng hạn nhờ tạm dừng", 985, 30576, "Số hồ sơ đúng hạn chỉ vì đã trừ thời gian tạm dừng."),
        share("closed_without_result", "kết thúc bằng từ chối, rút hồ sơ hoặc dừng giải quyết", 445, 31790,
              "Số hồ sơ kết thúc trong kỳ bằng từ chối, công dân rút hoặc dừng giải quyết, chia cho số đã giải quyết."),
        share("reopened", "mở lại sau khi đã trả kết quả", 64, 31790, "Số hồ sơ có việc sau khi trả kết quả."),
        share("pending_late", "đang giải quyết và đã quá hạn", 310, 4120, "Trên tổng số hồ sơ đang giải quyết."),
    )  # fmt: skip


def _form_table(key: str, title: str, label: str, rows: list[tuple[Cell, ...]], note: str = "") -> Table:
    columns = (Column("name", label, T), *(Column(*c) for c in FORM))
    numbers = [[r[k] or 0 for r in rows if not str(r[0]).startswith(" ")] for k in range(1, 12)]
    sums = [sum(int(n) for n in column) for column in numbers]  # type: ignore[arg-type]
    total = ("Tổng số", *sums, (sums[4] + sums[5]) / max(sum(sums[4:7]), 1))
    return Table(key, title, columns, tuple(rows), total, note)


def _form(name: str, base: int, late: int) -> tuple[Cell, ...]:
    early, on_time, pending, pending_late = base // 2, base // 3, base // 8, late // 3
    resolved = early + on_time + late
    received = resolved + pending + pending_late
    return (name, received, received - base // 20, base // 20, resolved, early, on_time, late, pending + pending_late,
            pending, pending_late, late % 3, (early + on_time) / resolved)  # fmt: skip


def _units() -> Table:
    rows = [
        _form(UNITS[0], 19040, 905),
        *(_form(f"  {u}", 9000 + 40 * k, 400 + 70 * k) for k, u in enumerate(UNITS[1:3])),
    ]
    rows += [_form(u, 2400 + 311 * k, 12 * k + 4) for k, u in enumerate(UNITS[3:])]
    return _form_table("units", "Theo đơn vị", "Đơn vị", rows)


def _months() -> Table:
    rows = [_form(f"{m:02}/2024", 7000 + 900 * m, 90 + 130 * m) for m in range(1, 5)]
    rows = [_form(f"{m:02}/2023", 5600 + 300 * m, 70 + 20 * m) for m in range(9, 13)] + rows
    return _form_table("months", "Theo tháng", "Tháng", rows, "Hồ sơ đã xong tính vào tháng có kết quả.")


def _unit_month() -> Table:
    columns = (Column("unit", "Đơn vị", T), Column("month", "Tháng", Measure.DATE), Column("n", "Đã giải quyết", C),
               Column("late", "Quá hạn", C))  # fmt: skip
    months = [date(2023, m, 1) for m in range(9, 13)] + [date(2024, m, 1) for m in range(1, 5)]
    rows: list[tuple[Cell, ...]] = [
        (u, m, 900 - 120 * i + 10 * j, (13 * (i * i) + 29 * j) % 160)
        for i, u in enumerate(UNITS)
        for j, m in enumerate(months)
    ]
    rows[-1] = (UNITS[-1], months[-1], 3, 1)
    return Table("unit_month", "Đơn vị × tháng", columns, tuple(rows))


def _persons() -> Table:
    columns = (Column("unit", "Đơn vị", T), Column("person", "Người thực hiện", T), Column("events", "Số việc", C),
               Column("held", "Thời gian giữ (ngày làm việc)", W), Column("last", "Việc gần nhất", Measure.MOMENT))  # fmt: skip
    names = ("Đặng Thị Ánh Nguyệt", "Nguyễn Hữu Phước", "Trần Ỷ Lan", "Lê Thị Hoa", "Quách Văn Đức")
    rows: list[tuple[Cell, ...]] = [
        (UNITS[k % len(UNITS)], f"{n} {k}", 120 + k, 340.25 + k, datetime(2024, 4, 24, 15, 30, tzinfo=ZONE))
        for k, n in enumerate(names * 6)
    ]
    note = "Xếp theo đơn vị và họ tên, không xếp hạng. Số liệu là câu hỏi gửi đơn vị, không phải kết luận về cá nhân."
    return Table("persons", "Theo người thực hiện", columns, tuple(rows), note=note)


def _causes() -> Table:
    columns = (Column("unit", "Đơn vị", T), Column("step", "Bước", T), Column("ground", "Vì", T),
               Column("minutes", "Phút làm việc", C), Column("days", "Ngày làm việc", W), Column("share", "Tỷ trọng", S))  # fmt: skip
    parts = (
        (UNITS[2], "Thẩm định hồ sơ và trích lục bản đồ địa chính", "quá thời hạn của bước", 904_000),
        (UNITS[1], "Chuyển thông tin đến cơ quan thuế", "cơ quan khác đang giữ", 402_000),
        (UNITS[0], "Trình ký", "giữ tiếp sau khi đã hết hạn", 310_500),
        (UNITS[3], "Thẩm định hồ sơ", "chưa xong, đang giữ", 201_000),
        (UNITS[1], "Yêu cầu bổ sung lần 2", "bước thêm, lặp hoặc sai thứ tự", 182_500),
    )
    whole = sum(p[3] for p in parts)
    rows = tuple((*p, round(p[3] / 480, 2), p[3] / whole) for p in parts)
    total = ("Tổng số", "", "", whole, round(whole / 480, 2), 1.0)
    return Table("causes", "Thời gian trễ nằm ở đâu", columns, rows, total, "Cộng lại đúng bằng tổng thời gian trễ.")


def a_map() -> ProcessMap:
    """A process of eight steps with a branch, a loop, a repeated step and steps that it does not foresee."""
    steps = (
        ("Tiếp nhận hồ sơ", "1", "Công chức một cửa", 32000, 0, 0, 0),
        ("Thẩm định hồ sơ và trích lục bản đồ địa chính", "2", "Viên chức thẩm định", 31800, 640, 904_000, 1),
        ("Yêu cầu bổ sung hồ sơ", "3a", "Viên chức thẩm định", 4100, 310, 0, 2),
        ("Chuyển thông tin đến cơ quan thuế", "3b", "Viên chức thẩm định", 27700, 12, 402_000, 2),
        ("Xác nhận nghĩa vụ tài chính", "4", "Chi cục Thuế", 27650, 0, 120_000, 3),
        ("Trình ký giấy chứng nhận", "5", "Phó Giám đốc Chi nhánh", 31500, 70, 310_500, 4),
        ("Vào sổ địa chính, cập nhật cơ sở dữ liệu", "6", "Viên chức lưu trữ", 31480, 0, 0, 5),
        ("Trả kết quả", "7", "Công chức một cửa", 31400, 0, 0, 6),
        ("Xin ý kiến Ủy ban nhân dân xã ngoài quy trình", "", "", 210, 210, 60_000, 2),
    )
    edges = (
        (-1, 0, 32000, True), (0, 1, 31600, True), (1, 2, 4100, True), (1, 3, 27600, True), (2, 1, 4000, True),
        (3, 4, 27500, True), (4, 5, 27300, True), (5, 6, 31300, True), (6, 7, 31300, True), (7, -1, 31400, True),
        (1, 5, 3800, True), (0, 5, 180, False), (5, 1, 420, False), (1, 8, 210, False), (8, 3, 190, False),
        (5, 5, 95, False), (6, 4, 31, False), (4, -1, 12, False),
    )  # fmt: skip
    return ProcessMap(
        "Đăng ký biến động quyền sử dụng đất do chuyển nhượng", "DDK-01", "2",
        "QĐ 12/QĐ-UBND ngày 05/01/2024, người ký Nguyễn Trọng Đông", 31790, 29400,
        tuple(MapNode(*s) for s in steps), tuple(MapEdge(*e) for e in edges),
    )  # fmt: skip


def a_tangled_map(size: int = 30) -> ProcessMap:
    """A process of thirty steps in ten layers with many unforeseen successions."""
    nodes = tuple(
        MapNode(f"Bước xử lý nghiệp vụ số {k + 1} về rà soát điều kiện cấp giấy phép môi trường", str(k + 1), "Chuyên viên",
                900 - 9 * k, k % 4, 4800 * (k % 5), k // 3)
        for k in range(size)
    )  # fmt: skip
    forward = [(k, k + 3, 300 + 7 * k, True) for k in range(size - 3)] + [(-1, k, 300, True) for k in range(3)]
    ends = [(k, -1, 250, True) for k in range(size - 3, size)]
    odd = [((7 * k) % size, (11 * k + 3) % size, 5 + k, False) for k in range(40)]
    edges = {(a, b): (a, b, n, f) for a, b, n, f in [*odd, *forward, *ends]}
    return ProcessMap(
        "Cấp giấy phép môi trường", "MT-26", "1", "chưa ghi quyết định phê duyệt", 900, 411, nodes,
        tuple(MapEdge(*e) for e in edges.values()),
    )  # fmt: skip


def _signals() -> tuple[SignalTold, ...]:
    return (
        SignalTold("R05", "Yêu cầu bổ sung muộn", "major", 310, 342,
                   "Yêu cầu bổ sung một lần, trong 2 ngày làm việc kể từ khi tiếp nhận", "NĐ 61/2018 điều 17 khoản 2",
                   "Hồ sơ phải xin ý kiến cơ quan khác trước khi biết thiếu gì.", "5 ngày làm việc", True, "",
                   ("H26.15-240402-0117", "H26.15-240215-0001")),
        SignalTold("R02", "Trả kết quả vào đúng ngày hẹn hàng loạt", "note", 0, 0, "Ghi nhận đúng thời điểm", "NĐ 61/2018",
                   "", "", True, "", ()),
        SignalTold("R11", "Bước do người không có thẩm quyền thực hiện", "serious", 0, 0, "Đúng thẩm quyền", "", "", "",
                   False, "nhật ký không có bảng chức danh", ()),
    )  # fmt: skip


def a_case(**changes: Any) -> CaseTold:
    """One late case with a supplement, a tax leg and two questions."""
    at = [
        datetime(2024, 4, d, h, m, tzinfo=ZONE)
        for d, h, m in ((2, 8, 5), (3, 14, 0), (10, 9, 20), (15, 10, 0), (24, 16, 45))
    ]
    told = CaseTold(
        "H26.15-240402-0117", "1.002255 Đăng ký biến động quyền sử dụng đất", UNITS[2], "late", "Quá hạn 2 ngày làm việc",
        at[0], date(2024, 4, 22), at[-1],
        ("Tiếp nhận lúc 08:05 ngày 02/04/2024; ngày tiếp nhận không tính (BLDS điều 147).",
         "Thời hạn 10 ngày làm việc (chưa kiểm chứng).", "18/04/2024 nghỉ Giỗ Tổ Hùng Vương.", "Hẹn trả 22/04/2024."),
        (SplitPart("Trung tâm Phục vụ hành chính công", "office", 240, 0), SplitPart(UNITS[2], "office", 2880, 960),
         SplitPart("Chi cục Thuế huyện Ứng Hòa", "other_agency", 2160, 0), SplitPart("Người nộp hồ sơ", "applicant", 960, 0)),
        (EventTold(at[0], "Tiếp nhận hồ sơ", "Lê Thị Hoa", UNITS[5], "", 120),
         EventTold(at[1], "Thẩm định hồ sơ", "Nguyễn Hữu Phước", UNITS[2], "", 131),
         EventTold(at[2], "Yêu cầu bổ sung hồ sơ", "Nguyễn Hữu Phước", UNITS[2], "lặp bước", 177),
         EventTold(at[3], "Trình ký giấy chứng nhận", "Quách Văn Đức", UNITS[2], "sai chức danh", 210),
         EventTold(at[4], "Trả kết quả", "Lê Thị Hoa", UNITS[5], "", 305)),
        ("Bước “Vào sổ địa chính” không có trong nhật ký (QĐ 12/QĐ-UBND, mục 6).", "“Yêu cầu bổ sung hồ sơ” làm 2 lần."),
        (("R05", "Hồ sơ H26.15-240402-0117 được yêu cầu bổ sung sau 6 ngày làm việc – vì sao?"),
         ("R03", "Vì sao hồ sơ được trả sau hẹn mà chưa có thư xin lỗi?")),
        "lâu nhất",
    )  # fmt: skip
    return replace(told, **changes)
