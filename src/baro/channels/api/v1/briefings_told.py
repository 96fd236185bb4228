"""What weekly briefings concluded, and what was said of late dossiers, as the API tells it."""

from dataclasses import asdict
from datetime import date
from typing import Any

from baro.channels.wording.briefings import CAUSES
from baro.desk import permission
from baro.desk.briefings import READ
from baro.desk.permission import Asker
from baro.records.queries.dossier_lists import Line
from baro.rules.counted.days import local_day
from baro.rules.counted.weeks import Week
from baro.rules.observed.briefings import Conclusion, LatenessExplanation
from baro.rules.prescribed.policy.masking import masked, plain
from baro.rules.prescribed.policy.standing import Subject


def conclusion_told(who: Asker, one: Conclusion) -> dict[str, Any]:
    """What was concluded, and whether it was done."""
    seen = permission.decide(who, READ, Subject(unit=one.body))
    return plain(masked(seen, "briefing_conclusion", asdict(one))) | {
        "week": Week(one.monday).written,
        "is_late": one.is_late(who.on),
    }


def explanation_told(who: Asker, one: LatenessExplanation, line: Line | None) -> dict[str, Any]:
    """Why a dossier is late and what was promised; `line`: the dossier, None where the asker may not know of it."""
    seen = permission.decide(who, READ, Subject(id=one.dossier, unit=one.body))
    ended: date | None = local_day(line.ended_at) if line else None
    return plain(masked(seen, "lateness_explanation", asdict(one))) | {
        "cause_words": CAUSES[one.cause],
        "is_kept": one.is_kept(ended, who.on),
    }
