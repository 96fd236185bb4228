"""Who and what is meant by an id: a person, a program's account, a body, whose personal value."""

from baro.channels.wording.body_lines import body_named, namer
from baro.channels.wording.organisation import ERASED_NAME
from baro.records.queries.accounts import names_of_accounts
from baro.records.queries.people import people, person

__all__ = ["body_named", "holder_named", "holders_named", "namer", "whose"]


def holders_named(ids: set[str]) -> dict[str, str]:
    """Name people and programs by their ids; an id that nobody has stays as it is: the keeper of the machine, for one."""
    found = {p.id: (p.name or f"({ERASED_NAME})") for p in people(frozenset(ids))}
    programs = {i: f"{name} (tài khoản chương trình)" for i, name in names_of_accounts(ids - found.keys()).items()}
    return {i: i for i in ids} | programs | found


def holder_named(holder: str) -> str:
    """Name one; "" for nobody."""
    return holders_named({holder})[holder] if holder else ""


def whose(stream: str) -> str:
    """Say whose personal values lie in a stream of the ledger, without telling them where they are erased."""
    kind, _, key = stream.partition("/")
    if kind == "person" and (found := person(key)) is not None:
        return f"{found.name or f'({ERASED_NAME})'}, mã {found.code}"
    if kind == "body":
        return body_named(key)
    return stream
