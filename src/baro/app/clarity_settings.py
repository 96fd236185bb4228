"""Slogans of clarity that an authority tells of its own: `[[clarity]]` in its settings."""

import re
from collections.abc import Iterator
from typing import Any

from baro.app.identity_providers import Unfit
from baro.rules.prescribed.clarity import CriteriaSet, Criterion, Need

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST = 20


def criteria_of(told: object) -> tuple[CriteriaSet, ...]:
    """Read the tables. Raises `Unfit` with what is wrong."""
    sets = tuple(_set(one) for one in _tables(told, "clarity"))
    _once([one.key for one in sets], "clarity")
    return sets


def _set(told: dict[str, Any]) -> CriteriaSet:
    key = _key(told, "clarity")
    criteria = tuple(_criterion(one, key) for one in _tables(told.get("criteria"), f"clarity {key}: criteria"))
    if not criteria:
        raise Unfit(f"clarity {key} cần ít nhất một bảng criteria")
    _once([one.key for one in criteria], f"clarity {key}")
    verified = told.get("verified", False)
    if not isinstance(verified, bool):
        raise Unfit(f"clarity {key}: verified là true hoặc false")
    return CriteriaSet(
        key=key, name=_words(told, "name", key), source=_words(told, "source", key), verified=verified,
        criteria=criteria,
    )  # fmt: skip


def _criterion(told: dict[str, Any], of: str) -> Criterion:
    key, needs = _key(told, f"clarity {of}"), told.get("needs")
    known = {need.value for need in Need}
    if not isinstance(needs, list) or not needs or not all(isinstance(one, str) and one in known for one in needs):
        raise Unfit(f"clarity {of}, {key}: needs là danh sách trong: {', '.join(sorted(known))}")
    return Criterion(key=key, name=_words(told, "name", f"{of}, {key}"), needs=tuple(map(Need, dict.fromkeys(needs))))


def _tables(told: object, what: str) -> Iterator[dict[str, Any]]:
    if not isinstance(told, list) or len(told) > _MOST or not all(isinstance(one, dict) for one in told):
        raise Unfit(f"{what} là các bảng, nhiều nhất {_MOST}")
    yield from told


def _key(told: dict[str, Any], what: str) -> str:
    key = told.get("key")
    if not isinstance(key, str) or not _KEY.fullmatch(key) or len(key) > 40:
        raise Unfit(f"{what}: key là chữ thường không dấu, chữ số, gạch nối")
    return key


def _words(told: dict[str, Any], name: str, of: str) -> str:
    words = told.get(name)
    if not isinstance(words, str) or not words.strip():
        raise Unfit(f"clarity {of}: thiếu {name}")
    return words.strip()


def _once(keys: list[str], what: str) -> None:
    if len(set(keys)) < len(keys):
        raise Unfit(f"{what}: mỗi key chỉ một lần")
