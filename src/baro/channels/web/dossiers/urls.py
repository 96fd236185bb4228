"""The addresses of dossiers."""

from django.urls import path

from baro.channels.web.dossiers import export_views, file_views, list_views

urlpatterns = [
    path("", list_views.dossiers, name="dossiers"),
    path("tai-ve", export_views.export, name="dossiers_export"),
    path("<path:dossier_id>/", file_views.one, name="dossier"),
]
