"""How the kinds of work are called, and the word in an address that asks for one."""

from collections.abc import Mapping

from baro.rules.observed.recorded_steps import Requester
from baro.rules.prescribed.work_kinds import WorkKind

WORD = "loai"
WORDS = {WorkKind.PROCEDURE: "", WorkKind.INTERNAL: "noi-bo"}
NAMES = {WorkKind.PROCEDURE: "Thủ tục hành chính", WorkKind.INTERNAL: "Công việc nội bộ"}
REQUESTERS = {
    Requester.ORGANISATION.value: "Tổ chức",
    Requester.CITIZEN.value: "Công dân",
    Requester.BUSINESS.value: "Doanh nghiệp",
    Requester.INTERNAL.value: "Nội bộ cơ quan",
}
_KINDS = {word: kind for kind, word in WORDS.items()}


def work_of(told: Mapping[str, str]) -> WorkKind:
    """Read which kind of work an address asks for; procedures where it names none."""
    return _KINDS.get(told.get(WORD, ""), WorkKind.PROCEDURE)
