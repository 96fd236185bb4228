"""The process object stands in viewflow's own table."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Tell Django of the proxy."""

    dependencies: ClassVar = [("viewflow", "__latest__")]
    operations: ClassVar = [
        migrations.CreateModel("Complaint", [], options={"proxy": True}, bases=("viewflow.process",))
    ]
