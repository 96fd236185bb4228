"""An account: with what a person signs in. Who the person is, and what they may do, is told by dated facts elsewhere."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by their name. They are made by the act `account.opened`, not here."""


class Account(AbstractBaseUser):
    """`person` is the id of the person, "" for a program's account. The password is kept aside: no act tells it; while
    `is_password_temporary`, somebody else knows it."""

    kept_aside = ("password", "last_login")
    id = models.CharField(primary_key=True, max_length=40)
    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)
    person = models.CharField(max_length=40, blank=True, db_index=True)
    is_active = models.BooleanField(default=True)
    is_password_temporary = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    objects = Accounts()

    class Meta:
        db_table = "account"
