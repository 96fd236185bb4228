"""The kinds of edit of projected rows that must show, made as a superuser without triggers would: any column of any table,
rows deleted, added, renamed, exchanged; and by name those that somebody would gain by."""

import json
from datetime import date, datetime, timedelta

from django.db import models

from baro.records.replay import projected_models
from records.ledger.bench import Bench, Located, names


def any_column(bench: Bench) -> Located:
    """Any column of any row of any table that comes of acts."""
    model, key = a_row(bench, bench.chance.choice(projected_models()))
    fields = [f for f in model._meta.concrete_fields if not f.primary_key and f.name not in kept_aside(model)]
    return changed(bench, model, key, bench.chance.choice(fields or model._meta.concrete_fields))


def deleted_row(bench: Bench) -> Located:
    model, key = a_row(bench, bench.chance.choice(projected_models()))
    bench.run(f'DELETE FROM "{model._meta.db_table}" WHERE "{model._meta.pk.column}" = %s', key)
    return names("ledger.row_lost", table=model._meta.db_table, row=str(key))


def added_row(bench: Bench) -> Located:
    """A copy of a row under another key."""
    model, key = a_row(bench, bench.chance.choice(projected_models()))
    columns = [f.column for f in model._meta.concrete_fields]
    row = dict(
        zip(
            columns,
            bench.one(
                f"SELECT {quoted(columns)} FROM {model._meta.db_table} WHERE {quoted([model._meta.pk.column])} = %s",
                key,
            ),
            strict=True,
        )
    )
    for unique in {model._meta.pk, *(f for f in model._meta.concrete_fields if f.unique), *in_unique_sets(model)}:
        row[unique.column] = other(bench, unique, row[unique.column])
    marks = ", ".join(["%s"] * len(columns))
    bench.run(f'INSERT INTO "{model._meta.db_table}" ({quoted(columns)}) VALUES ({marks})', *row.values())
    return names("ledger.row_stray", table=model._meta.db_table, row=str(row[model._meta.pk.column]))


def renamed_row(bench: Bench) -> Located:
    """A row moved to another key: one is lost, one is stray."""
    model, key = a_row(bench, bench.chance.choice(projected_models()))
    new = other(bench, model._meta.pk, key)
    table = model._meta.db_table
    bench.run(f'UPDATE "{table}" SET "{model._meta.pk.column}" = %s WHERE "{model._meta.pk.column}" = %s', new, key)
    lost, stray = (
        names("ledger.row_lost", table=table, row=str(key)),
        names("ledger.row_stray", table=table, row=str(new)),
    )
    return lambda found: lost(found) and stray(found)


def exchanged_rows(bench: Bench) -> Located:
    """Two complaints that differ exchange the days on which they were received."""
    days = "SELECT id, received_on FROM petition WHERE received_on {} ORDER BY id LIMIT 1 OFFSET %s"
    at = bench.chance.randrange(20)
    (one, first), (two, second) = (
        bench.one(days.format("< '2024-06-01'"), at),
        bench.one(days.format("> '2024-09-01'"), at),
    )
    for key, on in ((one, second), (two, first)):
        bench.run("UPDATE petition SET received_on = %s WHERE id = %s", on, key)
    both = [names("ledger.row_differs", table="petition", row=key, columns="received_on") for key in (one, two)]
    return lambda found: all(located(found) for located in both)


def of_column(table: str, column: str):
    """A kind: one column of a row of one table."""

    def kind(bench: Bench) -> Located:
        (model,) = [m for m in projected_models() if m._meta.db_table == table]
        (field,) = [f for f in model._meta.concrete_fields if f.column == column]
        model, key = a_row(bench, model)
        return changed(bench, model, key, field)

    kind.__name__ = f"{table}_{column}"
    return kind


def changed(bench: Bench, model, key, field) -> Located:
    table = model._meta.db_table
    if field.primary_key:
        return deleted_row(bench)
    (before,) = bench.one(f'SELECT "{field.column}" FROM "{table}" WHERE "{model._meta.pk.column}" = %s', key)
    new = other(bench, field, before)
    bench.run(f'UPDATE "{table}" SET "{field.column}" = %s WHERE "{model._meta.pk.column}" = %s', new, key)
    return names("ledger.row_differs", table=table, row=str(key), columns=field.column)


def a_row(bench: Bench, model):
    table = model._meta.db_table
    (count,) = bench.one(f'SELECT count(*) FROM "{table}"')
    assert count, f"{table} holds no row: the authority of the trial lacks an act"
    key = f'"{model._meta.pk.column}"'
    return model, bench.one(
        f'SELECT {key} FROM "{table}" ORDER BY {key} LIMIT 1 OFFSET %s', bench.chance.randrange(count)
    )[0]


def other(bench: Bench, field: models.Field, before):
    """Another value of the same kind."""
    match field:
        case models.ForeignKey():
            return "khác"
        case models.BooleanField():
            return not before
        case models.DateTimeField() if isinstance(before, str | datetime):
            told = before if isinstance(before, datetime) else datetime.fromisoformat(before)
            return told - timedelta(seconds=bench.chance.randrange(1, 10**7))
        case models.DateTimeField() | models.DateField() if before is None:
            return date(2024, 1, 1)
        case models.DateField():
            told = before if isinstance(before, date) else date.fromisoformat(before)
            return told - timedelta(days=bench.chance.randrange(1, 900))
        case models.IntegerField():
            return before + bench.chance.randrange(1, 9)
        case models.JSONField():
            return json.dumps(["khác"])
    text = str(before)
    return text[:-1] + ("x" if text[-1:] != "x" else "y") if text else "x"


def in_unique_sets(model):
    named = {
        name for told in model._meta.constraints if isinstance(told, models.UniqueConstraint) for name in told.fields
    }
    return [f for f in model._meta.concrete_fields if f.name in named and isinstance(f, models.CharField)][:1]


def kept_aside(model):
    return getattr(model, "kept_aside", ())


def quoted(columns) -> str:
    return ", ".join(f'"{column}"' for column in columns)


IN_THE_ROWS = (
    any_column, any_column, any_column, deleted_row, added_row, renamed_row, exchanged_rows,
    of_column("petition", "concluded_on"), of_column("petition", "received_counts_on"), of_column("appointment", "valid_from"),
    of_column("discipline", "form"), of_column("accountability_measure", "state"), of_column("dossier", "time_class"),
    of_column("dossier", "late_days"), of_column("role_grant", "role"), of_column("account", "person"),
    of_column("work_process", "approved_on"), of_column("compartment_member", "person"),
)  # fmt: skip
