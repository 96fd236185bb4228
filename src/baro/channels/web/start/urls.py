"""The address of the start page."""

from django.urls import path

from baro.channels.web.start.views import health, start

urlpatterns = [
    path("", start, name="start"),
    path("suc-khoe", health, name="health"),
]
