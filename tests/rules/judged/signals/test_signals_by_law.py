"""Each red flag in the words of the law: one dossier that gives cause to ask, and one that does not.

Received on Tuesday 02/04/2024 with 10 working days, a dossier is due on Tuesday 16/04/2024; 18/04 is a holiday.
"""

from datetime import timedelta

import pytest

from baro.rules.judged.signals.judge import raise_all, raise_whole
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.judged.signals.tabled import case_table
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_DOCUMENT, HAS_FILE, HAS_REASON
from rules.judged.signals.dossiers import (
    COLUMNS,
    HAS_COMPONENT,
    SIGNED_FILE,
    WITH_SLIP,
    at,
    dossier,
    happened,
    judged,
    received,
    released,
)

WHOLE = -1  # in place of an event


def asked(moment, flags=WITH_SLIP):
    return happened(Kind.SUPPLEMENT_REQUESTED, moment, flags)


def supplied(moment, flags=HAS_COMPONENT):
    return happened(Kind.SUPPLEMENT_RECEIVED, moment, flags)


def one(*events, as_of="28/06 17:00", competent=None, present=COLUMNS, **case):
    return judged(dossier(*events, **case), as_of=as_of, competent=competent, present=present)


def withdrawn(moment, flags=0):
    return dossier(received(), happened(Kind.WITHDRAWN, moment, flags, actor="Lan"))


def numbered(sequence, day=19_815):
    return dossier(received(), code_prefix="H26", code_day=day, code_sequence=sequence)


def refused_then(moment, procedure="1.01"):
    first = dossier(received(), happened(Kind.REFUSED, "10/04 09:00", WITH_SLIP), applicant=7, procedure="1.01")
    return judged(first, dossier(received(moment), applicant=7, procedure=procedure))


def closed_by(*moments, actor="Lan"):
    return [dossier(received(), released(moment, actor=actor)) for moment in moments]


NINE = [f"10/04 15:0{k % 5}" for k in range(9)]
SECOND = at("10/04 09:00") + timedelta(seconds=7)

