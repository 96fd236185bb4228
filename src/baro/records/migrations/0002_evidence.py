"""The triggers that keep evidence; `baro.records.evidence` says which tables."""

from django.db import migrations

from baro.records.evidence import protect, unprotect


def _protect(_apps, editor):
    protect(editor.connection)


def _unprotect(_apps, editor):
    unprotect(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(_protect, _unprotect)]
