"""The addresses of dossiers."""

from django.urls import path

from baro.channels.web.dossiers import (
    evidence_views,
    export_views,
    file_views,
    list_views,
    paper_views,
    question_views,
    saved_views,
)

urlpatterns = [
    path("", list_views.dossiers, name="dossiers"),
    path("tai-ve", export_views.export, name="dossiers_export"),
    path("bo-loc/moi", saved_views.new, name="saved_view_new"),
    path("bo-loc/<str:view>/doi-ten", saved_views.rename, name="saved_view_rename"),
    path("bo-loc/<str:view>/xoa", saved_views.delete, name="saved_view_delete"),
    path("<path:dossier_id>/hoi/<int:signal>", question_views.ask, name="signal_ask"),
    path("<path:dossier_id>/giai-trinh/<str:question>", question_views.answer, name="signal_answer"),
    path("<path:dossier_id>/ket-luan/<str:question>", question_views.judge, name="signal_judge"),
    path("<path:dossier_id>/so-cai", evidence_views.evidence, name="dossier_evidence"),
    path("<path:dossier_id>/so-cai/<str:entry>/chung-minh", evidence_views.proof, name="dossier_proof"),
    path("<path:dossier_id>/so-cai/<str:entry>/but-toan", evidence_views.entry, name="dossier_entry"),
    path("<path:dossier_id>/giay-to/moi", paper_views.new, name="paper_new"),
    path("<path:dossier_id>/giay-to/<str:paper>/tep", paper_views.add_file, name="paper_attach"),
    path("<path:dossier_id>/giay-to/<str:paper>/dung-lai", paper_views.use_again, name="paper_reuse"),
    path("<path:dossier_id>/giay-to/<str:paper>/kiem-tra", paper_views.check, name="paper_check"),
    path("<path:dossier_id>/giay-to/<str:paper>/vao-kho", paper_views.pushing, name="paper_push"),
    path("<path:dossier_id>/giay-to/<str:paper>/rut", paper_views.withdrawing, name="paper_withdraw"),
    path("<path:dossier_id>/giay-to/<str:paper>/tai-ve", paper_views.copy, name="paper_copy"),
    path("<path:dossier_id>/", file_views.one, name="dossier"),
]
