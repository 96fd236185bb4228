"""The address of the weekly briefing."""

from django.urls import path

from baro.channels.web.briefing import views

urlpatterns = [path("", views.briefing, name="briefing")]