# code, what happened, the judged log, where it must rise: (event of the only case or WHOLE, amount)
ONE_CASE = [
    ("R01", "xong sau hạn 2 ngày làm việc, không xin lỗi", one(received(), released("19/04")), [(WHOLE, 2)]),
    ("R01", "đang quá hạn, không xin lỗi", one(received(), as_of="17/04 17:00"), [(WHOLE, 1)]),
    ("R01", "quá hạn nhưng đã hẹn lại", one(received(), happened(Kind.EXTENDED, "12/04"), released("19/04")), []),
    ("R01", "quá hạn nhưng đã xin lỗi", one(received(), happened(Kind.APOLOGISED, "12/04"), released("19/04")), []),
    ("R01", "đúng hạn", one(received(), released("16/04 17:00")), []),
    ("R02", "xin lỗi đúng ngày hết hạn", one(received(), happened(Kind.APOLOGISED, "16/04")), [(1, 1)]),
    ("R02", "xin lỗi 01 ngày trước hạn", one(received(), happened(Kind.APOLOGISED, "15/04 17:00")), []),
    ("R03", "hẹn lại hai lần", one(received(), happened(Kind.EXTENDED, "10/04"), happened(Kind.EXTENDED, "12/04")), [(2, 2)]),
    ("R03", "hẹn lại một lần", one(received(), happened(Kind.EXTENDED, "10/04")), []),
    ("R04", "bổ sung hai lần sau tiếp nhận", one(received(), asked("03/04"), supplied("04/04"), asked("05/04")), [(3, 2)]),
    ("R04", "một lần trước, một lần sau tiếp nhận", one(asked("01/04"), received(), asked("03/04")), []),
    ("R05", "yêu cầu bổ sung ngày làm việc thứ 4", one(received(), asked("08/04")), [(1, 4)]),
    ("R05", "yêu cầu bổ sung ngày làm việc thứ 3", one(received(), asked("05/04 17:00")), []),
    ("R05", "lần sau tính từ khi nhận bổ sung", one(received(), asked("03/04"), supplied("12/04"), asked("17/04")), []),
    ("R06", "tạm dừng khi còn 1 ngày", one(received(), happened(Kind.PAUSED, "15/04", WITH_SLIP)), [(1, 1)]),
    ("R06", "tạm dừng khi còn 2 ngày", one(received(), happened(Kind.PAUSED, "12/04", WITH_SLIP)), []),
    ("R06", "tạm dừng sau khi đã quá hạn", one(received(), happened(Kind.PAUSED, "17/04", WITH_SLIP)), []),
    ("R06", "thời hạn 5 ngày, còn 1 ngày", one(received(), happened(Kind.PAUSED, "08/04", WITH_SLIP), days=5), [(1, 1)]),
    ("R06", "thời hạn 3 ngày thì không xét", one(received(), happened(Kind.PAUSED, "04/04", WITH_SLIP), days=3), []),
    ("R07", "yêu cầu bổ sung không lý do", one(received(), asked("03/04", HAS_DOCUMENT)), [(1, 0)]),
    ("R07", "yêu cầu bổ sung không số phiếu", one(received(), asked("03/04", HAS_REASON)), [(1, 0)]),
    ("R07", "có phiếu và lý do", one(received(), asked("03/04")), []),
    ("R07", "nhật ký không ghi lý do", one(received(), asked("03/04", HAS_DOCUMENT), present=COLUMNS - {"reason"}), []),
    (
        "R07",
        "tạm dừng 11 ngày, thời hạn 10 ngày",
        one(received(), happened(Kind.PAUSED, "03/04", WITH_SLIP), happened(Kind.RESUMED, "19/04")),
        [(1, 11)],
    ),
    (
        "R07",
        "tạm dừng 10 ngày, thời hạn 10 ngày",
        one(received(), happened(Kind.PAUSED, "03/04", WITH_SLIP), happened(Kind.RESUMED, "17/04")),
        [],
    ),
    ("R08", "tính lại hạn, không nộp thêm gì", one(received(), asked("03/04"), supplied("04/04", 0)), [(2, 0)]),
    ("R08", "tính lại hạn, có nộp thêm", one(received(), asked("03/04"), supplied("04/04")), []),
    ("R09", "trả trước khi có kết quả", one(received(), happened(Kind.RETURNED, "10/04 09:00"), released("10/04 10:30")), [(1, 90)]),
    ("R09", "có kết quả rồi trả", one(received(), released("10/04 08:30"), happened(Kind.RETURNED, "10/04 09:00")), []),
    ("R10", "ghi sau 2 ngày làm việc", one(received(), released("10/04", recorded_at="12/04")), [(1, 2)]),
    ("R10", "thứ Sáu có kết quả, thứ Hai ghi", one(received(), released("05/04 17:00", recorded_at="08/04 08:00")), []),
    ("R10", "mã hồ sơ sau ngày nhận 1 ngày", one(received(), code_prefix="H26", code_day=19_816, code_sequence=1), [(WHOLE, 1)]),
    ("R10", "mã hồ sơ đúng ngày nhận", one(received(), code_prefix="H26", code_day=19_815, code_sequence=1), []),
    ("R11", "người ký không có thẩm quyền", one(received(), released("10/04"), competent=(True, False)), [(1, 0)]),
    ("R11", "mọi người đúng thẩm quyền", one(received(), released("10/04"), competent=(True, True)), []),
    ("R13", "có kết quả rồi mở lại", one(received(), released("10/04"), happened(Kind.REOPENED, "11/04")), [(2, 1)]),
    ("R13", "trả rồi lại lấy ý kiến", one(received(), happened(Kind.RETURNED, "10/04"), happened(Kind.CONSULTED, "11/04")), [(2, 1)]),
    ("R13", "số hóa và trả sau kết quả", one(received(), released("10/04"), happened(Kind.DIGITISED, "10/04"), happened(Kind.RETURNED, "11/04")), []),
    ("R15", "có kết quả nhưng không tệp", one(received(), released("10/04", HAS_DOCUMENT)), [(1, 0)]),
    ("R15", "có kết quả nhưng không số", one(received(), released("10/04", HAS_FILE)), [(1, 0)]),
    ("R15", "đủ tệp và số", one(received(), released("10/04")), []),
    ("R16", "4 ngày chưa ký số", one(received(), released("10/04", HAS_DOCUMENT | HAS_FILE), as_of="16/04 17:00"), [(1, 4)]),
    ("R16", "mới 3 ngày", one(received(), released("10/04", HAS_DOCUMENT | HAS_FILE), as_of="15/04 17:00"), []),
    ("R16", "đã số hóa, ký số", one(received(), released("10/04", 0), happened(Kind.DIGITISED, "17/04", SIGNED_FILE)), []),
    ("R17", "từ chối sau hạn 1 ngày", one(received(), happened(Kind.REFUSED, "17/04", WITH_SLIP)), [(1, 1)]),
    ("R17", "từ chối trong hạn, không lý do", one(received(), happened(Kind.REFUSED, "16/04", HAS_DOCUMENT)), [(1, 0)]),
    ("R17", "từ chối trong hạn, có phiếu", one(received(), happened(Kind.REFUSED, "16/04 17:00", WITH_SLIP)), []),
    ("R18", "nhận 14:59, sáng sau mới chuyển", one(received("02/04 14:59"), happened(Kind.TRANSFERRED, "03/04 08:10")), [(1, 10)]),
    ("R18", "nhận 15:00, đầu giờ sáng sau chuyển", one(received("02/04 15:00"), happened(Kind.TRANSFERRED, "03/04 08:10")), []),
    ("R18", "nhận 15:00, chiều sau mới chuyển", one(received("02/04 15:00"), happened(Kind.TRANSFERRED, "03/04 13:40")), [(1, 10)]),
    ("R18", "nhận thứ Sáu 16:00, sáng thứ Hai chuyển", one(received("05/04 16:00"), happened(Kind.TRANSFERRED, "08/04 09:00")), []),
    ("R19", "6 ngày không thao tác", one(received(), as_of="10/04 17:00"), [(0, 6)]),
    ("R19", "5 ngày không thao tác", one(received(), as_of="09/04 17:00"), []),
    ("R19", "đang chờ người nộp bổ sung", one(received(), asked("03/04"), as_of="16/04 17:00"), []),
    ("R20", "trả lời chậm 1 ngày làm việc", one(received(), happened(Kind.CONSULTED, "02/04"), happened(Kind.ANSWERED, "10/04")), [(1, 1)]),
    ("R20", "trả lời đúng hạn", one(received(), happened(Kind.CONSULTED, "02/04"), happened(Kind.ANSWERED, "09/04")), []),
    ("R20", "chưa trả lời", one(received(), happened(Kind.CONSULTED, "02/04"), as_of="10/04 17:00"), [(1, 1)]),
    ("R23", "chuyển hồ sơ làm đổi hạn", one(received(due="16/04"), happened(Kind.TRANSFERRED, "03/04", due="18/04")), [(1, 2)]),
    ("R23", "gia hạn có văn bản", one(received(due="16/04"), happened(Kind.EXTENDED, "12/04", HAS_DOCUMENT, due="19/04")), []),
    ("R23", "gia hạn không văn bản", one(received(due="16/04"), happened(Kind.EXTENDED, "12/04", due="19/04")), [(1, 3)]),
    ("R23", "bước giữa không ghi hạn", one(received(due="16/04"), happened(Kind.TRANSFERRED, "03/04"), happened(Kind.ASSIGNED, "04/04", due="16/04")), []),
    ("R24", "hẹn 17/04, tính ra 16/04", one(received(), recorded_due=at("17/04")), [(WHOLE, 1)]),
    ("R24", "hẹn đúng 16/04", one(received(), recorded_due=at("16/04")), []),
    ("R26", "ba bước trong một giây", one(*(happened(k, SECOND) for k in (Kind.RECEIVED, Kind.APPROVED, Kind.RELEASED))), [(WHOLE, 3)]),
    ("R26", "nhật ký chỉ có ngày", one(*(happened(k, "10/04 00:00") for k in (Kind.RECEIVED, Kind.APPROVED, Kind.RELEASED))), []),
    ("R26", "bước cuối một giây sau", one(received(SECOND), happened(Kind.APPROVED, SECOND), released(SECOND + timedelta(seconds=1))), []),
    (
        "R29",
        "nộp bổ sung 3 ngày vẫn tạm dừng",
        one(received(), happened(Kind.PAUSED, "03/04", WITH_SLIP), supplied("04/04"), happened(Kind.RESUMED, "09/04")),
        [(2, 3)],
    ),
    (
        "R29",
        "nộp bổ sung, hôm sau xử lý tiếp",
        one(received(), happened(Kind.PAUSED, "03/04", WITH_SLIP), supplied("04/04"), happened(Kind.RESUMED, "05/04")),
        [],
    ),
    ("R34", "thủ tục trong ngày, hôm sau mới xong", one(received(), released("03/04"), days=0), [(WHOLE, 1)]),
    ("R34", "thủ tục trong ngày, xong trong ngày", one(received(), released("02/04 16:00"), days=0), []),
]  # fmt: skip

