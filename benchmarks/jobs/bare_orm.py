"""Django alone: the same rows written and changed by the ORM, one transaction each, no policy, no ledger (bare_orm.py HOME
COUNT); the database as Ba Rõ sets it."""

import os
import sys

home, count = sys.argv[1], int(sys.argv[2])
os.environ["BARO_HOME"] = home

from acts_world import CONCLUDED, HEAD, RECEIVED, UNIT, build  # noqa: E402
from measure import durability, finish, part  # noqa: E402

build()

from django.db import connection, transaction  # noqa: E402 the models are known only now

from baro.records.models.petitions import PetitionRow  # noqa: E402

rows = PetitionRow.objects.whole()
if connection.vendor == "postgresql":  # alone: without the policies that keep rows
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE petition NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY")
with part("start"):
    for n in range(count):
        with transaction.atomic():
            rows.create(
                id=f"kn-{n:06}", unit=UNIT, code=f"{n}/KN", kind="complaint", handler=HEAD.person,
                received_on=RECEIVED, received_counts_on=RECEIVED,
            )  # fmt: skip
with part("finish"):
    for n in range(count):
        with transaction.atomic():
            row = rows.get(pk=f"kn-{n:06}")
            row.concluded_on = row.concluded_counts_on = CONCLUDED
            row.save(update_fields=["concluded_on", "concluded_counts_on"])
finish(done=rows.filter(concluded_on=CONCLUDED).count(), **durability())
