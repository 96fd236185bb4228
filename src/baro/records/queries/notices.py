"""What somebody said they know of, which digest was sent to them, to which addresses digests go."""

from datetime import date

from baro.records.models.account import Account
from baro.records.models.notices import NoticeKnownRow, NoticeMailRow, mail_id
from baro.records.row_security.session import reading
from baro.rules.judged.notices import Acknowledged, NoticeKind
from baro.rules.prescribed.policy.scopes import Scope


def acknowledged(scope: Scope) -> dict[NoticeKind, Acknowledged]:
    """What is known of within a scope, which reaches one person's own."""
    with reading():
        return {NoticeKind(row.kind): _known(row) for row in NoticeKnownRow.objects.within(scope)}


def is_mailed(scope: Scope, person: str, on: date) -> bool:
    """Say whether a person's digest of a day was sent."""
    with reading():
        return NoticeMailRow.objects.within(scope).filter(pk=mail_id(person, on)).exists()


def mail_addresses() -> list[tuple[str, str, str]]:
    """Give the accounts of people that are open: name, person, and the address they told ("" if none)."""
    rows = Account.objects.filter(is_active=True).exclude(person="").order_by("username")
    return list(rows.values_list("username", "person", "email"))


def _known(row: NoticeKnownRow) -> Acknowledged:
    return Acknowledged(
        kind=NoticeKind(row.kind), count=row.count, until=row.until, said_at=row.said_at, next_on=row.next_on,
        reason=row.reason,
    )  # fmt: skip