# code, what happened, the judged log, where it must rise: (case, amount)
CASES = [
    ("R14", "10 hồ sơ một người kết thúc trong 5 phút", judged(*closed_by(*NINE, "10/04 15:05")), [(i, 10) for i in range(10)]),
    ("R14", "9 hồ sơ trong 5 phút", judged(*closed_by(*NINE, "10/04 15:06")), []),
    ("R14", "10 hồ sơ của hai người", judged(*closed_by(*NINE), *closed_by("10/04 15:05", actor="Huệ")), []),
    ("R14", "nhật ký chỉ có ngày", judged(*closed_by(*["10/04 00:00"] * 10)), []),
    ("R27", "ba hồ sơ ghi rút sát hạn, không đơn", judged(*map(withdrawn, ("15/04", "15/04", "16/04"))), [(0, 3), (1, 3), (2, 3)]),
    ("R27", "một trong ba có đơn", judged(withdrawn("15/04"), withdrawn("15/04"), withdrawn("16/04", HAS_DOCUMENT)), []),
    ("R27", "rút sớm", judged(*map(withdrawn, ("03/04", "04/04", "05/04"))), []),
    ("R28", "từ chối rồi 12 ngày sau nhận lại", refused_then("22/04 09:00"), [(1, 12)]),
    ("R28", "nhận lại thủ tục khác", refused_then("22/04 09:00", "1.02"), []),
    ("R28", "nhận lại sau hơn 30 ngày", refused_then("13/05 09:00"), []),
    ("R31", "thiếu số 3", judged(numbered(1), numbered(2), numbered(4)), [(2, 1)]),
    ("R31", "số liền nhau", judged(numbered(1), numbered(2), numbered(3)), []),
    ("R31", "hai ngày khác nhau", judged(numbered(1), numbered(4, day=19_816)), []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "said", "facts", "where"), ONE_CASE, ids=[f"{c}: {s}" for c, s, *_ in ONE_CASE])
