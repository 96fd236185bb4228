"""Refusal code -> Vietnamese sentence; the only place where a code becomes words."""

from baro.channels.wording import calendar, clock, exports, intake, processes, shell
from baro.rules.prescribed.refusals import Refused

SENTENCES: dict[str, str] = {
    **calendar.SENTENCES,
    **clock.SENTENCES,
    **exports.SENTENCES,
    **intake.SENTENCES,
    **processes.SENTENCES,
    **shell.SENTENCES,
}


def sentence(refusal: Refused) -> str:
    """Say a refusal in one Vietnamese sentence."""
    return SENTENCES[refusal.code].format(**refusal.facts)
