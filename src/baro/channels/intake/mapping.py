"""The mapping file (`--map`): what a person says about a log whose columns or labels Ba Rõ cannot know by itself.

TOML, documented in docs/how-to/map-a-log.md. Every key is known or refused: a misspelt one is never passed over.
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from baro.channels.intake.column_names import Role
from baro.channels.intake.parsed_moments import DateOrder
from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.durations import Duration, Unit, parse_duration
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.zones import VIETNAM, ZoneOffsets

_MOST_BYTES = 1024 * 1024
_DAY_ROLES = (Role.DUE, Role.RECORDED_DUE)
_SECTIONS = ("columns", "kinds", "time", "granularity", "limit", "procedure_limits", "clock", "file", "log")
_FLAGS = ("synthetic", "every_kind")
_ENCODINGS = ("utf-8", "utf-16", "windows-1258", "windows-1252")


@dataclass(frozen=True, slots=True)
class Mapping:
    """What is said by hand. `end_of_day`: due columns whose time of day is to be ignored, the whole day counting.
    `every_kind`: the source tells every kind of event that takes place; what it does not tell did not take place."""

    columns: dict[Role, str] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    zone: str = VIETNAM
    is_zone_said: bool = False
    order: DateOrder = DateOrder.DAY_FIRST
    is_order_said: bool = False
    end_of_day: frozenset[Role] = frozenset()
    limit_unit: Unit | None = None
    encoding: str = ""
    synthetic: bool = False
    every_kind: bool = False
    procedure_limits: dict[str, Duration] = field(default_factory=dict)
    granularity: Granularity = Granularity.DATE


def read_mapping(path: str | Path) -> Mapping:
    """Read a mapping file; raises `Refused("map.…")` for anything it does not understand."""
    path = Path(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(_MOST_BYTES + 1)
        if len(raw) > _MOST_BYTES:
            raise Refused("map.too_large", file=path.name)
        return parse_mapping(raw.decode("utf-8-sig"), path.name)
    except FileNotFoundError:
        raise Refused("map.missing", file=path.name) from None
    except UnicodeDecodeError:
        raise Refused("map.broken", file=path.name, reason="không phải UTF-8") from None


def parse_mapping(text: str, file: str = "") -> Mapping:
    """Read the text of a mapping file."""
    try:
        said = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused("map.broken", file=file, reason=str(error)[:200]) from None
    for section, keys in said.items():
        if section not in _SECTIONS or not isinstance(keys, dict):
            raise Refused("map.unknown_key", file=file, key=section, known=", ".join(_SECTIONS))
    return _Reader(file, said).mapping()


class _Reader:
    """Takes the sections apart, refusing what is not known."""

    def __init__(self, file: str, said: dict[str, Any]) -> None:
        self._file, self._said = file, said

    def mapping(self) -> Mapping:
        time = self._section("time", ("zone", "format"))
        return Mapping(
            columns=self._columns(),
            kinds={
                label: Kind[self._choice("kinds", label, Kind.__members__)] for label in self._said.get("kinds", {})
            },
            zone=self._zone(time),
            is_zone_said="zone" in time,
            order=DateOrder(self._choice("time", "format", list(DateOrder)))
            if "format" in time
            else DateOrder.DAY_FIRST,
            is_order_said="format" in time,
            end_of_day=self._end_of_day(),
            limit_unit=self._limit_unit(),
            encoding=self._choice("file", "encoding", _ENCODINGS) if self._section("file", ("encoding",)) else "",
            synthetic=self._flag("synthetic"),
            every_kind=self._flag("every_kind"),
            procedure_limits={p: self._duration(p) for p in self._said.get("procedure_limits", {})},
            granularity=self._granularity(),
        )

    def _section(self, section: str, known: tuple[str, ...]) -> dict[str, Any]:
        keys: dict[str, Any] = self._said.get(section, {})
        for key in keys:
            if key not in known:
                raise Refused("map.unknown_key", file=self._file, key=f"{section}.{key}", known=", ".join(known))
        return keys

    def _choice(self, section: str, key: str, known: Any) -> str:
        value = self._said[section][key]
        if not isinstance(value, str) or value not in list(known):
            shown = ", ".join(str(k) for k in known)
            raise Refused("map.bad_value", file=self._file, key=f"{section}.{key}", value=str(value), known=shown)
        return value

    def _columns(self) -> dict[Role, str]:
        keys = self._section("columns", tuple(role.value for role in Role))
        columns = {Role(role): name for role, name in keys.items()}
        for role, name in columns.items():
            if not isinstance(name, str) or not name.strip():
                raise Refused("map.bad_value", file=self._file, key=f"columns.{role}", value=str(name), known="tên cột")
            if list(columns.values()).count(name) > 1:
                raise Refused("map.column_twice", file=self._file, column=name)
        return columns

    def _zone(self, time: dict[str, Any]) -> str:
        zone = time.get("zone", VIETNAM)
        try:
            ZoneOffsets(str(zone), 2020, 2020)
        except Refused:
            raise Refused(
                "map.bad_value", file=self._file, key="time.zone", value=str(zone), known=f"{VIETNAM}, UTC, …"
            ) from None
        return str(zone)

    def _end_of_day(self) -> frozenset[Role]:
        keys = self._section("granularity", tuple(role.value for role in _DAY_ROLES))
        said = {role: self._choice("granularity", role, ("day", "minute")) for role in keys}
        return frozenset(Role(role) for role, value in said.items() if value == "day")

    def _limit_unit(self) -> Unit | None:
        if not self._section("limit", ("unit",)):
            return None
        return Unit(self._choice("limit", "unit", [unit.value for unit in Unit]))

    def _duration(self, procedure: str) -> Duration:
        value = self._said["procedure_limits"][procedure]
        try:
            return parse_duration(str(value))
        except Refused:
            raise Refused(
                "map.bad_value",
                file=self._file,
                key=f"procedure_limits.{procedure}",
                value=str(value),
                known="15 ngày làm việc, 8 giờ làm việc, 1 tháng, …",
            ) from None

    def _granularity(self) -> Granularity:
        if not self._section("clock", ("granularity",)):
            return Granularity.DATE
        return Granularity(self._choice("clock", "granularity", [g.value for g in Granularity]))

    def _flag(self, key: str) -> bool:
        value = self._section("log", _FLAGS).get(key, False)
        if not isinstance(value, bool):
            raise Refused("map.bad_value", file=self._file, key=f"log.{key}", value=str(value), known="true, false")
        return value
