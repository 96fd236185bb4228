"""The name of an agency in the head of a document, broken into lines where a reader would break it."""

from itertools import combinations, pairwise

LONGEST = 24  # capitals at 12 points that fit into the left column
MOST_LINES, MOST_WORDS = 4, 24  # a longer name is left to the word processor
_BEFORE = {"VÀ", "THÀNH", "TỈNH", "HUYỆN", "QUẬN", "THỊ", "XÃ", "PHƯỜNG"}  # good places to begin a line
# Words of two syllables that offices' names are made of; a line must not end within one.
_WORDS = frozenset(
    [
        "BẢO VỆ",
        "CHI CỤC",
        "CHI NHÁNH",
        "CÔNG THƯƠNG",
        "DÂN TỘC",
        "ĐẤT ĐAI",
        "ĐẦU TƯ",
        "ĐĂNG KÝ",
        "ĐỊA CHÍNH",
        "ĐÔ THỊ",
        "GIÁM SÁT",
        "GIÁO DỤC",
        "GIAO THÔNG",
        "HÀ NỘI",
        "HÀNH CHÍNH",
        "HỆ THỐNG",
        "HỘI ĐỒNG",
        "KẾ HOẠCH",
        "KHOA HỌC",
        "KIỂM TRA",
        "KINH TẾ",
        "LAO ĐỘNG",
        "MÔI TRƯỜNG",
        "NGHIỆP VỤ",
        "NHÂN DÂN",
        "NÔNG NGHIỆP",
        "NỘI VỤ",
        "NÔNG THÔN",
        "PHỤC VỤ",
        "QUẢN LÝ",
        "QUY HOẠCH",
        "SỬ DỤNG",
        "TÀI CHÍNH",
        "TÀI NGUYÊN",
        "THÀNH PHỐ",
        "THANH TRA",
        "THỊ TRẤN",
        "THỊ XÃ",
        "THƯƠNG BINH",
        "TRUNG TÂM",
        "TƯ PHÁP",
        "ỦY BAN",
        "VĂN HÓA",
        "VĂN PHÒNG",
        "XÂY DỰNG",
        "XÃ HỘI",
        "Y TẾ",
    ]
)


def agency_lines(agency: str) -> list[str]:
    """Break a long name into lines that fit, at the best places."""
    words = agency.upper().split()
    if not words:
        return [""]
    most = min(MOST_LINES, len(words)) if len(words) <= MOST_WORDS else 0
    broken = [
        _lines(words, places) for size in range(most) for places in combinations(range(1, len(words)), size)
    ]  # fmt: skip
    fitting = [lines for lines in broken if max(map(len, lines)) <= LONGEST]
    return min(fitting, key=_cost, default=[" ".join(words)])


def _lines(words: list[str], places: tuple[int, ...]) -> list[str]:
    ends = (0, *places, len(words))
    return [" ".join(words[a:b]) for a, b in pairwise(ends)]


def _cost(lines: list[str]) -> tuple[int, int, int, int]:
    """Never within a word, rather before "và" and the name of the place, then in few lines, as even as can be."""
    joints = [(before.split()[-1], after.split()[0]) for before, after in pairwise(lines)]
    within = sum(f"{a} {b}" in _WORDS for a, b in joints)
    unplaced = sum(b not in _BEFORE for _, b in joints)
    return within, unplaced, len(lines), max(map(len, lines)) - min(map(len, lines))
