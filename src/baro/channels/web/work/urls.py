"""The address of one's own work."""

from django.urls import path

from baro.channels.web.work import views

urlpatterns = [path("", views.my_work, name="my_work")]
