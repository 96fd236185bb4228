"""The class of every field of every scoped table: a field that is not named here cannot be built.

`id` and the columns that only the machine reads are P1: they tell nothing beyond the row itself.
"""

from baro.rules.prescribed.policy.field_classes import FieldClass

_FIELDS: tuple[tuple[str, FieldClass, str], ...] = (
    ("dossier", FieldClass.P0, "procedure process time_class due_source why_not"),
    (
        "dossier",
        FieldClass.P1,
        """id source body code unit channel received_at due_at due_on ended_at ended_kind late_days late_minutes
        is_suspended is_reopened pauses supplements extensions holder_kind holder_unit last_event_at event_count
        deviation_kinds deviation_count signals signal_count conflict_count as_of first_batch last_batch missing_since
        segment place digest""",
    ),
    ("dossier", FieldClass.P2, "holder_person"),
    ("inspection", FieldClass.P1, "id kind unit decision is_planned"),
    ("inspection", FieldClass.P4, "compartment"),
    ("inspection_run", FieldClass.P1, "id inspection kind unit object visited_on counts_on"),
    ("inspection_run", FieldClass.P4, "compartment"),
    ("discipline", FieldClass.P3, "id unit person person_unit category form decided_on counts_on decision origin"),
    ("accountability_measure", FieldClass.P3, "id unit kind state taken_on counts_on object person origin"),
    ("petition", FieldClass.P1, "id unit code kind received_on concluded_on received_counts_on concluded_counts_on"),
    ("petition", FieldClass.P2, "handler"),
    ("petition", FieldClass.P4, "compartment"),
    ("sealed_hand_over", FieldClass.P1, "id kind unit successor handed_on decision"),
    ("sealed_hand_over", FieldClass.P2, "handler recorded_by"),
    ("sealed_hand_over", FieldClass.P4, "compartment"),
)
CLASS_OF = {(table, name): told for table, told, names in _FIELDS for name in names.split()}


def class_of(table: str, name: str) -> FieldClass:
    """Give the class of a field; one that nobody named is sealed."""
    return CLASS_OF.get((table, name), FieldClass.P4)
