"""The class of every field of every scoped table: a field that is not named here cannot be built. Tables about people,
and what a delivery tells, are named too, so that what shows them can ask.

`id` and the columns that only the machine reads are P1: they tell nothing beyond the row itself.
"""

from baro.rules.prescribed.policy.field_classes import FieldClass

_FIELDS: tuple[tuple[str, FieldClass, str], ...] = (
    ("dossier", FieldClass.P0, "procedure process time_class due_source why_not"),
    (
        "dossier",
        FieldClass.P1,
        """id source body code unit channel received_at due_at due_on ended_at ended_kind late_days late_minutes
        is_suspended is_reopened in_time_by_pause is_digitised result_copy result_pushed components components_copied components_reused pauses supplements extensions holder_kind holder_unit last_event_at event_count
        deviation_kinds deviation_count signals signal_count conflict_count as_of first_batch last_batch missing_since
        segment place digest""",
    ),
    ("dossier", FieldClass.P2, "holder_person"),
    (
        "dossier_count",
        FieldClass.P1,
        "id body as_of not_counted early on_time late pending_on_time pending_late not_computable",
    ),
    (
        "dossier_month",
        FieldClass.P1,
        """id body unit month received ended in_time late by_pause without_result with_result digitised reopened signed pushed
        components components_copied components_reused""",
    ),
    ("recorded_receipt", FieldClass.P1, "id source body code run sequence procedure channel requester received_at"),
    ("recorded_receipt", FieldClass.P2, "received_by applicant contact address papers"),
    (
        "recorded_step",
        FieldClass.P1,
        "id stream source body dossier number place activity kind occurred_at counts_at recorded_at unit document due_on departs",
    ),
    ("recorded_step", FieldClass.P2, "actor handler reason"),
    ("recorded_step_back", FieldClass.P1, "id source body dossier place recorded_at"),
    ("recorded_step_back", FieldClass.P2, "actor second reason"),
    ("inspection", FieldClass.P1, "id kind unit decision is_planned"),
    ("inspection", FieldClass.P4, "compartment"),
    ("inspection_run", FieldClass.P1, "id inspection kind unit object visited_on counts_on"),
    ("inspection_run", FieldClass.P4, "compartment"),
    ("discipline", FieldClass.P3, "id unit person person_unit category form decided_on counts_on decision origin"),
    ("accountability_measure", FieldClass.P3, "id unit kind state taken_on counts_on object person origin"),
    ("person", FieldClass.P1, "id code name registered_at"),
    ("employment", FieldClass.P1, "id person category valid_from valid_to decision"),
    ("appointment", FieldClass.P1, "id person unit title is_head roles valid_from valid_to decision"),
    ("delegation", FieldClass.P1, "id person unit role valid_from valid_to decision"),
    ("acting_head", FieldClass.P1, "id person unit title valid_from valid_to decision"),
    ("leave_cover", FieldClass.P1, "id unit"),
    ("leave_cover", FieldClass.P2, "absent cover valid_from valid_to decision"),
    (
        "told_event",  # what a delivery tells of an event or a dossier, as a contradiction shows it
        FieldClass.P1,
        """at unit role recorded_at due flags procedure channel recorded_received recorded_due recorded_ended
        limit_value""",
    ),
    ("told_event", FieldClass.P2, "actor applicant"),
    ("petition", FieldClass.P1, "id unit code kind received_on concluded_on received_counts_on concluded_counts_on"),
    ("petition", FieldClass.P2, "handler"),
    ("petition", FieldClass.P4, "compartment"),
    (
        "signal_question",
        FieldClass.P1,
        "id dossier body signal asked_at reply_by answered_at verdict judged_at",
    ),
    ("signal_question", FieldClass.P2, "asked_by words answered_by answer judged_by reason"),
    (
        "dossier_paper",
        FieldClass.P1,
        """id stream dossier source body number part named_at file size is_cleaned integrity attached_at checked_at
        reused_from reused_part store pushed_on reference withdrawn_at""",
    ),
    (
        "dossier_paper",
        FieldClass.P2,
        "title named_by file_name signatures attached_by pushed_by withdrawn_by reason",
    ),
    ("saved_view", FieldClass.P1, "id unit owner saved_at deleted_at"),
    ("saved_view", FieldClass.P2, "name address"),
    ("lateness_explanation", FieldClass.P1, "id dossier body cause promised_on said_at"),
    ("lateness_explanation", FieldClass.P2, "words said_by"),
    ("briefing", FieldClass.P1, "id body monday as_of figures internal frozen_at"),
    ("briefing", FieldClass.P2, "frozen_by"),
    ("briefing_conclusion", FieldClass.P1, "id briefing body monday due_on made_at done_on"),
    ("briefing_conclusion", FieldClass.P2, "words lead made_by done_by result"),
    ("notice_known", FieldClass.P1, "id person unit kind count until next_on said_at"),
    ("notice_known", FieldClass.P2, "reason"),
    ("notice_mail", FieldClass.P1, "id person unit day sent_at"),
    (
        "joint_dossier",
        FieldClass.P1,
        "id joint body code process version lead received_at recorded_at closed_at",
    ),
    ("joint_dossier", FieldClass.P2, "opened_by"),
    (
        "joint_event",
        FieldClass.P1,
        "id joint body event leg kind occurred_at recorded_at teller document outcome entered corrects is_void",
    ),
    ("joint_event", FieldClass.P2, "recorded_by words"),
    (
        "assigned_task",
        FieldClass.P1,
        "id task body assigner lead coordinating source directive parent content product assigned_on due_on arose_on recorded_at closed_at",
    ),
    ("assigned_task", FieldClass.P2, "leader recorded_by"),
    (
        "task_event",
        FieldClass.P1,
        "id task body event kind happened_on recorded_at teller document due_on quality voids is_believed",
    ),
    ("task_event", FieldClass.P2, "recorded_by holder words"),
    ("sealed_hand_over", FieldClass.P1, "id kind unit successor handed_on decision"),
    ("sealed_hand_over", FieldClass.P2, "handler recorded_by"),
    ("sealed_hand_over", FieldClass.P4, "compartment"),
)
_SAME = {"internal_run": "dossier", "internal_run_count": "dossier_count", "internal_run_month": "dossier_month"}
"""Tables with the columns of another."""
CLASS_OF = {(table, name): told for table, told, names in _FIELDS for name in names.split()}
CLASS_OF |= {
    (same, name): told for same, of in _SAME.items() for (table, name), told in CLASS_OF.items() if table == of
}


def class_of(table: str, name: str) -> FieldClass:
    """Give the class of a field; one that nobody named is sealed."""
    return CLASS_OF.get((table, name), FieldClass.P4)
