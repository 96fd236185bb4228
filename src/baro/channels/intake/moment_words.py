"""A moment as an official reads it, where the file's own writing of it is no longer at hand."""

from baro.rules.observed.log import moment
from baro.rules.prescribed.zones import VIETNAM, local_time


def moment_words(ms: int) -> str:
    """Tell milliseconds since 1970 (UTC) in Vietnam's time, as dd/mm/yyyy hh:mm:ss; "" for no moment."""
    at = moment(ms)
    return "" if at is None else f"{local_time(at, VIETNAM):%d/%m/%Y %H:%M:%S} (giờ Việt Nam)"
