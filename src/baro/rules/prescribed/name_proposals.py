"""Which body or person a name that a source writes may well mean: the same letters, then the same without marks, then with
the usual abbreviations written out. A proposal is never more than that: somebody confirms it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from baro.rules.prescribed.folding import fold, fold_words, tidy


class Likeness(StrEnum):
    """How a name is like another."""

    EXACT = "exact"
    FOLDED = "folded"
    ABBREVIATED = "abbreviated"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who may be meant, and why."""

    target: str
    likeness: Likeness


_LONG: Mapping[str, str] = {
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "vpdkdd": "van phong dang ky dat dai",
    "vpdk": "van phong dang ky", "cn": "chi nhanh", "p": "phong", "bp": "bo phan", "bpmc": "bo phan mot cua",
    "ttpvhcc": "trung tam phuc vu hanh chinh cong", "tt": "trung tam", "vp": "van phong", "tp": "thanh pho",
    "h": "huyen", "x": "xa", "q": "quan", "ph": "phuong", "tnmt": "tai nguyen va moi truong",
    "nnmt": "nong nghiep va moi truong", "nnptnt": "nong nghiep va phat trien nong thon",
    "khdt": "ke hoach va dau tu", "ldtbxh": "lao dong thuong binh va xa hoi", "gddt": "giao duc va dao tao",
    "gtvt": "giao thong van tai", "vhtt": "van hoa va the thao", "khcn": "khoa hoc va cong nghe",
    "qlda": "quan ly du an", "gcn": "giay chung nhan", "tn": "tai nguyen", "mt": "moi truong",
    "nn": "nong nghiep", "ptnt": "phat trien nong thon", "kh": "ke hoach", "dt": "dau tu", "hn": "ha noi",
}  # fmt: skip
_JOINED = ("va",)


def written_out(name: str) -> str:
    """Write a name with its usual abbreviations in full, folded; "and" is left out: it is written in many ways.

    >>> written_out("CN VPĐKĐĐ H. Thạch Thất") == written_out("Chi nhánh Văn phòng Đăng ký đất đai huyện Thạch Thất")
    True
    """
    words = fold_words(name.replace("&", " ")).split()
    long = " ".join(_LONG.get(word, word) for word in words).split()
    return " ".join(word for word in long if word not in _JOINED)


class Proposals:
    """Names of those who may be meant, by every way of likeness, once for many names."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._ways: tuple[dict[str, set[str]], ...] = ({}, {}, {})
        self._next: Proposals | None = None
        for target, name in named:
            for known, key in zip(self._ways, _keys(name), strict=True):
                known.setdefault(key, set()).add(target)

    def of(self, name: str) -> Proposal | None:
        """Give the only one whom a name is like in the nearest way; None where it is like none, or like several."""
        for known, key, likeness in zip(self._ways, _keys(name), Likeness, strict=True):
            found = known.get(key, set()) if key else set()
            if found:
                return Proposal(next(iter(found)), likeness) if len(found) == 1 else None
        return self._next.of(name) if self._next else None

    def before(self, others: "Proposals") -> "Proposals":
        """Ask others only for a name that is like none of these."""
        self._next = others
        return self


def _keys(name: str) -> tuple[str, str, str]:
    return tidy(name), fold(name), written_out(name)
