"""The address of the weekly briefing."""

from django.urls import path

from baro.channels.web.briefing import document_views, meeting_views, views

urlpatterns = [
    path("", views.briefing, name="briefing"),
    path("chot/<str:body>/<str:week>", meeting_views.freeze, name="briefing_freeze"),
    path("bien-ban/<str:briefing_id>", meeting_views.frozen, name="briefing_frozen"),
    path("bien-ban/<str:briefing_id>/tai-ve", document_views.document, name="briefing_document"),
    path("bien-ban/<str:briefing_id>/ket-luan", meeting_views.conclude, name="briefing_conclude"),
    path("ket-luan/<str:conclusion_id>/xong", meeting_views.done, name="conclusion_done"),
    path("nguyen-nhan/<path:dossier_id>/", meeting_views.explain, name="lateness_explain"),
]
