"""The address of the public look-up."""

from django.urls import path

from baro.channels.web.lookup.views import look_up

urlpatterns = [path("", look_up, name="look_up")]
