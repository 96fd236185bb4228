"""A program of its own that brings two deliveries in and kills itself at the n-th of the moments at which adopting the second
one's telling touches disk or database.

Arguments: n, the first file, the second. Asked again, it adopts what is still open. Prints how many such moments there were.
"""

import sys

from app import import_killed_at as killing


def bring(file: str) -> None:
    """Bring a delivery in, unless it was."""
    killing.main(["import", file, "--source", "mot-cua", "--json"], sys.stderr, sys.stderr)


if __name__ == "__main__":
    killing.migrate()
    from datetime import UTC, datetime

    from django.db import connection

    from baro.app.importing import prescription_for
    from baro.desk.by import by_program
    from baro.desk.settling import adopt_theirs
    from baro.records.queries.imports import open_conflict_ids

    for file in sys.argv[2:]:
        bring(file)
    ids = open_conflict_ids("mot-cua", 100)
    sys.addaudithook(killing.touched)
    with connection.execute_wrapper(killing.stated):
        if ids:
            adopt_theirs(ids, "đính chính", prescription_for, by_program("lan"), datetime.now(UTC))  # noqa: TID251
    print(killing.count)
