"""Logs taken up run by run: the same counts as whole; by the year in which cases begin, in the zone of the calendar."""

from datetime import UTC, datetime

from baro.desk.log_source import LogInMemory
from baro.rules.judged.harmonising.observed import observed_log, observed_years
from baro.rules.observed.kinds import Kind
from rules.judged.deadlines.logs import Dossier, Happened, log_of


def dossier(first: datetime, *kinds: Kind) -> Dossier:
    """A case whose events are an hour apart."""
    return Dossier(events=tuple(Happened(kind, first.replace(hour=first.hour + k)) for k, kind in enumerate(kinds)))


LOG = log_of(
    [
        dossier(datetime(2023, 12, 31, 16, 59, tzinfo=UTC), Kind.RECEIVED, Kind.RETURNED),
        dossier(datetime(2023, 12, 31, 17, 0, tzinfo=UTC), Kind.RECEIVED, Kind.RETURNED),
        dossier(datetime(2024, 5, 1, 1, 0, tzinfo=UTC), Kind.RECEIVED, Kind.APPROVED, Kind.RETURNED),
    ]
)


def counts(log) -> dict[tuple[str, ...], int]:
    return {tuple(log.activities[a] for a in log.traces.trace(t)): int(n) for t, n in enumerate(log.cases)}


def test_runs_give_what_the_whole_gives():
    one_by_one = LogInMemory(LOG).chunks(max_events=1)
    told = observed_log("nk", LOG.names.activities, LOG.traces, one_by_one)
    assert counts(told) == {("RECEIVED", "RETURNED"): 2, ("RECEIVED", "APPROVED", "RETURNED"): 1}
    assert sorted(told.durations.tolist()) == [3_600_000, 3_600_000, 7_200_000]


def test_a_case_is_of_the_year_in_which_it_begins_in_vietnam():
    old, new = observed_years("nk", LOG.names.activities, LOG.traces, [LOG])
    assert (old.name, new.name) == ("nk 2023", "nk 2024")
    assert counts(old) == {("RECEIVED", "RETURNED"): 1}
    assert counts(new) == {("RECEIVED", "RETURNED"): 1, ("RECEIVED", "APPROVED", "RETURNED"): 1}
    assert sum(len(one.durations) for one in (old, new)) == 3


def test_in_another_zone_the_year_is_another():
    utc = observed_years("nk", LOG.names.activities, LOG.traces, [LOG], zone="UTC")
    assert [(log.name, log.case_count) for log in utc] == [("nk 2023", 2), ("nk 2024", 1)]
