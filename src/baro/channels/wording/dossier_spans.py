"""Which count of a week, of a period or of a moment a list of dossiers stands behind, as its address says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baro.channels.wording.periods import moment_told, periods_told, read_day
from baro.records.queries.dossier_effects import asked_received
from baro.records.queries.dossier_lists import Asked
from baro.records.queries.dossier_months import asked_in
from baro.records.queries.standing import asked_at
from baro.records.queries.weekly import asked_of
from baro.rules.counted.days import begin_of
from baro.rules.counted.periods import read_periods
from baro.rules.counted.weeks import read_week
from baro.rules.judged.notices import SOON

# the word in the address -> the count of a week whose dossiers are meant, and how it is called
OF_WEEK = {
    "tiep-nhan": ("received", "tiếp nhận trong tuần"),
    "xong": ("ended", "xong trong tuần"),
    "xong-tre": ("ended_late", "xong trong tuần, quá hạn"),
    "ton": ("pending", "chưa xong cuối tuần"),
    "ton-qua-han": ("pending_late", "chưa xong cuối tuần, đã quá hạn"),
    "sap-den-han": ("due_next", "chưa xong cuối tuần, đến hạn trong bảy ngày sau"),
}
# the same for a month, a quarter, a year
OF_PERIOD = {
    "tiep-nhan": ("received", "tiếp nhận trong"),
    "xong": ("ended", "xong trong"),
    "xong-dung": ("in_time", "xong trước và đúng hạn trong"),
    "xong-tre": ("late", "xong quá hạn trong"),
    "nho-tam-dung": ("by_pause", "xong đúng hạn nhờ tạm dừng, bổ sung trong"),
    "khong-ket-qua": ("without_result", "kết thúc bằng từ chối, rút hoặc dừng trong"),
    "co-ket-qua": ("with_result", "có kết quả trong"),
    "da-so-hoa": ("digitised", "có kết quả đã số hóa trong"),
    "chua-so-hoa": ("undigitised", "có kết quả chưa số hóa trong"),
    "ket-qua-ky-so": ("signed", "có bản kết quả ký số giữ tại đây, có kết quả trong"),
    "ket-qua-vao-kho": ("pushed", "có bản kết quả đã đưa vào kho dữ liệu, có kết quả trong"),
    "co-thanh-phan": ("components", "có ghi thành phần hồ sơ, tiếp nhận trong"),
    "thanh-phan-so-hoa": ("components_copied", "có thành phần đã số hóa, tiếp nhận trong"),
    "thanh-phan-chua-so-hoa": ("components_uncopied", "còn thành phần chưa số hóa, tiếp nhận trong"),
    "thanh-phan-dung-lai": ("components_reused", "có thành phần dùng lại bản đã có, tiếp nhận trong"),
    "mo-lai": ("reopened", "từng mở lại, xong trong"),
}
# the same for a moment
OF_MOMENT = {
    "ton": ("pending", "chưa xong"),
    "ton-qua-han": ("pending_late", "đã quá hạn, chưa xong"),
    "den-han": ("due_today", "đến hạn trong ngày, chưa xong"),
    "sap-den-han": ("due_soon", "đến hạn trong bảy ngày tới, chưa xong"),
}
NEAR, UNDIGITISED = "gan-han", "no-so-hoa"
_OF_MOMENT = OF_MOMENT | {
    NEAR: ("due_shortly", f"đến hạn trong {SOON} ngày làm việc tới, chưa xong"),
    UNDIGITISED: ("undigitised", "có kết quả chưa số hóa"),
}
# the same for the days of receipt, whole
OF_DAYS = {
    "tiep-nhan": ("received", "tiếp nhận"),
    "xong-dung": ("in_time", "xong trước và đúng hạn, tiếp nhận"),
    "xong-tre": ("late", "xong quá hạn, tiếp nhận"),
    "chua-xong": ("open", "chưa xong, tiếp nhận"),
}
WORDS = ("tuan", "ky", "luc", "nhan", "viec")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Meant:
    """The dossiers of a count: the words of the address that name it, what is asked for, and the count in words."""

    words: Mapping[str, str]
    asked: Asked
    told: str


NOTHING_MEANT = Meant({}, Asked(), "")


def meant(told: Mapping[str, str]) -> Meant:
    """Read which count is meant: of a period or of a week by its name, of days of receipt, or of a moment; nothing if the words name none."""
    at = read_moment(told.get("luc", ""))
    return _of_week(told) or _of_days(told) or _of_period(told, at) or _of_moment(told, at) or NOTHING_MEANT


def read_moment(text: str) -> datetime | None:
    """Read a moment as an address has it; None if there is no such moment."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo and _FIRST_YEAR <= at.year < _LAST_YEAR else None


def _of_week(told: Mapping[str, str]) -> Meant | None:
    week, what = read_week(told.get("tuan", "")), told.get("viec", "")
    if week is None or what not in OF_WEEK:
        return None
    name, words = OF_WEEK[what]
    sentence = f"{words} {week.number} ({week.monday:%d/%m/%Y} – {week.sunday:%d/%m/%Y})"
    return Meant({"tuan": week.written, "viec": what}, asked_of(week)[name], sentence)


def days_word(first: date, last: date) -> str:
    """The word that asks for dossiers received on a day or between two."""
    return f"{first.isoformat()}_{last.isoformat()}"


def _of_days(told: Mapping[str, str]) -> Meant | None:
    first, last = (read_day(part) for part in [*told.get("nhan", "").split("_"), ""][:2])
    what = told.get("viec", "")
    if first is None or last is None or last < first or what not in OF_DAYS:
        return None
    name, words = OF_DAYS[what]
    asked = asked_received((begin_of(first), begin_of(last + timedelta(days=1))))[name]
    sentence = f"{words} từ {first:%d/%m/%Y} đến hết {last:%d/%m/%Y}"
    return Meant({"nhan": days_word(first, last), "viec": what}, asked, sentence)


def _of_period(told: Mapping[str, str], at: datetime | None) -> Meant | None:
    period, what = read_periods(told.get("ky", "")), told.get("viec", "")
    if period is None or what not in OF_PERIOD:
        return None
    name, words = OF_PERIOD[what]
    if at is None or at >= period.ends:
        span, until, cut = (period.begins, period.ends), "", {}
    else:
        span, until, cut = (period.begins, at), f", tính đến {moment_told(at)}", {"luc": at.isoformat()}
    sentence = f"{words} {periods_told(period)}{until}"
    return Meant({"ky": period.written, "viec": what, **cut}, asked_in(span)[name], sentence)


def _of_moment(told: Mapping[str, str], at: datetime | None) -> Meant | None:
    what = told.get("viec", "")
    if at is None or what not in _OF_MOMENT:
        return None
    name, words = _OF_MOMENT[what]
    return Meant({"luc": at.isoformat(), "viec": what}, asked_at(at, Asked())[name], f"{words} {moment_told(at)}")
