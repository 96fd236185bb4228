"""Which operation each door carries out: every page, every address of the API, every command, every background job.

A page or an address of the API that is not named here answers 404 to everybody, and fails the build by a house test.
What a door opens is the first question only: each matter behind it is asked for again.
"""

_PAGES: tuple[tuple[str, str], ...] = (
    ("page.read", "health set_language look_up api:openapi-json api:api-root"),
    (
        "page.sign_in",
        """account_login account_logout account_inactive account_reset_password account_signup mfa_authenticate
        mfa_login_webauthn openid_connect_login openid_connect_callback socialaccount_login_cancelled
        socialaccount_login_error socialaccount_signup""",
    ),
    (
        "account.read",
        "own_account second_factor_first stronger_sign_in_first account_email usersessions_list mfa_index mfa_list_webauthn",
    ),
    (
        "account.own",
        """end_session account_reauthenticate account_change_password account_set_password mfa_reauthenticate
        mfa_activate_totp mfa_deactivate_totp mfa_view_recovery_codes mfa_generate_recovery_codes
        mfa_download_recovery_codes mfa_add_webauthn mfa_reauthenticate_webauthn mfa_remove_webauthn mfa_edit_webauthn
        socialaccount_connections own_address""",
    ),
    ("start.read", "start my_work"),
    ("notice.read", "notices"),
    ("notice.acknowledge", "notice_acknowledge"),
    ("organisation.read", "organisation mapped origins origins_export body sheets sheet_template sheet_export"),
    ("organisation.read", "body_handover body_hand"),  # each item is asked for: a member gives on a sealed one
    ("organisation.record", "sheet_check sheet_receive body_new body_change body_correct body_close"),
    ("catalogue.read", "procedures procedure procedures_export"),
    ("catalogue.record", "procedures_receive"),
    ("person.read", "people person"),
    ("person.record", "person_new person_act held_end held_correct"),
    ("dossier.read", "dossiers dossier dossier_evidence dossier_proof briefing"),
    ("dossier.read", "books book recorded recorded_form"),
    ("dossier.read", "recorded_step"),  # each step is asked for: the counter's, the head's, the officer's
    ("dossier.read", "recorded_take_back"),  # asked for: whoever told it, or who may propose to void
    ("dossier.read", "paper_copy"),  # whose copy opens is asked again: it tells of persons
    ("dossier.digitise", "paper_new paper_attach paper_reuse paper_check paper_push paper_withdraw"),
    ("figure.read", "digitisation"),
    ("export.make", "book_export digitisation_export"),
    ("dossier.receive", "book_receive"),
    ("import.describe", "book_open"),
    ("briefing.read", "briefing_frozen"),
    ("briefing.explain", "lateness_explain"),
    ("briefing.freeze", "briefing_freeze"),
    ("briefing.conclude", "briefing_conclude"),
    ("briefing.report", "conclusion_done"),
    ("export.make", "dossiers_export briefing_document"),
    ("view.keep", "saved_view_new saved_view_rename saved_view_delete"),
    ("process.read", "joint_processes"),
    ("process.read", "processes process processes_export processes_lacking process_steps"),
    ("process.read", "processes_clear processes_clear_export process_document"),
    ("process.read", "processes_alike processes_alike_export process_alike process_alike_export process_common_steps"),
    ("process.read", "reviews review review_export"),  # what was found is asked for: of each body
    ("process.approve", "review_new"),
    ("process.read", "process_drafts process_drafts_export process_draft"),
    ("process.propose", "process_draft_new process_draft_write process_draft_ask process_draft_drop"),
    ("process.opine", "process_draft_say"),
    ("process.approve", "process_draft_appraise"),
    ("process.approve", "process_approve process_replace process_publish process_retire"),
    ("process.acknowledge", "process_acknowledge"),
    ("process.approve", "joint_process_new joint_process_change joint_rule_new joint_rule_end"),
    ("coordination.read", "coordination coordination_owed coordination_export coordination_rule obligation"),
    ("coordination.work", "obligation_tell"),
    ("process.approve", "obligation_new obligation_end obligation_take_back"),
    ("upward.read", "upwards upward upwards_export"),
    ("upward.work", "upward_new upward_tell upward_take_back"),
    ("simplification.read", "simplifications simplification simplifications_export"),
    ("simplification.record", "simplification_new simplification_decide simplification_take_back"),
    ("joint.read", "joint joint_counts joint_dossier"),
    ("joint.work", "joint_open joint_record joint_correct"),
    ("directive.read", "directives directives_export directive"),
    ("directive.record", "directive_new directive_withdraw"),
    ("directive.acknowledge", "directive_acknowledge"),
    ("target.read", "targets targets_export target"),
    ("target.set", "target_new target_revise target_withdraw"),
    ("target.report", "target_report"),
    (
        "task.read",
        "tasks tasks_export task_counts task_counts_export matters matters_export tasks_clear tasks_clear_export task",
    ),
    ("task.assign", "task_new"),
    ("task.read", "task_tell task_take_back"),  # asked for: the head of the lead, of the assigner, who it was handed to
    ("signal.read", "signal_questions"),
    ("signal.ask", "signal_ask"),
    ("signal.answer", "signal_answer"),
    ("signal.judge", "signal_judge"),
    ("proposal.make", "proposals proposal proposal_withdraw proposal_carry_out"),
    ("proposal.approve", "proposal_approve proposal_refuse"),
    ("grant.read", "grants grant_history"),
    ("grant.give", "grant_give"),
    ("grant.end", "grant_end"),
    ("denial.read", "denials"),
    ("ledger.erase", "erasures erasure_of_person erasure_of_body"),
    (
        "import.read",
        "imports import_batch import_batch_findings import_batch_workbook import_proof import_conflicts dossier_entry",
    ),
    (
        "import.try",
        """import_upload import_ticket import_progress import_mapped import_again import_drop import_findings
        import_workbook""",
    ),
    ("import.receive", "import_receive"),
    ("import.settle", "import_settle"),
    ("name.read", "source_names source_names_export"),
    ("name.match", "source_names_match source_names_receive"),
    ("proposal.approve", "import_approve"),
    ("import.try", "api:deliver api:follow api:findings api:drop_import"),
    ("import.receive", "api:receive"),
    ("import.read", "api:batches api:batch api:proof api:conflicts"),
    ("name.read", "api:source_names api:names_said"),
    ("name.match", "api:match_source_names"),
    ("import.settle", "api:weigh_theirs api:settle_conflicts"),
    ("organisation.read", "api:bodies api:body"),
    ("organisation.record", "api:new_body api:new_term api:correct_term api:preview_closing api:close_body"),
    ("person.read", "api:people api:person"),
    ("person.record", "api:new_person api:rename_person api:tell_held api:end_held api:correct_held"),
    ("start.read", "api:work_of_mine"),
    ("dossier.read", "api:week"),
    ("dossier.read", "api:dossiers api:dossier"),
    ("dossier.read", "api:book_list api:recorded"),
    ("import.describe", "api:open_book"),
    ("dossier.receive", "api:receive_into"),
    ("dossier.read", "api:tell_step api:take_back_step"),  # each step is asked for, as on the page
    ("dossier.read", "api:papers api:take_copy"),  # whose copy opens is asked again
    ("dossier.digitise", "api:add_paper api:send_copy api:reuse_copy api:push_copy api:withdraw_paper"),
    ("signal.read", "api:questions api:question"),
    ("signal.ask", "api:ask"),
    ("signal.answer", "api:answer"),
    ("signal.judge", "api:judge"),
    ("briefing.read", "api:explanations api:briefings api:briefing api:conclusions"),
    ("briefing.explain", "api:explain"),
    ("briefing.freeze", "api:freeze"),
    ("briefing.conclude", "api:conclude"),
    ("briefing.report", "api:done"),
    ("task.read", "api:matters api:task_counts"),
    ("task.read", "api:tasks api:task api:tell api:take_back"),  # told by whom the page lets tell: the desk asks
    ("task.assign", "api:assign"),
    ("directive.read", "api:directives api:directive"),
    ("directive.record", "api:enter_directive api:drop_directive"),
    ("directive.acknowledge", "api:note_directive"),
    ("process.read", "api:processes api:process"),
    ("process.approve", "api:approve_process api:new_version api:publish api:end_process"),
    ("process.acknowledge", "api:know_process"),
    ("process.read", "api:process_reviews api:process_review api:reviewed_processes"),
    ("process.read", "api:record_reviewed"),  # what was found is asked for, of each body, as on the page
    ("process.approve", "api:begin_process_review"),
    ("notice.read", "api:notices"),
    ("notice.acknowledge", "api:know_notice"),
    ("view.read", "api:saved_views"),
    ("view.keep", "api:save_view api:rename_view api:delete_view"),
    ("process.read", "api:joint_procedures api:joint_procedure"),
    ("process.approve", "api:add_joint_procedure api:new_joint_version"),
    ("process.approve", "api:add_coordination_rule api:end_coordination_rule"),
    ("joint.read", "api:joints api:joint api:joint_counts"),
    ("joint.work", "api:open_joint api:tell_joint api:correct_told"),
    ("target.read", "api:targets api:target"),
    ("target.set", "api:give_target api:revise_plan api:withdraw_given"),
    ("target.report", "api:report_actual"),
    ("upward.read", "api:upwards api:upward"),
    ("upward.work", "api:propose_upward api:tell_of_upward api:take_back_of_upward"),
    ("coordination.read", "api:coordination_rules api:coordination_rule api:obligation api:obligation_times"),
    ("coordination.work", "api:tell_of_obligation"),
    ("process.approve", "api:add_obligation api:end_of_obligation api:take_back_of_obligation"),
    ("simplification.read", "api:simplifications api:simplification"),
    (
        "simplification.record",
        "api:propose_to_simplify api:decide_on_simplification api:take_back_of_simplification",
    ),
    ("figure.read", "api:figures api:digitisation"),
    ("catalogue.read", "api:procedures"),
    ("catalogue.record", "api:receive_publication"),
)
ROUTES = {route: operation for operation, routes in _PAGES for route in routes.split()}

COMMANDS = {
    "judge": "system.run",
    "demo-log": "demo.build",
    "access": "page.read",
    "api": "page.read",
    "english": "page.read",
    "article": "figure.read",
    "catalogue": "catalogue.record",
    "demo": "demo.build",
    "account": "account.create",
    "database": "system.run",
    "organisation": "organisation.record",
    "api-key": "grant.give",
    "harmonise": "process.read",
    "import": "import.receive",
    "import-job": "import.receive",
    "ledger": "ledger.keep",
    "notices": "system.run",
    "serve": "system.run",
    "webhook": "grant.give",
    "witness": "ledger.witness",
}
"""Commands are typed at the machine by its keeper, whom the operating system let in; the ledger names them by that name."""

JOBS = {"look": "import.try", "check": "import.try", "receive": "import.receive"}
"""Phases of a delivery, done in a process of their own for who brought it: asked for again when the work begins."""


def opens_to_everybody(operation: str) -> bool:
    """Say whether a door opens to somebody who has not yet said who they are."""
    return operation.startswith("page.")


def is_ones_own(operation: str) -> bool:
    """Say whether a door leads to one's own account: it opens before the second factor is set up."""
    return operation in {"account.read", "account.own"}
