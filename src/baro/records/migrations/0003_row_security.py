"""Row-level security on PostgreSQL; `baro.records.row_security.policies` says what of which tables. Nothing on SQLite."""

from django.db import migrations

from baro.records.row_security.policies import keep_rows, let_rows_go


def _keep(_apps, editor):
    keep_rows(editor.connection)


def _let_go(_apps, editor):
    let_rows_go(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("records", "0002_evidence")]
    operations = [migrations.RunPython(_keep, _let_go)]