def test_a_dossier_gives_cause_to_ask_or_not(code, said, facts, where):
    found = raise_all(facts)[code]
    assert list(zip(found.event.tolist(), found.amount.tolist(), strict=True)) == where
    assert found.case.tolist() == [0] * len(where)


@pytest.mark.parametrize(("code", "said", "facts", "where"), CASES, ids=[f"{c}: {s}" for c, s, *_ in CASES])
def test_dossiers_together_give_cause_to_ask_or_not(code, said, facts, where):
    found = raise_whole(case_table(facts))[code]
    assert list(zip(found.case.tolist(), found.amount.tolist(), strict=True)) == where


def test_every_signal_has_an_example_that_rises_and_one_that_does_not():
    told = [(code, bool(where)) for code, _, _, where in (*ONE_CASE, *CASES)]
    assert {(s.code, rises) for s in SIGNALS for rises in (True, False)} == set(told)


def test_what_happened_after_the_as_of_moment_is_not_looked_at():
    facts = one(received(), asked("08/04", 0), as_of="05/04 17:00")
    assert not len(raise_all(facts)["R05"].case)
    assert not len(raise_all(facts)["R07"].case)


def test_parameters_may_be_set_otherwise():
    facts = one(received(), asked("08/04"))
    assert not len(raise_all(facts, {"R05": {"max_days": 4}})["R05"].case)
