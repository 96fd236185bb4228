"""The sentences of the written report, as they stand: every one carries its figures, none blames a person."""

from collections.abc import Sequence
from datetime import date

import pytest

from baro.rules.counted.indicators.registry import INDICATORS
from baro.rules.counted.reports.counted import Counted
from baro.rules.counted.reports.grounds import Grounds
from baro.rules.counted.reports.sections import Sections, sections_of
from baro.rules.counted.tallies import LateGround
from baro.rules.counted.told import SignalTold
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.quality import Doubt
from baro.rules.prescribed.processes import Approval, ApprovedProcess, Net
from rules.counted.counting import YEAR, Dossier, counted_of, tallies_of

NO_NET = Net((), (), (), ())
DECIDED = ApprovedProcess(
    "QT-01", "Cấp đổi", NO_NET, approval=Approval("12/QĐ-UBND", date(2024, 1, 5), "Nguyễn Văn Mẫu")
)
UNDECIDED = ApprovedProcess("QT-02", "Xóa ghi nợ", NO_NET)


def signal(code: str, cases: int, *, checked: bool = True) -> SignalTold:
    return SignalTold(
        code, f"Tên {code}", "minor", cases, cases, "", "khoản 9 Điều 19", "", "", checked,
        "" if checked else "Nhật ký không có: số văn bản", (),
    )  # fmt: skip


def written(counted: Counted, signals: Sequence[SignalTold] = (), doubts: dict[Doubt, int] | None = None) -> Sections:
    figures = tuple(i.over(counted.cases) for i in INDICATORS)
    return sections_of(Grounds(counted, YEAR, figures, signals, doubts or {}))


def a_bad_quarter() -> Sections:
    """Eight dossiers, three of them late, with deviations, one red flag, one that was not checked, and doubtful data."""
    dossiers = [
        Dossier(TimeClass.EARLY, digitised=True),
        Dossier(TimeClass.ON_TIME, received=date(2023, 12, 29)),
        Dossier(TimeClass.ON_TIME, cost=2, told_cost=2),
        Dossier(TimeClass.LATE),
        Dossier(TimeClass.LATE),
        Dossier(TimeClass.PENDING_LATE),
        Dossier(TimeClass.PENDING_ON_TIME),
        Dossier(TimeClass.NOT_COMPUTABLE, process=-1, cost=-1, told_cost=-1),
    ]
    late = {
        (1, 1, LateGround.OVER_STEP_LIMIT): 1_440,
        (0, 2, LateGround.AFTER_DUE): 240,
        (0, -1, LateGround.STILL_HELD): 720,
    }
    deviations = {(0, 1, DeviationKind.SKIPPED): 1, (0, 2, DeviationKind.WRONG_ROLE): 2}
    counted = counted_of(dossiers, tallies_of(late, deviations, processes=2), processes=(DECIDED, UNDECIDED))
    signals = [signal("R01", 3), signal("R05", 0), signal("R11", 0, checked=False)]
    return written(counted, signals, {Doubt.DUPLICATE: 2, Doubt.BAD_CELL: 1})


SECTIONS = {
    "lead": """
2 hồ sơ giải quyết quá hạn, 1 hồ sơ đang giải quyết đã quá hạn; 60,0 % (3/5) hồ sơ đã giải quyết trước và đúng hạn; 60,0 % thời gian trễ nằm ở bước “Thẩm định”; 1 hồ sơ chưa tính được hạn.
""",
    "results": """
Trong kỳ phải giải quyết 8 hồ sơ: tiếp nhận trong kỳ 7, kỳ trước chuyển sang 1.
Đã giải quyết 5 hồ sơ: trước hạn 1, đúng hạn 2, quá hạn 2. Đang giải quyết 3 hồ sơ: trong hạn 1, đã quá hạn 1, chưa tính được hạn 1.
Đối chiếu với 2 quy trình, trong đó 1 quy trình chưa ghi quyết định phê duyệt: tỷ lệ hồ sơ đi đúng trình tự là 85,7 % (6/7).
Tỷ lệ kết quả đã số hóa là 20,0 % (1/5).
""",
    "shortcomings": """
Giải quyết quá hạn 2 hồ sơ, đang giải quyết và đã quá hạn 1 hồ sơ; tổng thời gian trễ 5,0 ngày làm việc.
So với quy trình: bỏ bước 1 lần, sai chức danh 2 lần.
Có 1 loại dấu hiệu cần đơn vị giải trình (là câu hỏi, chưa phải kết luận): R01 Tên R01, 3 hồ sơ.
Chưa kiểm tra được 1 loại dấu hiệu vì nhật ký thiếu dữ liệu: R11.
Chưa tính được hạn của 1 hồ sơ vì thiếu quy định thời hạn hoặc thiếu dữ liệu.
Dữ liệu có 3 chỗ đáng ngờ hoặc không đọc được (xem phần chất lượng dữ liệu).
""",
    "causes": """
Bước “Thẩm định” gánh 3,0 ngày làm việc trễ, 60,0 % (1.440/2.400) tổng số phút trễ.
Đoạn chưa xong, sau bước cuối cùng ghi nhận gánh 1,5 ngày làm việc trễ, 30,0 % (720/2.400) tổng số phút trễ.
Bước “Trả kết quả” gánh 0,5 ngày làm việc trễ, 10,0 % (240/2.400) tổng số phút trễ.
Chia theo lý do (phút trễ): quá thời hạn của bước 60,0 % (1.440/2.400); chưa xong, đang giữ 30,0 % (720/2.400); giữ tiếp sau khi đã hết hạn 10,0 % (240/2.400).
""",
    "proposals": """
Các đơn vị giải quyết dứt điểm 1 hồ sơ đang quá hạn, xin lỗi và hẹn lại bằng văn bản theo quy định (khoản 9 Điều 19 Nghị định 61/2018/NĐ-CP).
Rà soát bố trí người và thời hạn ở bước “Thẩm định”, nơi gánh nhiều thời gian trễ nhất.
Đơn vị có hồ sơ không theo quy trình giải trình từng trường hợp; nếu quy trình không còn phù hợp thì đề nghị sửa đổi, phê duyệt lại.
Các đơn vị trả lời những câu hỏi nêu ở bảng dấu hiệu, kèm tài liệu, trước kỳ giám sát sau.
Số hóa và ký số 4 kết quả chưa có sự kiện số hóa trong dữ liệu.
Quy định và ghi rõ thời hạn để tính được hạn của 1 hồ sơ còn thiếu.
Ghi số, ngày, người ký quyết định phê duyệt của 1 quy trình còn thiếu.
Đơn vị quản lý phần mềm sửa nguồn dữ liệu ở những chỗ đã liệt kê để kỳ sau đối chiếu được đầy đủ.
""",
}


