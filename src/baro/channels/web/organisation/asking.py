"""Who asks on these pages, for whom they act, and on which day they look."""

from datetime import date

from django.http import HttpRequest

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.wording.periods import read_day
from baro.desk.permission import Asker
from baro.desk.seeing_people import may_over, may_record_person, person_decision

__all__ = ["asks", "by_of", "chosen_day", "may_over", "may_record_person", "now", "person_decision", "read_day"]


def chosen_day(request: HttpRequest, who: Asker) -> tuple[date, str]:
    """The day in the address, today without one; and a sentence where what is written is no day."""
    written = request.GET.get("ngay", "").strip()
    if not written:
        return who.on, ""
    day = read_day(written)
    if day is None:
        return who.on, f"“{written}” không có trong lịch; đang xem ngày hôm nay. Xin ghi dạng 25/04/2024."
    return day, ""
