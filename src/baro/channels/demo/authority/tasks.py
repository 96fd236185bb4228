"""Directives and assigned tasks in the demo: a cascade from a party document down to the divisions of the land office, a
conclusion of the council's delegation, and tasks told by working days gone by. All of it is made up; numbers of documents
begin with "Mẫu", and who is late or weak here is nobody real."""

from collections.abc import Iterator
from dataclasses import dataclass

from baro.channels.demo.authority.organisation import CHECKS, DESK, DIVISIONS, OFFICE, REGISTRY
from baro.channels.demo.authority.staff import person_id
from baro.rules.observed.directives import Source
from baro.rules.observed.tasks import Quality, TaskKind
from baro.rules.prescribed.places.city import BRANCHES, COMMITTEE, LAND_OFFICE, SUCCESSOR

_HOME, *_OTHERS = (body for body, _ in BRANCHES)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoDirective:
    """A document signed so many working days ago; `noted`: who took note, so many days after."""

    id: str
    body: str
    source: Source
    number: str
    issuer: str
    subject: str
    days_ago: int
    implements: str = ""
    addressees: tuple[str, ...]
    noted: tuple[tuple[str, int], ...]
    within: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoStep:
    """Something told of a task so many working days ago, by its lead or ("giao") by who gave it; `due` so many days ago."""

    kind: TaskKind
    days_ago: int
    document: str = ""
    due: int | None = None
    holder: str = ""
    quality: Quality | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTask:
    """A task given so many working days ago, due so many days ago (below 0: to come; None: no day), and what was told of it."""

    id: str
    directive: str
    assigner: str
    lead: str
    source: Source
    content: str
    product: str
    days_ago: int
    due: int | None
    arose: int | None = None
    helpers: tuple[str, ...] = ()
    parent: str = ""
    steps: tuple[DemoStep, ...] = ()


_PARTY, _CITY, _DEPARTMENT, _OFFICE, _COUNCIL, _BRIEFED, _PROGRAMME = (f"demo-vb-{k}" for k in range(1, 8))
DIRECTIVES = (
    DemoDirective(
        id=_PARTY, body=COMMITTEE, source=Source.PARTY, number="Mẫu 24/CT-TU", issuer="Thành ủy (văn bản mẫu)", days_ago=180,
        subject="Tăng cường kỷ cương, kỷ luật, trách nhiệm trong giải quyết công việc", addressees=(COMMITTEE, SUCCESSOR),
        noted=((COMMITTEE, 1), (SUCCESSOR, 3)), within=10,
    ),
    DemoDirective(
        id=_CITY, body=COMMITTEE, source=Source.DIRECTIVE, number="Mẫu 171/KH-UBND", issuer="UBND Thành phố (văn bản mẫu)",
        days_ago=165, implements=_PARTY, subject="Kế hoạch triển khai chỉ đạo về kỷ cương, kỷ luật hành chính",
        addressees=(SUCCESSOR, LAND_OFFICE), noted=((SUCCESSOR, 2), (LAND_OFFICE, 4)), within=10,
    ),
    DemoDirective(
        id=_DEPARTMENT, body=SUCCESSOR, source=Source.DIRECTIVE, number="Mẫu 802/KH-SNNMT", issuer="Giám đốc Sở (văn bản mẫu)",
        days_ago=150, implements=_CITY, subject="Kế hoạch của Sở: rà soát quy trình nội bộ, số hóa kết quả, kiểm tra công vụ",
        addressees=(OFFICE, CHECKS, *DIVISIONS, LAND_OFFICE),
        noted=((OFFICE, 1), (CHECKS, 1), (DIVISIONS[0], 2), (DIVISIONS[1], 6), (LAND_OFFICE, 3)), within=10,
    ),
    DemoDirective(
        id=_OFFICE, body=LAND_OFFICE, source=Source.DIRECTIVE, number="Mẫu 55/TB-VPĐKĐĐ",
        issuer="Giám đốc Văn phòng Đăng ký đất đai (văn bản mẫu)", days_ago=140, implements=_DEPARTMENT,
        subject="Phân công các phòng, chi nhánh thực hiện kế hoạch của Sở", addressees=(REGISTRY, DESK, _HOME, *_OTHERS),
        noted=((REGISTRY, 1), (DESK, 1), (_HOME, 2), (_OTHERS[0], 9)), within=5,
    ),
    DemoDirective(
        id=_COUNCIL, body=SUCCESSOR, source=Source.COUNCIL, number="Mẫu 12/KL-ĐGS",
        issuer="Đoàn giám sát số 2 của HĐND Thành phố (văn bản mẫu)", days_ago=90,
        subject="Kết luận buổi làm việc: hồ sơ đất đai quá hạn, kết quả chưa số hóa, báo cáo điền tay",
        addressees=(LAND_OFFICE, CHECKS), noted=((LAND_OFFICE, 2), (CHECKS, 2)), within=5,
    ),
    DemoDirective(
        id=_BRIEFED, body=LAND_OFFICE, source=Source.BRIEFING, number="Mẫu 31/TB-VPĐKĐĐ",
        issuer="Giám đốc Văn phòng Đăng ký đất đai (văn bản mẫu)", days_ago=12,
        subject="Kết luận giao ban tuần: xử lý hồ sơ quá hạn", addressees=(REGISTRY, DESK, _HOME),
        noted=((REGISTRY, 0), (_HOME, 1)), within=3,
    ),
    DemoDirective(
        id=_PROGRAMME, body=SUCCESSOR, source=Source.PROGRAMME, number="Mẫu 01/CTr-SNNMT", issuer="Giám đốc Sở (văn bản mẫu)",
        days_ago=15, subject="Chương trình công tác năm, chủ đề “Kỷ cương, trách nhiệm, hành động” (mẫu)",
        addressees=(LAND_OFFICE, OFFICE), noted=((LAND_OFFICE, 1), (OFFICE, 1)), within=5,
    ),
)  # fmt: skip


