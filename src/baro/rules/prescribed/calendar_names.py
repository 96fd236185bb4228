"""The calendars that ship, by name. An authority's own calendars are data, made elsewhere from rows of the same shape."""

from baro.rules.prescribed.calendars import Calendar, Hours
from baro.rules.prescribed.law.vietnam_calendar import ANNOUNCED, vietnam_rows
from baro.rules.prescribed.refusals import Refused

CALENDAR_NAMES = ("vn", "vn-receiving", "weekdays", "continuous")

_OFFICE = Hours(source="giờ hành chính mặc định, chưa có văn bản")
_SATURDAY_MORNING = Hours(
    shifts=((480, 720),),
    weekdays=frozenset({5}),
    source="nhận hồ sơ sáng thứ Bảy theo mặc định, chưa có văn bản",
)
_ALWAYS = Hours(shifts=((0, 1440),), weekdays=frozenset(range(7)), source="24 giờ mỗi ngày", verified=True)


def calendar_named(name: str) -> Calendar:
    """Give a shipped calendar.

    "vn": state bodies, Monday to Friday 08:00-12:00 and 13:30-17:30, public holidays and swapped days; "vn-receiving":
    the same with Saturday mornings, when some one-stop desks receive (both hours are unverified defaults);
    "weekdays": Monday to Friday, no holidays; "continuous": every minute. Raises `Refused` for any other name.
    """
    match name:
        case "vn":
            return Calendar(name, vietnam_rows(), (_OFFICE,), ANNOUNCED)
        case "vn-receiving":
            return Calendar(name, vietnam_rows(), (_OFFICE, _SATURDAY_MORNING), ANNOUNCED)
        case "weekdays":
            return Calendar(name, {}, (_OFFICE,))
        case "continuous":
            return Calendar(name, {}, (_ALWAYS,))
    raise Refused("calendar.unknown", name=name, known=", ".join(CALENDAR_NAMES))
