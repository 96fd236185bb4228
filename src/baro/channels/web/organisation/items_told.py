"""Open items in words: what each is called, as people know it, and whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from baro.channels.web.organisation.told import names_of
from baro.channels.wording.rights import OPERATIONS
from baro.records.queries.organisation import bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.handovers import ItemKind, OpenItem


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An open item as a line of a table: `key` names it in a form."""

    item: OpenItem
    key: str
    word: str
    called: str
    whose: str
    body: str

    @property
    def is_sealed(self) -> bool:
        """Whether only members of a compartment see it."""
        return self.item.sealed is not None


def items_told(items: Iterable[OpenItem]) -> list[ShownItem]:
    """Open items, in their order."""
    told = list(items)
    names, known = names_of({i.person for i in told} - {""}), bodies()
    return [
        ShownItem(
            i, f"{i.kind}-{i.id}", i.kind.word, item_called(i.kind, i.id, i.code), names.get(i.person, ""),
            called(known, i.unit),
        )
        for i in told
    ]  # fmt: skip


def item_called(kind: ItemKind, item: str, code: str) -> str:
    """An item by its code as people know it, else by its id."""
    words = OPERATIONS.get(code, code) if kind is ItemKind.PROPOSAL else code
    return words or item
