"""Instruments that no longer hold, and bodies that are no more: what a published procedure should not rest on or name.

Only what was read or is told by a source is here; the list is far from whole, and says so on the page.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Ended:
    """What ended: the number of an instrument or the name of a body, its first day without force, by what, and whether that
    was read in the text."""

    what: str
    since: date
    by: str
    verified: bool


REPEALED = (
    Ended("61/2018/NĐ-CP", date(2025, 7, 1), "Nghị định 118/2025/NĐ-CP", verified=False),
    Ended("107/2021/NĐ-CP", date(2025, 7, 1), "Nghị định 118/2025/NĐ-CP", verified=False),
    Ended("42/2022/NĐ-CP", date(2026, 7, 1), "Điều 90 Nghị định 224/2026/NĐ-CP", verified=True),
)
DISSOLVED = (
    Ended("cấp huyện", date(2025, 7, 1), "Luật 72/2025/QH15", verified=False),
    Ended(
        "Bộ Tài nguyên và Môi trường", date(2025, 3, 1), "hợp nhất thành Bộ Nông nghiệp và Môi trường", verified=False
    ),
    Ended(
        "Bộ Nông nghiệp và Phát triển nông thôn",
        date(2025, 3, 1),
        "hợp nhất thành Bộ Nông nghiệp và Môi trường",
        verified=False,
    ),
    Ended(
        "Sở Tài nguyên và Môi trường", date(2025, 3, 1), "hợp nhất thành Sở Nông nghiệp và Môi trường", verified=False
    ),
)
