"""Refusal code -> Vietnamese sentence; the only place where a code becomes words."""

from baro.channels.wording import (
    access,
    account,
    api,
    briefings,
    calendar,
    catalogue,
    clock,
    database,
    demo,
    exports,
    home,
    imports,
    intake,
    joint,
    ledger,
    notices,
    organisation,
    processes,
    recording,
    reviews,
    saved_views,
    shell,
    signals,
    source_names,
    supervision,
    targets,
    tasks,
    webhooks,
)
from baro.rules.prescribed.refusals import Refused

SENTENCES: dict[str, str] = {
    **api.SENTENCES,
    **access.SENTENCES,
    **account.SENTENCES,
    **briefings.SENTENCES,
    **calendar.SENTENCES,
    **catalogue.SENTENCES,
    **clock.SENTENCES,
    **demo.SENTENCES,
    **database.SENTENCES,
    **exports.SENTENCES,
    **home.SENTENCES,
    **imports.SENTENCES,
    **intake.SENTENCES,
    **joint.SENTENCES,
    **ledger.SENTENCES,
    **notices.SENTENCES,
    **organisation.SENTENCES,
    **processes.SENTENCES,
    **recording.SENTENCES,
    **reviews.SENTENCES,
    **saved_views.SENTENCES,
    **shell.SENTENCES,
    **signals.SENTENCES,
    **source_names.SENTENCES,
    **supervision.SENTENCES,
    **targets.SENTENCES,
    **tasks.SENTENCES,
    **webhooks.SENTENCES,
}


def sentence(refusal: Refused) -> str:
    """Say a refusal in one Vietnamese sentence."""
    return SENTENCES[refusal.code].format(**refusal.facts)
