"""Fill a new home with dossiers as lists keep them, three years of them (make_dossiers.py HOME DOSSIERS): sixty units, forty
procedures, some still open, some late, some with deviations and red flags, and one account that may read them. The
database is that of the environment. The events behind them are not made: a dossier's own page needs those."""

import os
import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

HOME, DOSSIERS = Path(sys.argv[1]), int(sys.argv[2])
os.environ["BARO_HOME"] = str(HOME)
(HOME / "keys").mkdir(parents=True, exist_ok=True)

from baro.app.migrating import migrate  # noqa: E402 the home is read when the settings are
from baro.app.started import start_records  # noqa: E402

start_records()
migrate()

sys.path.append(str(Path(__file__).resolve().parent / "jobs"))

from a_reader import open_reader  # noqa: E402 the models are known only now
from django.db import connection, transaction  # noqa: E402

from baro.records.models import Dossier  # noqa: E402
from baro.records.projections.dossier_counts import count_anew  # noqa: E402
from baro.records.row_security.session import system  # noqa: E402
from baro.records.row_statistics import look_at_dossiers  # noqa: E402
from baro.rules.judged.deadlines.classes import TimeClass  # noqa: E402
from baro.rules.observed.kinds import Kind  # noqa: E402

START, AS_OF = datetime(2022, 1, 3, 1, tzinfo=UTC), datetime(2024, 12, 31, 16, 59, tzinfo=UTC)
UNITS, PROCEDURES, PERSONS, AT_ONCE = 60, 40, 600, 20_000
LIMITS = (3, 5, 10, 15, 20)  # days
COLUMNS = [field for field in Dossier._meta.concrete_fields if not field.generated]


def told(n: int, chance: random.Random) -> dict[str, object]:
    """One dossier."""
    received = START + (AS_OF - START) * (n / DOSSIERS)
    limit = chance.choice(LIMITS)
    due, ended = received + timedelta(days=limit), received + timedelta(days=chance.expovariate(1 / (limit * 0.6)))
    is_open, unit = ended > AS_OF, f"Chi nhánh số {n % UNITS:02}"
    is_late = min(ended, AS_OF) > due
    how_ended = chance.choices((Kind.RELEASED, Kind.REFUSED, Kind.WITHDRAWN), (94, 4, 2))[0]
    kind = (TimeClass.PENDING_LATE if is_late else TimeClass.PENDING_ON_TIME) if is_open else (
        TimeClass.LATE if is_late else chance.choice((TimeClass.EARLY, TimeClass.ON_TIME)))  # fmt: skip
    code = f"H26.7-{received:%y%m%d}-{n:07}"
    return dict(  # noqa: C408 names as the columns
        id=f"mot-cua:{code}", source="mot-cua", body="b-so", code=code, procedure=f"1.{n % PROCEDURES:06}", unit=unit,
        received_at=received, due_at=due, due_on=due.date(), ended_at=None if is_open else ended, time_class=int(kind),
        ended_kind=-1 if is_open else int(how_ended), is_reopened=not is_open and n % 200 == 0,
        in_time_by_pause=not is_open and not is_late and n % 25 == 0, is_digitised=not is_open and n % 8 != 0, result_copy=0 if is_open else n % 3, components=4, components_copied=n % 5,
        due_source=0, why_not=0, late_days=max(0, (min(ended, AS_OF) - due).days), holder_kind=0 if is_open else -1,
        holder_unit=unit if is_open else "", holder_person=f"Người {n % PERSONS}" if is_open else "", last_event_at=received,
        event_count=9, deviation_kinds=1 << n % 6 if n % 11 == 0 else 0, deviation_count=int(n % 11 == 0),
        signals=1 << 1 + n % 30 if n % 9 == 0 else 0, signal_count=int(n % 9 == 0), as_of=AS_OF, first_batch="b",
        last_batch="b", segment="x", place=n, digest="",
    )  # fmt: skip


def rows(low: int, high: int, chance: random.Random) -> Iterator[list[object]]:
    """The rows of some, as the database takes them."""
    for n in range(low, high):
        made = Dossier(**told(n, chance))
        yield [field.get_db_prep_save(getattr(made, field.attname), connection) for field in COLUMNS]


def fill() -> None:
    """Write all."""
    names = ", ".join(field.column for field in COLUMNS)
    insert = f"INSERT INTO dossier ({names}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"
    chance = random.Random(1)
    for low in range(0, DOSSIERS, AT_ONCE):
        with transaction.atomic(), system(), connection.cursor() as cursor:
            cursor.executemany(insert, list(rows(low, min(DOSSIERS, low + AT_ONCE), chance)))
        print(f"\r  {low:,} / {DOSSIERS:,}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def months() -> list[date]:
    """The months between the first dossier and the last moment."""
    first = [date(year, month, 1) for year in range(START.year, AS_OF.year + 1) for month in range(1, 13)]
    return [month for month in first if month <= AS_OF.date()]


fill()
with transaction.atomic(), system():
    count_anew("b-so", months())
look_at_dossiers()
if connection.vendor == "postgresql":
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE dossier")
open_reader(AS_OF)
