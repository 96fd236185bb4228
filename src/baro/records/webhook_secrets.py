"""The secret by which a subscription's messages are signed: made of a key file of the home and the subscription's id, so that it
lies in no table, no ledger and no back-up of the database. The key file gone, the subscriptions must be added anew."""

import base64
import hmac
from hashlib import sha256

from baro.records.ledger.key_files import key_file, keys_folder

PREFIX = "whsec_"


def signing_key(webhook: str) -> bytes:
    """Give the key that signs a subscription's messages. Raises `Refused("ledger.key_file")`."""
    return hmac.new(key_file(keys_folder() / "webhooks.key"), webhook.encode(), sha256).digest()


def told_secret(webhook: str) -> str:
    """Give the key as its receiver is told it, once (Standard Webhooks)."""
    return PREFIX + base64.b64encode(signing_key(webhook)).decode()
