"""The addresses of notices."""

from django.urls import path

from baro.channels.web.notices import views

urlpatterns = [
    path("", views.notices, name="notices"),
    path("<slug:kind>/da-biet", views.acknowledge, name="notice_acknowledge"),
]
