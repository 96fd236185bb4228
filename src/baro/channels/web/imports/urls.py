"""The addresses of bringing data in."""

from django.urls import path

from baro.channels.web.imports import batch_views, conflict_views, start_views, ticket_views

urlpatterns = [
    path("", start_views.imports, name="imports"),
    path("tep-moi", start_views.upload, name="import_upload"),
    path("dang-nhap/<str:ticket>/", ticket_views.ticket, name="import_ticket"),
    path("dang-nhap/<str:ticket>/tien-do", ticket_views.progress, name="import_progress"),
    path("dang-nhap/<str:ticket>/ghep-cot", ticket_views.mapped, name="import_mapped"),
    path("dang-nhap/<str:ticket>/lam-lai", ticket_views.again, name="import_again"),
    path("dang-nhap/<str:ticket>/nhan", ticket_views.receive, name="import_receive"),
    path("dang-nhap/<str:ticket>/bo", ticket_views.drop, name="import_drop"),
    path("dang-nhap/<str:ticket>/cho-can-xem.csv", ticket_views.findings, name="import_findings"),
    path("dang-nhap/<str:ticket>/bien-ban.xlsx", ticket_views.workbook, name="import_workbook"),
    path("lan-nhap/<str:batch_id>/", batch_views.statement, name="import_batch"),
    path("lan-nhap/<str:batch_id>/cho-can-xem.csv", batch_views.findings, name="import_batch_findings"),
    path("lan-nhap/<str:batch_id>/bien-ban.xlsx", batch_views.workbook, name="import_batch_workbook"),
    path("lan-nhap/<str:batch_id>/chung-minh", batch_views.proof, name="import_proof"),
    path("mau-thuan/", conflict_views.conflicts, name="import_conflicts"),
    path("mau-thuan/ket-luan", conflict_views.settle, name="import_settle"),
    path("mau-thuan/duyet", conflict_views.approve_theirs, name="import_approve"),
]
