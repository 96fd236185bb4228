"""The addresses of the catalogue."""

from django.urls import path

from baro.channels.web.catalogue import views

urlpatterns = [
    path("", views.procedures, name="procedures"),
    path("tai-ve", views.export, name="procedures_export"),
    path("nhap", views.receive, name="procedures_receive"),
    path("<str:code>/", views.procedure, name="procedure"),
]
