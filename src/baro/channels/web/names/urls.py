"""The addresses of the names that sources write."""

from django.urls import path

from baro.channels.web.names import sheet_views, views

urlpatterns = [
    path("", views.names, name="source_names"),
    path("ghep", views.match, name="source_names_match"),
    path("tai-ve", sheet_views.export, name="source_names_export"),
    path("nhan", sheet_views.receive, name="source_names_receive"),
]