def _step(kind: TaskKind, days_ago: int, **more: object) -> DemoStep:
    return DemoStep(kind=kind, days_ago=days_ago, **more)  # type: ignore[arg-type]


_K, _MET, _WEAK = TaskKind, Quality.MET, Quality.WEAK
_LATE_WORDS = "Chưa nêu nguyên nhân của từng hồ sơ quá hạn."


def tasks() -> Iterator[DemoTask]:
    """Give the tasks, those of which others are parts first."""
    yield from _from_the_plan()
    yield from _from_the_council()
    yield from _from_briefings()
    yield from _unresolved()


def _from_the_plan() -> Iterator[DemoTask]:
    yield DemoTask(
        id="demo-nv-1", directive=_CITY, assigner=COMMITTEE, lead=SUCCESSOR, source=Source.DIRECTIVE, days_ago=164, due=60,
        content="Rà soát toàn bộ quy trình nội bộ đã phê duyệt, bãi bỏ quy trình không còn dùng", product="Quyết định công bố lại",
        helpers=(LAND_OFFICE,),
        steps=(
            _step(_K.ACCEPTED, 160), _step(_K.ASKED, 66, due=20, words="Nhiều quy trình phải lấy ý kiến các chi nhánh."),
            _step(_K.EXTENDED, 62, due=20, document="Mẫu 90/UBND-VP", words="Khối lượng rà soát lớn."), _step(_K.SUBMITTED, 24, document="Mẫu 900/TTr-SNNMT"),
            _step(_K.APPROVED, 20, quality=_MET),
        ),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-2", directive=_DEPARTMENT, assigner=SUCCESSOR, lead=LAND_OFFICE, source=Source.DIRECTIVE, days_ago=149, due=25,
        content="Số hóa kết quả giải quyết thủ tục đất đai còn tồn", product="Báo cáo số kết quả đã số hóa theo chi nhánh", helpers=(OFFICE,),
        steps=(_step(_K.ACCEPTED, 146), _step(_K.SUBMITTED, 26), _step(_K.RETURNED, 23, words="Mới có số tổng, chưa tách theo chi nhánh.")),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-3", directive=_OFFICE, assigner=LAND_OFFICE, lead=_HOME, source=Source.DIRECTIVE, days_ago=138, due=30, parent="demo-nv-2",
        content="Số hóa kết quả tồn của Chi nhánh", product="Danh sách kết quả đã số hóa",
        steps=(
            _step(_K.ACCEPTED, 137), _step(_K.HANDED, 136, holder=person_id(1)), _step(_K.SUBMITTED, 22), _step(_K.APPROVED, 20, quality=_WEAK),
        ),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-4", directive=_OFFICE, assigner=LAND_OFFICE, lead=_OTHERS[0], source=Source.DIRECTIVE, days_ago=138, due=30, parent="demo-nv-2",
        content="Số hóa kết quả tồn của Chi nhánh", product="Danh sách kết quả đã số hóa", steps=(_step(_K.ACCEPTED, 130),),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-5", directive=_DEPARTMENT, assigner=SUCCESSOR, lead=CHECKS, source=Source.DIRECTIVE, days_ago=149, due=70,
        content="Kiểm tra công vụ tại các phòng, chi nhánh, có kiểm tra đột xuất", product="Kết luận kiểm tra",
        steps=(_step(_K.ACCEPTED, 148), _step(_K.SUBMITTED, 71), _step(_K.APPROVED, 69, quality=_MET)),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-6", directive=_DEPARTMENT, assigner=SUCCESSOR, lead=DIVISIONS[2], source=Source.DIRECTIVE, days_ago=149, due=40,
        content="Xây dựng biểu mẫu thống kê dùng chung thay báo cáo điền tay", product="Bộ biểu mẫu",
        steps=(_step(_K.DECLINED, 145, words="Việc thuộc chức năng Văn phòng Sở."),),
    )  # fmt: skip


