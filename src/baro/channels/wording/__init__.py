"""Refusal code -> Vietnamese sentence; the only place where a code becomes words."""

from baro.rules.prescribed.refusals import Refused

SENTENCES: dict[str, str] = {}


def sentence(refusal: Refused) -> str:
    """Say a refusal in one Vietnamese sentence."""
    return SENTENCES[refusal.code].format(**refusal.facts)
