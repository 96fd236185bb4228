"""The addresses of digitisation."""

from django.urls import path

from baro.channels.web.digitised import views

urlpatterns = [
    path("", views.shown, name="digitisation"),
    path("tai-ve", views.export, name="digitisation_export"),
]
