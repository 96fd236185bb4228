"""The red flags in the order of their codes, and what a log lacks for each."""

from collections.abc import Iterable

from baro.rules.judged.signals import (
    r01_no_apology,
    r02_late_apology,
    r03_repeated_extension,
    r04_repeated_supplement_request,
    r05_late_supplement_request,
    r06_pause_before_deadline,
    r07_undocumented_pause,
    r08_restart_without_new_paper,
    r09_returned_before_result,
    r10_back_dated_record,
    r11_step_without_competence,
    r13_reopened_after_closing,
    r14_batch_completion,
    r15_release_without_result,
    r16_result_not_digitised,
    r17_late_or_unreasoned_refusal,
    r18_late_transfer,
    r19_sitting_with_handler,
    r20_consultation_unanswered,
    r23_due_date_moved,
    r24_wrong_due_date,
    r26_all_steps_at_once,
    r27_withdrawals_near_due,
    r28_refused_then_resubmitted,
    r29_pause_not_lifted,
    r31_code_sequence_gap,
    r34_same_day_left_open,
)
from baro.rules.judged.signals.signal import Signal
from baro.rules.observed.kinds import Kind

SIGNALS: tuple[Signal, ...] = (
    r01_no_apology.SIGNAL,
    r02_late_apology.SIGNAL,
    r03_repeated_extension.SIGNAL,
    r04_repeated_supplement_request.SIGNAL,
    r05_late_supplement_request.SIGNAL,
    r06_pause_before_deadline.SIGNAL,
    r07_undocumented_pause.SIGNAL,
    r08_restart_without_new_paper.SIGNAL,
    r09_returned_before_result.SIGNAL,
    r10_back_dated_record.SIGNAL,
    r11_step_without_competence.SIGNAL,
    r13_reopened_after_closing.SIGNAL,
    r14_batch_completion.SIGNAL,
    r15_release_without_result.SIGNAL,
    r16_result_not_digitised.SIGNAL,
    r17_late_or_unreasoned_refusal.SIGNAL,
    r18_late_transfer.SIGNAL,
    r19_sitting_with_handler.SIGNAL,
    r20_consultation_unanswered.SIGNAL,
    r23_due_date_moved.SIGNAL,
    r24_wrong_due_date.SIGNAL,
    r26_all_steps_at_once.SIGNAL,
    r27_withdrawals_near_due.SIGNAL,
    r28_refused_then_resubmitted.SIGNAL,
    r29_pause_not_lifted.SIGNAL,
    r31_code_sequence_gap.SIGNAL,
    r34_same_day_left_open.SIGNAL,
)


def missing(signal: Signal, present: frozenset[str], kinds_in_log: Iterable[Kind]) -> tuple[str, ...]:
    """Name what a log lacks for a signal, sorted; empty if it can be checked. "A|B" means that neither is there."""
    there = present | {kind.name for kind in kinds_in_log}
    return tuple(sorted(need for need in signal.needs if there.isdisjoint(need.split("|"))))
