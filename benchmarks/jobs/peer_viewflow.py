"""django-viewflow: processes started, then their one task completed, one transaction each (peer_viewflow.py HOME COUNT).

What its own views do around a form (`viewflow.workflow.flow.utils`), without the form, the request, the user's own query or
a second transaction inside the first, and with its cheapest lock: all in its favour. The database is set as Ba Rõ's is.
"""

import os
import sys
from datetime import date
from types import SimpleNamespace
from urllib.parse import parse_qs, unquote, urlsplit

import pysqlite3

sys.modules["sqlite3"], sys.modules["sqlite3.dbapi2"] = pysqlite3, pysqlite3.dbapi2

import django  # noqa: E402 the SQLite above must be there first
from django.conf import settings  # noqa: E402
from measure import durability, finish, part  # noqa: E402

PRAGMAS = (  # baro.records.sqlite
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA mmap_size=0;"
    "PRAGMA cache_size=-64000;PRAGMA secure_delete=ON;"
)
home, count = sys.argv[1], int(sys.argv[2])
address = urlsplit(os.environ.get("BARO_DATABASE", ""))


def database() -> dict[str, object]:
    """Give the same settings as baro.app.databases."""
    if not address.scheme:
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{home}/viewflow.sqlite3", "OPTIONS": options}
    host = parse_qs(address.query).get("host", [address.hostname or ""])[0]
    return {
        "ENGINE": "django.db.backends.postgresql", "NAME": unquote(address.path[1:]), "HOST": host,
        "USER": unquote(address.username or ""), "PASSWORD": unquote(address.password or ""),
        "PORT": str(address.port or ""), "CONN_MAX_AGE": 60,
    }  # fmt: skip


apps = ["django.contrib.auth", "django.contrib.contenttypes", "viewflow", "viewflow.workflow", "peer_flow"]
settings.configure(
    DATABASES={"default": database()}, INSTALLED_APPS=apps, USE_TZ=True, SECRET_KEY="đo", MIDDLEWARE=[],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", VIEWFLOW={"AUTOREGISTER": False},
)  # fmt: skip
django.setup()

from django.contrib.auth.models import User  # noqa: E402 the models are known only now
from django.core.exceptions import PermissionDenied  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from peer_flow.flows import ComplaintFlow  # noqa: E402
from peer_flow.models import Complaint  # noqa: E402

call_command("migrate", verbosity=0)
request = SimpleNamespace(user=User.objects.create(username="cb-1"))
START, CONCLUDE = ComplaintFlow.instance.node("start"), ComplaintFlow.instance.node("conclude")


def start(n: int) -> None:
    """Start the n-th process."""
    activation = START.activation_class.create(START, None, None)
    if not START.can_execute(request.user, activation.task):
        raise PermissionDenied
    with transaction.atomic():
        activation.start(request)
        told = activation.process
        told.unit, told.code, told.kind, told.received_on = "yen-trung", f"{n}/KN", "complaint", date(2024, 4, 24)
        activation.execute()


def complete(process: int, task: int) -> None:
    """Complete the task of a process; with it the process ends."""
    with ComplaintFlow.lock(process):
        found = ComplaintFlow.task_class.objects.get(pk=task)
        activation = CONCLUDE.activation_class(found)
        if not CONCLUDE.can_execute(request.user, task=found):
            raise PermissionDenied
        activation.start(request)
        activation.process.concluded_on = date(2024, 4, 25)
        activation.process.save()
        activation.execute()


with part("start"):
    for n in range(count):
        start(n)
open_tasks = list(ComplaintFlow.task_class.objects.filter(flow_task=CONCLUDE).values_list("process_id", "pk"))
with part("finish"):
    for process, task in open_tasks:
        complete(process, task)
finish(done=Complaint.objects.filter(status="DONE", data__concluded_on="2024-04-25").count(), **durability())
