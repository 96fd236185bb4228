"""Classes of fields, from public to sealed."""

from enum import IntEnum


class FieldClass(IntEnum):
    """P0 public; P1 for work inside; P2 personal (NĐ 13/2023, Luật 91/2025); P3 restricted: unpublished findings,
    discipline; P4 sealed: what could tell a denouncer (Luật 25/2018 art. 56)."""

    P0 = 0
    P1 = 1
    P2 = 2
    P3 = 3
    P4 = 4
