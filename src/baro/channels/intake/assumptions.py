"""Say in Vietnamese what was assumed about a log, so that a person can object."""

from collections.abc import Sequence

from baro.channels.intake.collecting import Collected
from baro.channels.intake.column_names import TITLES, Role
from baro.channels.intake.mapping import Mapping
from baro.rules.prescribed.folding import fold_words

_SHOWN = 20


def assumptions_of(
    collected: Collected,
    mapping: Mapping,
    header: Sequence[str],
    activities: Sequence[str],
    left_out_by_lifecycle: int,
) -> tuple[str, ...]:
    """Give the sentences, most important first."""
    said = [_columns(collected.columns, mapping), *_moments(collected, mapping)]
    if left_out_by_lifecycle:
        said.append(
            f"Mỗi bước chỉ lấy lúc hoàn thành (complete); {_n(left_out_by_lifecycle)} dòng ghi trạng thái khác "
            "(bắt đầu, giao việc, …) không được tính là sự kiện."
        )
    unused = [name for name in header if name.strip() and name not in collected.columns.values()]
    if unused:
        said.append(f"Các cột không dùng đến: {_list(unused)}.")
    labels = set(map(fold_words, activities))
    unknown = [label for label in mapping.kinds if fold_words(label) not in labels]
    if unknown:
        said.append(f"Tệp ánh xạ nêu những nhãn không có trong nhật ký: {_list(unknown)}.")
    return tuple(sentence for sentence in said if sentence)


def _columns(columns: dict[Role, str], mapping: Mapping) -> str:
    guessed = [f"“{name}” là {TITLES[role]}" for role, name in columns.items() if role not in mapping.columns]
    return f"Theo tên cột, hiểu rằng: {'; '.join(guessed)}." if guessed else ""


def _moments(collected: Collected, mapping: Mapping) -> list[str]:
    said = []
    if collected.naive and not mapping.is_zone_said:
        said.append("Thời điểm không ghi múi giờ được hiểu theo giờ Việt Nam (UTC+7).")
    if collected.has_year_last and not mapping.is_order_said:
        said.append("Ngày viết dạng 05/01/2024 được hiểu là ngày trước, tháng sau (ngày 5 tháng 1).")
    if collected.days:
        said.append(
            f"{_n(collected.days)} sự kiện chỉ ghi ngày, không ghi giờ: coi là 0 giờ ngày đó, thứ tự trong ngày theo "
            "thứ tự trong tệp."
        )
    if collected.due_days:
        said.append("Hạn chỉ ghi ngày được hiểu là đến hết ngày đó.")
    return said


def _list(names: Sequence[str]) -> str:
    return ", ".join(f"“{name[:60]}”" for name in names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")


def _n(count: int) -> str:
    return f"{count:,}".replace(",", ".")
