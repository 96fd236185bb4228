"""The columns that a list of dossiers may show: how each is called in the address and on the page, and what it tells."""

from dataclasses import dataclass

from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.fields import class_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its word in the address, its title, the fields of a dossier that it tells. `is_usual`: shown where nobody
    chose; `is_filed`: in a file too."""

    word: str
    title: str
    fields: tuple[str, ...]
    is_usual: bool = False
    is_filed: bool = False
    is_number: bool = False


def _usual(word: str, title: str, *fields: str, is_number: bool = False) -> Column:
    return Column(word=word, title=title, fields=fields, is_usual=True, is_filed=True, is_number=is_number)


COLUMNS: tuple[Column, ...] = (
    _usual("tinh-trang", "Tình trạng", "time_class", "late_days", "is_suspended"),
    _usual("hen-tra", "Hẹn trả", "due_on"),
    _usual("tiep-nhan", "Tiếp nhận", "received_at"),
    Column(word="ket-thuc", title="Kết thúc", fields=("ended_at",), is_filed=True),
    Column(word="ngay-tre", title="Số ngày trễ", fields=("late_days",), is_number=True),
    _usual("dang-giu", "Đang giữ", "holder_kind", "holder_unit"),
    Column(word="nguoi-giu", title="Người đang giữ", fields=("holder_person",)),
    Column(word="don-vi-giu", title="Đơn vị đang giữ", fields=("holder_unit",)),
    _usual("don-vi", "Đơn vị", "unit"),
    _usual("thu-tuc", "Thủ tục", "procedure"),
    _usual("sai-lech", "Sai lệch", "deviation_count", is_number=True),
    _usual("dau-hieu", "Dấu hiệu", "signals"),
    Column(word="mau-thuan", title="Mâu thuẫn dữ liệu", fields=("conflict_count",), is_number=True),
    Column(word="nguon", title="Nguồn dữ liệu", fields=("source",)),
    Column(word="tinh-den", title="Tính đến", fields=("as_of",)),
)
"""Beside the code, which stands in every list, in the order in which they are shown."""
_BY_WORD = {column.word: column for column in COLUMNS}


def chosen_words(told: str) -> tuple[str, ...]:
    """Read which columns an address asks for, words between points; a word that means nothing is left out."""
    asked = set(told.split("."))
    return tuple(word for word in _BY_WORD if word in asked)


def offered(sees: FieldClass) -> tuple[Column, ...]:
    """The columns of which somebody may see the fields, who sees dossiers up to a class."""
    return tuple(c for c in COLUMNS if all(class_of("dossier", name) <= sees for name in c.fields))


def listed(words: tuple[str, ...], sees: FieldClass) -> tuple[Column, ...]:
    """The columns that a page shows: those that are chosen, or the usual ones."""
    return _of(words, tuple(c for c in offered(sees) if c.is_usual), sees)


def filed(words: tuple[str, ...], sees: FieldClass) -> tuple[Column, ...]:
    """The columns of a file: those that are chosen, or the usual ones with the day on which a dossier ended."""
    return _of(words, tuple(c for c in offered(sees) if c.is_filed), sees)


def _of(words: tuple[str, ...], usual: tuple[Column, ...], sees: FieldClass) -> tuple[Column, ...]:
    return tuple(c for c in offered(sees) if c.word in words) or usual
