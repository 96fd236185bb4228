"""A question about a red flag as the API tells it."""

from dataclasses import asdict
from typing import Any

from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.seeing import subjects_of
from baro.desk.signal_questions import READ
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.judged.signals.told import rule_told
from baro.rules.observed.signal_questions import SignalQuestion
from baro.rules.prescribed.policy.masking import masked, plain

_RULES = {signal.code: rule_told(signal) for signal in SIGNALS}


def question_told(who: Asker, found: SignalQuestion) -> dict[str, Any]:
    """A question as the asker may see it."""
    seen = permission.decide(who, READ, subjects_of(who, {found.dossier: found.body}, READ)[found.dossier])
    code = f"R{found.signal:02}"
    return plain(masked(seen, "signal_question", asdict(found))) | {
        "signal": code, "rule": _RULES.get(code, ""), "verdict": found.verdict or "", "stage": found.stage.value,
        "is_overdue": found.is_overdue(who.on),
    }  # fmt: skip
