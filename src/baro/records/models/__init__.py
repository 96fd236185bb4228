"""The tables, a file per concept. Only the records read or write them."""

from baro.records.models.access import CaseConflict, Compartment, CompartmentMember, RoleGrant
from baro.records.models.account import Account
from baro.records.models.api_keys import ApiKey
from baro.records.models.api_requests import ApiRequest
from baro.records.models.briefings import BriefingConclusionRow, BriefingRow, LatenessExplanationRow
from baro.records.models.denials import DenialRow
from baro.records.models.discipline import DisciplineRow, MeasureRow
from baro.records.models.dossier_counts import DossierCount, InternalRunCount
from baro.records.models.dossier_months import DossierMonth, InternalRunMonth
from baro.records.models.dossiers import Dossier, InternalRun
from baro.records.models.followed import FollowedRow, ObligationRow, SimplificationRow, UpwardRow
from baro.records.models.imports import ImportAdoption, ImportBatch, ImportConflict, ImportSource
from baro.records.models.inspections import InspectionRow, InspectionRunRow
from baro.records.models.joint import CoordinationRuleRow, JointDossierRow, JointEventRow, JointProcessRow
from baro.records.models.ledger import (
    LedgerCheckpoint,
    LedgerCosignature,
    LedgerEntry,
    LedgerLog,
    LedgerPending,
    LedgerPlace,
    LedgerTile,
    PersonalKey,
    PersonalValue,
)
from baro.records.models.notices import NoticeKnownRow, NoticeMailRow
from baro.records.models.organisation import (
    BodyRow,
    BodyTermRow,
    HandOverRow,
    NameWord,
    OrganisationStamp,
    SealedHandOverRow,
    SuccessionRow,
)
from baro.records.models.papers import PaperRow
from baro.records.models.people import (
    ActingHeadRow,
    AppointmentRow,
    DelegationRow,
    EmploymentRow,
    LeaveCoverRow,
    PersonRow,
)
from baro.records.models.petitions import PetitionRow
from baro.records.models.procedures import ProcedureRow
from baro.records.models.process_drafts import DraftEventRow, ProcessDraftRow
from baro.records.models.processes import ProcessAcknowledgedRow, ProcessRow
from baro.records.models.proposals import ProposalRow
from baro.records.models.recorded import DossierBook, ReceiptRow, StepRow, TakenBackRow
from baro.records.models.reviews import ReviewCampaignRow, ReviewResultRow
from baro.records.models.saved_views import SavedViewRow
from baro.records.models.signals import SignalQuestionRow
from baro.records.models.source_names import DossierReachRow, NameMatchRow
from baro.records.models.targets import TargetActualRow, TargetPlanRow, TargetRow
from baro.records.models.tasks import AcknowledgementRow, DirectiveRow, TaskEventRow, TaskRow
from baro.records.models.webhooks import WebhookProgress, WebhookRow

__all__ = [
    "Account",
    "AcknowledgementRow",
    "ActingHeadRow",
    "ApiKey",
    "ApiRequest",
    "AppointmentRow",
    "BodyRow",
    "BodyTermRow",
    "BriefingConclusionRow",
    "BriefingRow",
    "CaseConflict",
    "Compartment",
    "CompartmentMember",
    "CoordinationRuleRow",
    "DelegationRow",
    "DenialRow",
    "DirectiveRow",
    "DisciplineRow",
    "Dossier",
    "DossierBook",
    "DossierCount",
    "DossierMonth",
    "DossierReachRow",
    "DraftEventRow",
    "EmploymentRow",
    "FollowedRow",
    "HandOverRow",
    "ImportAdoption",
    "ImportBatch",
    "ImportConflict",
    "ImportSource",
    "InspectionRow",
    "InspectionRunRow",
    "InternalRun",
    "InternalRunCount",
    "InternalRunMonth",
    "JointDossierRow",
    "JointEventRow",
    "JointProcessRow",
    "LatenessExplanationRow",
    "LeaveCoverRow",
    "LedgerCheckpoint",
    "LedgerCosignature",
    "LedgerEntry",
    "LedgerLog",
    "LedgerPending",
    "LedgerPlace",
    "LedgerTile",
    "MeasureRow",
    "NameMatchRow",
    "NameWord",
    "NoticeKnownRow",
    "NoticeMailRow",
    "ObligationRow",
    "OrganisationStamp",
    "PaperRow",
    "PersonRow",
    "PersonalKey",
    "PersonalValue",
    "PetitionRow",
    "ProcedureRow",
    "ProcessAcknowledgedRow",
    "ProcessDraftRow",
    "ProcessRow",
    "ProposalRow",
    "ReceiptRow",
    "ReviewCampaignRow",
    "ReviewResultRow",
    "RoleGrant",
    "SavedViewRow",
    "SealedHandOverRow",
    "SignalQuestionRow",
    "SimplificationRow",
    "StepRow",
    "SuccessionRow",
    "TakenBackRow",
    "TargetActualRow",
    "TargetPlanRow",
    "TargetRow",
    "TaskEventRow",
    "TaskRow",
    "UpwardRow",
    "WebhookProgress",
    "WebhookRow",
]
