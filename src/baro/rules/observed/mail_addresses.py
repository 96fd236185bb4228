"""An address of electronic mail, as somebody told it."""

import re

from baro.rules.prescribed.refusals import Refused

LONGEST = 254  # RFC 5321
_FORM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")


def checked_address(told: str) -> str:
    """Give an address without the blanks around it; "" stays "". Raises `Refused("account.bad_address")`."""
    address = told.strip()
    if address and (len(address) > LONGEST or not _FORM.fullmatch(address)):
        raise Refused("account.bad_address")
    return address
