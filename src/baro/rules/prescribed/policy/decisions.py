"""What the engine answers."""

from dataclasses import dataclass

from baro.rules.prescribed.policy.field_classes import FieldClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Yes, with the highest class of field that may be seen; or no."""

    allowed: bool
    sees: FieldClass = FieldClass.P0
    matter: str = ""

    def shows(self, field_class: FieldClass) -> bool:
        """Say whether fields of a class may be seen."""
        return self.allowed and field_class <= self.sees


REFUSED = Decision(allowed=False)
# What a command prints for the keeper of the machine: nothing personal.
AT_THE_MACHINE = Decision(allowed=True, sees=FieldClass.P1)