@pytest.mark.parametrize("section", SECTIONS)
def test_the_section_reads_so(section):
    told = getattr(a_bad_quarter(), section)
    assert ([told] if section == "lead" else list(told)) == SECTIONS[section].strip().splitlines()


@pytest.mark.parametrize(
    ("dossiers", "lead"),
    [
        ([Dossier()] * 3, "Không có hồ sơ nào quá hạn: 3 hồ sơ đã giải quyết trước và đúng hạn."),
        (
            [Dossier(TimeClass.PENDING_ON_TIME)] * 1200,
            "Không có hồ sơ nào quá hạn: 1.200 hồ sơ đang giải quyết còn trong hạn.",
        ),
        (
            [Dossier(TimeClass.LATE), Dossier()],
            (
                "1 hồ sơ giải quyết quá hạn, không hồ sơ nào đang giải quyết bị quá hạn; 1/2 hồ sơ đã giải quyết trước và "
                "đúng hạn."
            ),
        ),
        (
            [Dossier(TimeClass.PENDING_LATE)],
            "Không hồ sơ nào giải quyết xong bị quá hạn, 1 hồ sơ đang giải quyết đã quá hạn.",
        ),
        (
            [Dossier(TimeClass.NOT_COMPUTABLE)],
            (
                "Đã giải quyết 0 trong 1 hồ sơ; chưa tính được hạn của hồ sơ nào vì quy trình và nhật ký không cho biết thời "
                "hạn, nên chưa nói được hồ sơ nào đúng hạn, hồ sơ nào quá hạn."
            ),
        ),
        ([Dossier(TimeClass.NOT_COUNTED)], "Trong kỳ không có hồ sơ nào phải giải quyết."),
    ],
)
def test_the_lead_answers_what_is_late(dossiers, lead):
    assert written(counted_of(dossiers)).lead == lead


def test_where_nothing_is_wrong_it_is_said():
    sections = written(counted_of([Dossier(digitised=True)] * 6, processes=(DECIDED,)), [signal("R05", 0)])
    assert sections.shortcomings == ("Không phát hiện tồn tại nào trong phạm vi dữ liệu đã kiểm tra.",)
    assert sections.causes == ("Không có thời gian trễ trong phạm vi dữ liệu đã kiểm tra.",)
    assert sections.proposals == ("Tiếp tục theo dõi; chưa có đề xuất phát sinh từ dữ liệu kỳ này.",)


def test_of_many_red_flags_the_sentence_names_those_that_concern_most_dossiers():
    signals = [signal(f"R0{k}", cases=k % 4 + 1) for k in range(1, 8)]
    told = written(counted_of([Dossier()]), signals).shortcomings
    assert told == (
        (
            "Có 7 loại dấu hiệu cần đơn vị giải trình (là câu hỏi, chưa phải kết luận); nhiều nhất: R03 Tên R03, 4 hồ sơ; "
            "R07 Tên R07, 4 hồ sơ; R02 Tên R02, 3 hồ sơ; R06 Tên R06, 3 hồ sơ; R01 Tên R01, 2 hồ sơ."
        ),
    )
