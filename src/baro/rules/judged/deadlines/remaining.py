"""How many working days are left to a last day, or over it: a count for lists; the clock itself counts minutes."""

from datetime import date, timedelta

from baro.rules.prescribed.calendars import Calendar, shifts_of

FAR = timedelta(days=366)


def working_days_left(today: date, last: date, calendar: Calendar) -> int | None:
    """Count the working days behind `today` up to the last day, that day included: 0 on the day itself, below 0 behind it
    (the working days that have passed since). None beyond a year either way: nobody counts those."""
    if abs(last - today) > FAR:
        return None
    first, end, sign = (today, last, 1) if last >= today else (last, today, -1)
    days = (first + timedelta(days=k) for k in range(1, (end - first).days + 1))
    return sign * sum(1 for day in days if shifts_of(calendar, day))


def working_day_ahead(today: date, days: int, calendar: Calendar) -> date:
    """Give the working day that lies so many working days behind `today`; a year ahead if there are not so many."""
    left = days
    for k in range(1, FAR.days + 1):
        left -= bool(shifts_of(calendar, today + timedelta(days=k)))
        if left == 0:
            return today + timedelta(days=k)
    return today + FAR
