"""Somebody of the measured body who may read its dossiers, and their browser; Django must have been started."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client

from baro.app.long_lived import keep_long_lived
from baro.desk.accounts import open_account
from baro.desk.by import by_program
from baro.desk.organisation import create_body
from baro.records.models import Account, RoleGrant
from baro.records.row_security.session import system
from baro.rules.prescribed.bodies import BodyKind, BodyTerm, Level

NAME, BODY = "do", "b-so"


def open_reader(at: datetime) -> None:
    """Found the body and open the account, at a moment."""
    keeper = by_program("do-toc-do")
    create_body(BodyKind.DEPARTMENT, BodyTerm(body=BODY, code="", name="Cơ quan đo", level=Level.CITY), keeper, at)
    open_account(NAME, "p-do", keeper, at)
    with system():
        for role in ("tthc_control", "unit_head"):
            RoleGrant.objects.create(
                id=f"g-{role}", person="p-do", role=role, unit=BODY, granted_by="p-goc", recorded_at=at
            )


def signed_in() -> Client:
    """Give their browser, signed in, before a server that has started as each process of it does."""
    settings.ALLOWED_HOSTS = ["*"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    account = Account.objects.get(username=NAME)
    Account.objects.filter(pk=account.pk).update(is_password_temporary=False)
    Authenticator.objects.get_or_create(user=account, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "x"}})
    client = Client()
    client.force_login(account)
    keep_long_lived()
    return client