def _from_the_council() -> Iterator[DemoTask]:
    yield DemoTask(
        id="demo-nv-7", directive=_COUNCIL, assigner=SUCCESSOR, lead=LAND_OFFICE, source=Source.COUNCIL, days_ago=88, due=45,
        content="Báo cáo nguyên nhân hồ sơ đất đai quá hạn, trách nhiệm của từng đơn vị và biện pháp khắc phục",
        product="Báo cáo gửi Đoàn giám sát",
        steps=(
            _step(_K.ACCEPTED, 87), _step(_K.HANDED, 86, holder=person_id(2)), _step(_K.SUBMITTED, 50), _step(_K.RETURNED, 47, words=_LATE_WORDS),
            _step(_K.SUBMITTED, 38), _step(_K.APPROVED, 36, quality=_WEAK),
        ),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-8", directive=_COUNCIL, assigner=SUCCESSOR, lead=CHECKS, source=Source.COUNCIL, days_ago=88, due=-2,
        content="Theo dõi việc thực hiện từng kiến nghị của Đoàn giám sát", product="Bảng theo dõi hằng tháng",
        helpers=(LAND_OFFICE, OFFICE), steps=(_step(_K.ACCEPTED, 86),),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-9", directive=_COUNCIL, assigner=SUCCESSOR, lead=OFFICE, source=Source.COUNCIL, days_ago=85, due=None,
        content="Nghiên cứu ứng dụng công nghệ để tổng hợp, đánh giá, theo dõi công việc", product="Đề xuất", steps=(),
    )  # fmt: skip


def _from_briefings() -> Iterator[DemoTask]:
    yield DemoTask(
        id="demo-nv-10", directive=_BRIEFED, assigner=LAND_OFFICE, lead=REGISTRY, source=Source.BRIEFING, days_ago=12, due=5,
        content="Giải quyết dứt điểm hồ sơ quá hạn trên 20 ngày", product="Danh sách đã giải quyết",
        steps=(_step(_K.ACCEPTED, 12), _step(_K.HANDED, 11, holder=person_id(2)), _step(_K.SUBMITTED, 3)),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-11", directive=_BRIEFED, assigner=LAND_OFFICE, lead=_HOME, source=Source.BRIEFING, days_ago=12, due=-3,
        content="Gửi thư xin lỗi, hẹn lại ngày trả cho mọi hồ sơ quá hạn", product="Danh sách thư đã gửi",
        steps=(
            _step(_K.ACCEPTED, 11), _step(_K.HANDED, 11, holder=person_id(1)), _step(_K.ASKED, 1, due=-8, words="Còn chờ số liệu của Bộ phận Một cửa."),
        ),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-12", directive=_BRIEFED, assigner=LAND_OFFICE, lead=DESK, source=Source.BRIEFING, days_ago=12, due=8,
        content="Niêm yết lại thời hạn giải quyết theo quyết định mới", product="Biên bản niêm yết", steps=(),
    )  # fmt: skip


def _unresolved() -> Iterator[DemoTask]:
    yield DemoTask(
        id="demo-nv-13", directive=_PARTY, assigner=COMMITTEE, lead=SUCCESSOR, source=Source.PARTY, days_ago=178, due=120, arose=2600,
        content="Giải quyết dứt điểm vụ việc tồn đọng về cấp Giấy chứng nhận tại một khu tập thể (mẫu)", product="Báo cáo kết thúc vụ việc",
        steps=(
            _step(_K.ACCEPTED, 175), _step(_K.NOTED, 130, words="Chờ ý kiến về nguồn gốc đất."),
            _step(_K.EXTENDED, 110, due=50, words="Chưa thống nhất nguồn gốc đất."), _step(_K.EXTENDED, 40, due=-20, words="Chờ kết quả đo đạc lại."),
            _step(_K.NOTED, 9, words="Đã đo xong hai trong ba khối nhà."),
        ),
    )  # fmt: skip
    yield DemoTask(
        id="demo-nv-14", directive=_COUNCIL, assigner=SUCCESSOR, lead=LAND_OFFICE, source=Source.COUNCIL, days_ago=86, due=-30, arose=1500,
        content="Giải quyết vụ việc tồn đọng về đính chính Giấy chứng nhận sai tên (mẫu)", product="Giấy chứng nhận đã đính chính",
        steps=(_step(_K.ACCEPTED, 85),),
    )  # fmt: skip
