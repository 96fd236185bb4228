"""What a version of a procedure publishes otherwise than the one before it: which part changed, from what to what."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from baro.rules.prescribed.procedures import Channel, ChannelTerms, Procedure


class Part(StrEnum):
    """A part of a procedure as published."""

    NAME = "name"
    FIELD = "field"
    LEVELS = "levels"
    DECISION = "decision"
    CHANNEL_GONE = "channel_gone"
    CHANNEL_NEW = "channel_new"
    LIMIT = "limit"
    FEE = "fee"
    MORE = "more"
    STEPS = "steps"
    AGENCIES = "agencies"
    BASES = "bases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change; `channel` where it is of one, "" for a `before` or `after` that is none."""

    part: Part
    channel: Channel | None = None
    before: str = ""
    after: str = ""


def changes(before: Procedure, after: Procedure) -> tuple[Change, ...]:
    """Give the changes, in the order of `Part` within the whole and then by channel; none if nothing changed."""
    whole = (
        Change(part=part, before=_told(before, part), after=_told(after, part))
        for part in (Part.NAME, Part.FIELD, Part.LEVELS, Part.DECISION, Part.STEPS, Part.AGENCIES, Part.BASES)
        if _told(before, part) != _told(after, part)
    )
    return (*whole, *_of_channels(_by_channel(before), _by_channel(after)))


def _of_channels(before: dict[Channel, ChannelTerms], after: dict[Channel, ChannelTerms]) -> Iterator[Change]:
    for channel in Channel:
        old, new = before.get(channel), after.get(channel)
        if old is not None and new is None:
            yield Change(part=Part.CHANNEL_GONE, channel=channel, before=old.written)
        elif old is None and new is not None:
            yield Change(part=Part.CHANNEL_NEW, channel=channel, after=new.written)
        elif old is not None and new is not None:
            for part, was, now in (
                (Part.LIMIT, old.written, new.written),
                (Part.FEE, old.fee, new.fee),
                (Part.MORE, old.more, new.more),
            ):
                if was != now:
                    yield Change(part=part, channel=channel, before=was, after=now)


def _by_channel(told: Procedure) -> dict[Channel, ChannelTerms]:
    return {one.channel: one for one in told.channels}


def _told(procedure: Procedure, part: Part) -> str:
    value = getattr(procedure, part.value)
    return value if isinstance(value, str) else ", ".join(value)
