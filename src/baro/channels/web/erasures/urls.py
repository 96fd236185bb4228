"""The addresses of erasing personal values."""

from django.urls import path

from baro.channels.web.erasures import views

urlpatterns = [
    path("", views.erasures, name="erasures"),
    path("nguoi/<str:person_id>", views.of_person, name="erasure_of_person"),
    path("don-vi/<str:body_id>", views.of_body, name="erasure_of_body"),
]
